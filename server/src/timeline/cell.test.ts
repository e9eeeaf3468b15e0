import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellsOf, daysOf } from "./cell.ts";

const day = fc.integer({ min: -200_000, max: 200_000 });
const window = fc.tuple(day, day).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
// Fewer than two cells cannot hold a window that has the epoch inside it.
const most = fc.integer({ min: 2, max: 1_000 });

describe("cells", () => {
  it("are as many as asked at most, and the smallest that are", () => {
    fc.assert(
      fc.property(window, most, ([from, to], most) => {
        const { exponent, first, last } = cellsOf(from, to, most);
        expect(last - first + 1).toBeLessThanOrEqual(most);
        if (exponent === 0) return;
        const size = 2 ** (exponent - 1);
        expect(Math.floor(to / size) - Math.floor(from / size) + 1).toBeGreaterThan(most);
      }),
    );
  });

  it("hold the window and begin at whole numbers of their length from 1970-01-01", () => {
    fc.assert(
      fc.property(window, most, ([from, to], most) => {
        const cells = cellsOf(from, to, most);
        const days = daysOf(cells);
        const size = 2 ** cells.exponent;
        expect(days.from <= from && to <= days.to).toBe(true);
        expect(from - days.from < size && days.to - to < size).toBe(true);
        expect(Math.abs(days.from % size)).toBe(0);
        expect(days.to + 1 - days.from).toBe((cells.last - cells.first + 1) * size);
      }),
    );
  });
});
