import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn } from "./columns.ts";
import { dayOf } from "./day.ts";
import type { Frame } from "./frame.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { estimateWidth, type Primitive } from "./scene.ts";
import { turnBetween } from "./turn.ts";
import { xOf } from "./viewport.ts";

const EDGE = 1226;
const viewport = { from: dayOf("2024-06-01"), to: dayOf("2026-04-01"), width: 1206 };

function drawnOn(day: number): Primitive[] {
  const frame: Frame = {
    columns: founding,
    known: asKnownOn(founding, day),
    stack: stackLanes(founding),
    viewport,
    edge: EDGE,
    selected: null,
    pinned: new Set(),
    measure: estimateWidth,
  };
  return layOut(frame, new Map(), "anew").primitives;
}

const between = (from: string, to: string) =>
  turnBetween(drawnOn(dayOf(from)), drawnOn(dayOf(to)), EDGE);
const VISIT = "event:pezeshkian-moscow";

describe("the visit to Moscow and its treaty", () => {
  it("the day it is held its mark fills, and empties on the way back", () => {
    expect(between("2025-01-16", "2025-01-17")?.marks.get(VISIT)).toBe("fills");
    expect(between("2025-01-17", "2025-01-16")?.marks.get(VISIT)).toBe("empties");
  });

  it("a lead, and a window, fade into the mark they come to", () => {
    expect(between("2024-12-05", "2024-12-26")?.marks.get(VISIT)).toBe("fades");
    expect(between("2024-12-23", "2024-12-26")?.marks.get(VISIT)).toBe("fades");
  });

  it("the day it is signed its bar turns from that day on", () => {
    const bars = [...(between("2025-01-16", "2025-01-17")?.bars.values() ?? [])];
    expect(bars).toHaveLength(1);
    expect(bars[0]?.x1).toBeCloseTo(xOf(viewport, dayOf("2025-01-17")));
  });

  it("a day on which nothing changes state only moves the line", () => {
    expect(between("2024-12-08", "2024-12-09")).toBeNull();
  });
});

describe("between any two days", () => {
  const days = fc.integer({ min: dayOf("2024-06-01"), max: dayOf("2026-03-01") });

  it("only what is drawn on both turns, within the plot, and not without a change", () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const [before, after] = [drawnOn(from), drawnOn(to)];
        const turn = turnBetween(before, after, EDGE);
        if (from === to) expect(turn).toBeNull();
        const ids = (drawn: Primitive[]) => new Set(drawn.map(({ id }) => id));
        for (const id of [...(turn?.marks.keys() ?? []), ...(turn?.bars.keys() ?? [])]) {
          expect(ids(before)).toContain(id);
          expect(ids(after)).toContain(id);
        }
        for (const { x1, x2 } of turn?.bars.values() ?? []) {
          expect(x1).toBeLessThan(x2);
          expect(x1).toBeGreaterThanOrEqual(0);
          expect(x2).toBeLessThanOrEqual(EDGE);
        }
        for (const { id } of turn?.before ?? []) expect(turn?.bars.has(id)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("there and back are each other's mirror", () => {
    const mirror = { fills: "empties", empties: "fills", fades: "fades" };
    fc.assert(
      fc.property(days, days, (from, to) => {
        const [before, after] = [drawnOn(from), drawnOn(to)];
        const there = turnBetween(before, after, EDGE);
        const back = turnBetween(after, before, EDGE);
        for (const [id, coming] of there?.marks ?? [])
          if (back?.marks.has(id)) expect(back.marks.get(id)).toBe(mirror[coming]);
        expect([...(back?.bars.keys() ?? [])].sort()).toEqual(
          [...(there?.bars.keys() ?? [])].sort(),
        );
      }),
      { numRuns: 25 },
    );
  });
});
