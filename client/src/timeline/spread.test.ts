import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn, idOfMark } from "./columns.ts";
import { dayOf } from "./day.ts";
import { stackLanes } from "./lanes.ts";
import { spreadOf } from "./spread.ts";
import { twinsOf } from "./twins.ts";
import { daysOf } from "./when.ts";

const NOW = dayOf("2025-10-20");
const frameOf = (days: number) => ({
  columns: founding,
  known: asKnownOn(founding, NOW),
  stack: stackLanes(founding),
  viewport: { from: NOW - days, to: NOW, width: 1200 },
  edge: 1220,
  selected: null,
  pinned: new Set<string>(),
  measure: (text: string) => text.length * 6,
});

describe("what happened on one day", () => {
  it("stands apart within the day in every lane, at the level of days alone", () => {
    expect(spreadOf(frameOf(600)).size).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 50 }), (days) => {
        const frame = frameOf(days);
        const shares = spreadOf(frame);
        const { marks } = founding;
        const at = new Map<string, string>();
        for (const [row, { from, to }] of shares) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(1 + 1e-9);
          for (const lane of marks.lanes[row] ?? []) {
            const place = `${daysOf(marks, row)?.first} ${lane} ${from.toFixed(3)}`;
            expect(at.get(place)).toBeUndefined();
            at.set(place, idOfMark(marks, row));
          }
        }
      }),
    );
  });
});

describe("sessions told of by an event", () => {
  it("are of officials or ministers, and of the same days in the same forum", () => {
    const known = asKnownOn(founding, NOW);
    const { marks } = founding;
    const rows = new Map(known.marks.map((row) => [idOfMark(marks, row), row]));
    for (const [session, event] of twinsOf(founding, known)) {
      const [a, b] = [rows.get(session) ?? -1, rows.get(event) ?? -1];
      expect(daysOf(marks, a)).toEqual(daysOf(marks, b));
      expect(marks.level[a]).not.toBe("LEADERS");
      expect((marks.lanes[a] ?? []).some((lane) => marks.lanes[b]?.includes(lane))).toBe(true);
    }
  });
});
