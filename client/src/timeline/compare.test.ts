import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn, idOfMark } from "./columns.ts";
import { type Change, type Comparison, compareDays } from "./compare.ts";
import { dayOf } from "./day.ts";
import { bar, type CaseMark, columnsOf, lane } from "./fixture.ts";

const LANES = [lane("C RU Russia"), lane("C IR Iran"), lane("A csp Treaty")];
const THEN = "2024-12-05";
const NOW = "2025-10-20";

const visit = { slug: "v", title: "A visit", kind: "VISIT", in: ["IR:GUEST", "RU:HOST"] } as const;

/** One event in two states of knowledge: until 1 January 2025, and from then on. */
function turn(before: Partial<CaseMark> | null, after: Partial<CaseMark> | null): Change {
  const states: CaseMark[] = [];
  const base = { ...visit, in: [...visit.in] };
  if (before) states.push({ ...base, ...before, known: "2024-01-01", until: "2025-01-01" });
  if (after) states.push({ ...base, ...after, known: "2025-01-01" });
  return only(compareDays(columnsOf(NOW, LANES, states), dayOf(THEN), dayOf(NOW))).change;
}

function only({ marks }: Comparison) {
  expect(marks).toHaveLength(1);
  return marks[0] as Comparison["marks"][number];
}

describe("what became of an event", () => {
  const open = { status: "EXPECTED", fixed: false } as const;
  const planned = { status: "SCHEDULED", on: "2025-01-17" } as const;
  const held = { on: "2025-01-17" } as const;

  it.each<[string, Partial<CaseMark> | null, Partial<CaseMark> | null, Change]>([
    ["nobody knew of it", null, held, "unknown"],
    ["it was taken back", planned, null, "withdrawn"],
    ["without a date then, held now", open, held, "fixed"],
    ["without a date then, on a day now", open, planned, "fixed"],
    ["in a window then, held now", { ...open, on: ["2025-01-01", "2025-01-19"] }, held, "fixed"],
    ["some time in a year then", { ...open, on: ["2025-01-01", "2025-12-31"] }, planned, "fixed"],
    ["put off then, on a day now", { status: "POSTPONED", fixed: false }, planned, "fixed"],
    ["without a date on both days", open, open, "open"],
    ["in a window now, still not fixed", open, { ...open, on: ["2025-01-01", null] }, "open"],
    ["held on the day that was named", planned, held, "held"],
    ["on another day", planned, { ...planned, on: "2025-01-20" }, "moved"],
    ["held on another day", planned, { on: "2025-01-20" }, "moved"],
    ["put off to a day", planned, { status: "POSTPONED", on: "2025-03-01" }, "moved"],
    ["on a day then, without one now", planned, open, "moved"],
    ["called off", planned, { ...planned, status: "CANCELLED" }, "fell"],
    ["put off without a date", planned, { status: "POSTPONED", fixed: false }, "fell"],
    ["put off on both", { status: "POSTPONED" }, { status: "POSTPONED" }, "same"],
    ["called off on both", { status: "CANCELLED" }, { status: "CANCELLED" }, "same"],
    ["held on both", held, held, "same"],
    ["another title only", held, { ...held, title: "Its other name" }, "same"],
  ])("%s", (_, before, after, change) => {
    expect(turn(before, after)).toBe(change);
  });

  it("tells when sources came to disagree, and not when they did already", () => {
    const on = (before: boolean, after: boolean) => {
      const base = { ...visit, in: [...visit.in], ...held };
      const columns = columnsOf(NOW, LANES, [
        { ...base, disputed: before, known: "2024-01-01", until: "2025-01-01" },
        { ...base, disputed: after, known: "2025-01-01" },
      ]);
      return only(compareDays(columns, dayOf(THEN), dayOf(NOW))).disagree;
    };
    expect([on(false, true), on(true, true), on(true, false)]).toEqual([true, false, false]);
  });
});

describe("what became of an agreement", () => {
  const on = (...bars: ReturnType<typeof bar>[]) =>
    compareDays(columnsOf(NOW, LANES, [], bars), dayOf(THEN), dayOf(NOW)).bars.map(
      ({ change }) => change,
    );
  const before = ["2024-01-01", "2025-01-01"] as [string, string];
  const after = ["2025-01-01", null] as [string, null];

  it("is told by its last stretch", () => {
    const signed = bar("t", 2, "T", before, [["SIGNED", "2023-12-25", 1, 6]]);
    const more = bar("t", 2, "T", after, [["SIGNED", "2023-12-25", 2, 6]]);
    const redated = bar("t", 2, "T", after, [["SIGNED", "2023-12-26", 1, 6]]);
    const again = bar("t", 2, "T", after, [["SIGNED", "2023-12-25", 1, 6]]);
    expect(on(signed, more)).toEqual(["staged"]);
    expect(on(signed, redated)).toEqual(["moved"]);
    expect(on(signed, again)).toEqual(["same"]);
    expect(on(more)).toEqual(["unknown"]);
    expect(on(signed)).toEqual(["withdrawn"]);
  });
});

describe("two days held against each other", () => {
  const day = fc.integer({ min: dayOf("2024-05-01"), max: dayOf("2025-12-31") });

  it("put everything known on either day into exactly one class", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const { marks, bars } = compareDays(founding, a, b);
        const ids = [...marks, ...bars].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        const known = [asKnownOn(founding, a), asKnownOn(founding, b)];
        const expected = new Set(
          known.flatMap((one) => [
            ...one.marks.map((row) => idOfMark(founding.marks, row)),
            ...one.bars.map(({ slug }) => `agreement:${slug}`),
          ]),
        );
        expect(new Set(ids)).toEqual(expected);
        for (const { change, was, is } of [...marks, ...bars]) {
          expect(change === "unknown").toBe(was === null);
          expect(change === "withdrawn").toBe(is === null);
        }
      }),
    );
  });

  it("differ in nothing when they are the same day", () => {
    fc.assert(
      fc.property(day, (a) => {
        const { marks, bars } = compareDays(founding, a, a);
        for (const one of [...marks, ...bars]) {
          expect(["same", "open"]).toContain(one.change);
          expect(one.disagree).toBe(false);
        }
      }),
    );
  });

  it("turned round, tell as unknown what was withdrawn and the other way about", () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        const of = (from: number, to: number, change: Change) => {
          const { marks, bars } = compareDays(founding, from, to);
          return [...marks, ...bars].filter((one) => one.change === change).map(({ id }) => id);
        };
        expect(of(a, b, "unknown").sort()).toEqual(of(b, a, "withdrawn").sort());
      }),
    );
  });
});
