import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apart } from "./track.ts";

describe("ticks that stand apart", () => {
  it("loses no fact, and puts none nearer than asked", () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { maxLength: 60 });
    fc.assert(
      fc.property(days, fc.double({ min: 0, max: 90, noNaN: true }), (found, gap) => {
        const day = [...found].sort((a, b) => a - b);
        const ticks = apart({ day, count: day.map(() => 2) }, gap);
        expect(ticks.reduce((sum, { count }) => sum + count, 0)).toBe(2 * day.length);
        for (const [index, tick] of ticks.entries())
          if (index > 0)
            expect(tick.day - (ticks[index - 1]?.day ?? 0)).toBeGreaterThanOrEqual(gap);
      }),
    );
  });
});
