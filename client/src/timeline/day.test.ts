import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMonths,
  civilOf,
  dayOf,
  dayOfCivil,
  isoOf,
  longDate,
  shortDate,
  shortRange,
} from "./day.ts";

const days = fc.integer({ min: -800_000, max: 800_000 });

describe("days and dates", () => {
  it("turn into each other and back, over four thousand years", () => {
    fc.assert(fc.property(days, (day) => dayOfCivil(civilOf(day)) === day));
  });

  it("count from 1970-01-01", () => {
    expect(dayOf("1970-01-01")).toBe(0);
    expect(dayOf("2024-12-05")).toBe(20062);
    expect(isoOf(20105)).toBe("2025-01-17");
  });

  it("agree with the calendar of the platform", () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000);
        const { year, month, day: dayOfMonth } = civilOf(day);
        return (
          year === date.getUTCFullYear() &&
          month === date.getUTCMonth() + 1 &&
          dayOfMonth === date.getUTCDate()
        );
      }),
    );
  });

  it("refuse what is no day", () => {
    expect(() => dayOf("2025-02-29")).toThrow("No such day");
    expect(() => dayOf("January")).toThrow("Not a date");
  });

  it("are written as marks, flags and prose need them", () => {
    expect(shortDate(dayOf("2025-09-02"))).toBe("2 Sep 2025");
    expect(longDate(dayOf("2025-01-17"))).toBe("17 January 2025");
    expect(shortRange(dayOf("2024-10-22"), dayOf("2024-10-24"))).toBe("22–24 Oct");
    expect(shortRange(dayOf("2025-08-31"), dayOf("2025-09-01"))).toBe("31 Aug – 1 Sep");
    expect(shortRange(dayOf("2025-08-31"), dayOf("2025-08-31"))).toBe("31 Aug");
  });

  it("stay in the month that months are added to", () => {
    expect(isoOf(addMonths(dayOf("2025-01-31"), 1))).toBe("2025-02-28");
    expect(isoOf(addMonths(dayOf("2025-01-31"), -2))).toBe("2024-11-30");
  });
});
