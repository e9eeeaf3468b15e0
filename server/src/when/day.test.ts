import fc from "fast-check";
import { expect, test } from "vitest";
import { civilOf, dayAt, dayOf, daysIn, isoOf, today } from "./day.ts";

const FIRST = dayOf("-9999-01-01");
const LAST = dayOf("9999-12-31");
const anyDay = fc.integer({ min: FIRST, max: LAST });

test("day 0 is 1 January 1970", () => {
  expect(dayOf("1970-01-01")).toBe(0);
  expect(dayOf("2025-01-17")).toBe(20105);
  expect(isoOf(-1)).toBe("1969-12-31");
});

test("every day reads back from its own text", () => {
  fc.assert(fc.property(anyDay, (day) => dayOf(isoOf(day)) === day));
});

test("the next day is the next date, or the first of the next month or year", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [now, next] = [civilOf(day), civilOf(day + 1)];
      const isSameMonth = next.year === now.year && next.month === now.month;
      if (isSameMonth) return next.date === now.date + 1;
      return next.date === 1 && now.date === daysIn(now.year, now.month);
    }),
  );
});

test("days agree with the platform's proleptic calendar", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const utc = new Date(day * 86_400_000);
      const { year, month, date } = civilOf(day);
      return (
        year === utc.getUTCFullYear() &&
        month === utc.getUTCMonth() + 1 &&
        date === utc.getUTCDate() &&
        dayAt(year, month, date) === day
      );
    }),
  );
});

test.each([
  ["2024-02-29", 19782],
  ["2000-02-29", 11016],
  ["0000-02-29", -719469],
])("%s is a day", (iso, day) => {
  expect(dayOf(iso)).toBe(day);
});

test.each([
  ["2025-02-29", /2025-02 goes from 01 to 28/],
  ["1900-02-29", /1900-02 goes from 01 to 28/],
  ["2025-13-01", /go from 01 to 12/],
  ["2025-04-31", /2025-04 goes from 01 to 30/],
  ["2025-01-00", /2025-01 goes from 01 to 31/],
  ["2025-1-7", /Write year, month and day/],
  ["17.01.2025", /Write year, month and day/],
  ["-0000-01-01", /is not a day/],
  ["", /is not a day/],
])("%s is refused, and says what to write", (iso, sentence) => {
  expect(() => dayOf(iso)).toThrow(sentence);
  expect(() => dayOf(iso)).toThrow(expect.objectContaining({ code: "INVALID_INPUT" }));
});

test("today is the UTC day, whatever the hour", () => {
  expect(isoOf(today(() => new Date("2025-01-17T23:59:59.999Z")))).toBe("2025-01-17");
  expect(isoOf(today(() => new Date("2025-01-18T00:00:00.000Z")))).toBe("2025-01-18");
});
