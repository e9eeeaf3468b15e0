import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asKnownOn } from "./columns.ts";
import { dayOf } from "./day.ts";
import { bar, columnsOf, lane } from "./fixture.ts";
import { horizonOf } from "./horizon.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { estimateWidth } from "./scene.ts";
import { xOf } from "./viewport.ts";

describe("the edge of the record", () => {
  it("is the day of knowledge while something was recorded in the month before it", () => {
    expect(horizonOf([10, 100], 131)).toBe(131);
    expect(horizonOf([10, 100], 100)).toBe(100);
  });

  it("is the newest fact once that lies more than a month back, and never one recorded later", () => {
    expect(horizonOf([10, 100], 132)).toBe(100);
    expect(horizonOf([10, 100], 99)).toBe(10);
  });

  it("is the day of knowledge where nothing was recorded at all", () => {
    expect(horizonOf([], 132)).toBe(132);
    expect(horizonOf([200], 132)).toBe(132);
  });

  it("lies at the day of knowledge or at a tick before it, whatever the days", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 40 });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 2000 }), (some, known) => {
        const ticks = some.toSorted((a, b) => a - b);
        const horizon = horizonOf(ticks, known);
        const past = ticks.filter((tick) => tick <= known);
        if (horizon === known) return past.length === 0 || known - (past.at(-1) ?? 0) <= 31;
        return horizon === past.at(-1) && known - horizon > 31;
      }),
    );
  });
});

describe("a bar beyond the record", () => {
  const columns = columnsOf(
    "2026-11-24",
    [lane("A treaty Treaty")],
    [],
    [
      bar(
        "treaty",
        0,
        "Treaty",
        ["2025-12-31", null],
        [
          ["SIGNED", "2025-01-17"],
          ["IN_FORCE", "2025-12-20"],
        ],
      ),
    ],
  );
  const frame = {
    columns,
    known: asKnownOn(columns, columns.today),
    stack: stackLanes(columns),
    viewport: { from: dayOf("2024-06-01"), to: dayOf("2027-04-01"), width: 1206 },
    edge: 1226,
    selected: null,
    pinned: new Set<string>(),
    measure: estimateWidth,
  };

  it("is solid up to the newest fact, fades there, and says its status and date after the fade", () => {
    const { primitives } = layOut(frame, new Map(), "anew");
    const last = primitives.find((one) => one.type === "bar" && one.look === "inforce");
    expect(last).toMatchObject({ fades: true, x2: xOf(frame.viewport, dayOf("2026-01-01")) });
    const plaque = primitives.find((one) => one.type === "plaque" && one.look === "inforce");
    expect(plaque).toMatchObject({ inside: false, text: "In force" });
    expect(plaque?.type === "plaque" && last?.type === "bar" && plaque.x > last.x2).toBe(true);
  });
});
