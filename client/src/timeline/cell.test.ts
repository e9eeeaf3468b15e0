import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellAt, cellsOver, daysOfCell, NARROWEST } from "./cell.ts";
import { LONGEST_SPAN, pan, pxPerDay } from "./viewport.ts";

const viewport = fc
  .record({
    // A window may begin within a day.
    from: fc.integer({ min: -1_600_000, max: 1_600_000 }).map((eighth) => eighth / 8),
    span: fc.integer({ min: 16, max: LONGEST_SPAN * 8 }).map((eighth) => eighth / 8),
    width: fc.integer({ min: 100, max: 4_000 }),
  })
  .map(({ from, span, width }) => ({ from, to: from + span, width }));

describe("cells", () => {
  it("are the shortest that are wide enough, and hold all that is seen", () => {
    fc.assert(
      fc.property(viewport, (seen) => {
        const { exponent, first, last } = cellsOver(seen);
        const px = pxPerDay(seen);
        expect(2 ** exponent * px).toBeGreaterThanOrEqual(NARROWEST);
        if (exponent > 0) expect(2 ** (exponent - 1) * px).toBeLessThan(NARROWEST);
        expect(daysOfCell(first, exponent).first).toBeLessThanOrEqual(seen.from);
        expect(daysOfCell(last, exponent).last + 1).toBeGreaterThan(seen.to);
      }),
    );
  });

  it("begin at whole numbers of their length from 1970-01-01, and two make one of the next", () => {
    const cell = fc.integer({ min: -50_000, max: 50_000 });
    fc.assert(
      fc.property(cell, fc.integer({ min: 0, max: 12 }), (number, exponent) => {
        const { first, last } = daysOfCell(number, exponent);
        expect(Math.abs(first % 2 ** exponent)).toBe(0);
        expect([first, last].map((day) => cellAt(day, exponent))).toEqual([number, number]);
        const [half, rest] = [2 * number, 2 * number + 1].map((at) => daysOfCell(at, exponent));
        const whole = daysOfCell(number, exponent + 1);
        expect([half?.first, half?.last, rest?.last]).toEqual([
          whole.first,
          (rest?.first ?? 0) - 1,
          whole.last,
        ]);
      }),
    );
  });

  it("keep their length when the view is moved", () => {
    fc.assert(
      fc.property(viewport, fc.integer({ min: -500, max: 500 }), (seen, px) => {
        const moved = pan(seen, px);
        // Moving adds up days with fractions: a length on the very border of two may go either way.
        fc.pre(Math.abs(Math.log2(NARROWEST / pxPerDay(seen)) % 1) > 1e-6);
        expect(cellsOver(moved).exponent).toBe(cellsOver(seen).exponent);
      }),
    );
  });
});
