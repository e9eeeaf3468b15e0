import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "./day.ts";
import { axisOf } from "./ticks.ts";

const between = (from: string, to: string, width = 1206) =>
  axisOf({ from: dayOf(from), to: dayOf(to), width });

describe("the axis", () => {
  it("names months under years at the zoom of the pictures", () => {
    const { upper, lower } = between("2024-06-01", "2026-04-01");
    expect(upper.map(({ label }) => label)).toEqual(["2024", "2025", "2026"]);
    expect(lower.slice(0, 3).map(({ label }) => label)).toEqual(["Jun", "Jul", "Aug"]);
    expect(lower.at(-1)).toMatchObject({ label: null, x: 1206 });
  });

  it("keeps the year that began before the window at its edge, without a line", () => {
    expect(between("2024-06-01", "2026-04-01").upper[0]).toMatchObject({ x: 0, weight: "minor" });
  });

  it("names quarters between 12 and 34 px a month", () => {
    const { lower } = between("2022-01-01", "2026-01-01");
    expect(lower.slice(0, 4).map(({ label }) => label)).toEqual(["Jan", "Apr", "Jul", "Oct"]);
  });

  it("names days under months at the closest zoom", () => {
    const { upper, lower } = between("2025-01-10", "2025-02-05");
    expect(upper.map(({ label }) => label)).toEqual(["Jan 2025", "Feb 2025"]);
    expect(lower[0]).toMatchObject({ label: "10", x: 0 });
  });

  it("leaves room between any two days it names, across the ends of months too", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 18_000, max: 22_000 }),
        fc.integer({ min: 5, max: 60 }),
        (from, span) => {
          const { lower } = axisOf({ from, to: from + span, width: 1206 });
          return lower.every(({ x }, at) => at === 0 || x - (lower[at - 1]?.x ?? 0) > 25);
        },
      ),
    );
  });

  it("counts years in steps that leave room for their labels", () => {
    const labels = between("1945-01-01", "2028-01-01").upper.map(({ label }) => label);
    expect(labels).toContain("1950");
    expect(labels).not.toContain("1951");
  });

  it("never lets two years touch", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 140_000 }),
        fc.integer({ min: 300, max: 3000 }),
        (span, width) => {
          const { upper } = axisOf({ from: 0, to: span, width });
          return upper.every(({ x }, at) => at === 0 || x - (upper[at - 1]?.x ?? 0) > 40);
        },
      ),
    );
  });
});
