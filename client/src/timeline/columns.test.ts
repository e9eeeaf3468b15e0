import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn, factsOf, holderOn, idOfMark, nearestTick, neighbourTick } from "./columns.ts";
import { dayOf } from "./day.ts";

const days = fc.integer({ min: dayOf("2021-01-01"), max: dayOf("2026-06-01") });

describe("what is known on a day", () => {
  it("is one state of each thing, and none that became known later", () => {
    fc.assert(
      fc.property(days, (day) => {
        const known = asKnownOn(founding, day);
        const ids = known.marks.map((row) => idOfMark(founding.marks, row));
        return (
          new Set(ids).size === ids.length &&
          known.marks.every((row) => (founding.marks.knownFrom[row] ?? 0) <= day) &&
          known.bars.every(({ knownFrom }) => knownFrom <= day)
        );
      }),
    );
  });

  it("never forgets what was once known", () => {
    fc.assert(
      fc.property(days, fc.nat(400), (day, later) => {
        const before = asKnownOn(founding, day);
        const after = new Set(
          asKnownOn(founding, day + later).marks.map((row) => founding.marks.slug[row]),
        );
        return before.marks.every((row) => after.has(founding.marks.slug[row]));
      }),
    );
  });

  it("includes what became known on that very day", () => {
    const on = asKnownOn(founding, dayOf("2025-01-17"));
    const visit = on.marks.find((row) => founding.marks.slug[row] === "pezeshkian-moscow");
    expect(founding.marks.status[visit ?? -1]).toBe("HELD");
  });

  it("counts events, sessions and agreements", () => {
    const known = asKnownOn(founding, dayOf("2024-12-05"));
    expect(factsOf(known)).toBe(known.marks.length + known.bars.length);
  });
});

describe("who stood at the head of a country", () => {
  const iran = founding.lanes[1];

  it("is whoever was in office that day, from the first day to before the last", () => {
    if (!iran) throw new Error("no lane");
    expect(holderOn(iran, "2024-07-29")?.name).toBe("Mohammad Mokhber");
    expect(holderOn(iran, "2024-07-30")?.name).toBe("Masoud Pezeshkian");
    expect(holderOn(iran, "2024-01-01")).toBeNull();
  });
});

describe("ticks", () => {
  it("snap within reach and no further", () => {
    expect(nearestTick([10, 20, 30], 22, 3)).toBe(20);
    expect(nearestTick([10, 20, 30], 25, 3)).toBeNull();
  });

  it("have neighbours on either side", () => {
    expect(neighbourTick([10, 20, 30], 20, 1)).toBe(30);
    expect(neighbourTick([10, 20, 30], 20, -1)).toBe(10);
    expect(neighbourTick([10, 20, 30], 30, 1)).toBeNull();
  });
});
