import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf, isoOf } from "./day.ts";
import { edtfWords, longDay, shortDay } from "./words.ts";
import { betweenDays, boundsOf, readDate, writeDate } from "./written.ts";

const TODAY = dayOf("2025-10-23");
const read = (text: string) => readDate(text, TODAY)?.edtf ?? null;

test.each([
  ["20 Oct 2025", "2025-10-20"],
  ["20 October 2025", "2025-10-20"],
  ["20th of October, 2025", "2025-10-20"],
  ["Oct 20, 2025", "2025-10-20"],
  ["2025-10-20", "2025-10-20"],
  ["2025/10/20", "2025-10-20"],
  ["20.10.2025", "2025-10-20"],
  ["3/4/2025", "2025-04-03"],
  ["۲۰ Oct ۲۰۲۵", "2025-10-20"],
  ["Oct 2025", "2025-10"],
  ["Sept 2025", "2025-09"],
  ["2025-10", "2025-10"],
  ["10/2025", "2025-10"],
  ["2025", "2025"],
  ["about Oct 2025", "2025-10~"],
  ["c. 2025", "2025~"],
  ["2025-01~", "2025-01~"],
  ["20–24 Oct 2025", "2025-10-20/2025-10-24"],
  ["20-24 October 2025", "2025-10-20/2025-10-24"],
  ["Oct 20-24, 2025", "2025-10-20/2025-10-24"],
  ["30 Sep – 1 Oct 2025", "2025-09-30/2025-10-01"],
  ["30 Dec 2024 to 2 Jan 2025", "2024-12-30/2025-01-02"],
  ["Oct to Nov 2025", "2025-10/2025-11"],
  ["2024-10-22/2024-10-24", "2024-10-22/2024-10-24"],
  ["../2025-01-19", "../2025-01-19"],
  ["by 19 Jan 2025", "../2025-01-19"],
  ["after 5 Dec 2024", "2024-12-05/.."],
  ["2024-12-05/..", "2024-12-05/.."],
  ["today", "2025-10-23"],
  ["yesterday", "2025-10-22"],
])("%s is read as %s", (text, edtf) => {
  expect(read(text)).toBe(edtf);
});

test.each([
  "",
  "soon",
  "31 Feb 2025",
  "2025-13",
  "40.10.2025",
  "24–20 Oct 2025",
  "20 Oct 2025 at noon",
  "Oct 20 2025 2026",
  "by soon",
])("%s is no date", (text) => {
  expect(read(text)).toBe(null);
});

test("a day without a year is the nearest to today, on either side", () => {
  expect(read("20 Oct")).toBe("2025-10-20");
  expect(read("24 Dec")).toBe("2025-12-24");
  expect(readDate("24 Dec", dayOf("2025-01-03"))?.edtf).toBe("2024-12-24");
});

test("every day is read back from the words in which it is shown, long and short", () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf("1800-01-01"), max: dayOf("2200-01-01") }), (day) => {
      const iso = isoOf(day);
      expect(readDate(longDay(day), TODAY)).toEqual({ edtf: iso, precision: "DAY" });
      expect(readDate(shortDay(day), TODAY)).toEqual({ edtf: iso, precision: "DAY" });
      expect(readDate(edtfWords(iso.slice(0, 7)), TODAY)?.edtf).toBe(iso.slice(0, 7));
    }),
  );
});

test("every range is read back from its words", () => {
  const day = fc.integer({ min: dayOf("1990-01-01"), max: dayOf("2030-01-01") });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 500 }), (from, length) => {
      const edtf = `${isoOf(from)}/${isoOf(from + length)}`;
      expect(read(edtfWords(edtf))).toBe(edtf);
      expect(read(edtfWords(edtf, "short"))).toBe(edtf);
    }),
  );
});

test("a date is written as coarsely as was chosen, and never finer than it was given", () => {
  const day = { edtf: "2025-10-20", precision: "DAY" } as const;
  expect(writeDate(day, "DAY")).toEqual({ edtf: "2025-10-20" });
  expect(writeDate(day, "MONTH")).toEqual({ edtf: "2025-10" });
  expect(writeDate(day, "YEAR")).toEqual({ edtf: "2025" });
  expect(writeDate(day, "ABOUT")).toEqual({ edtf: "2025-10-20~" });
  const month = { edtf: "2025-10", precision: "MONTH" } as const;
  expect(writeDate(month, "DAY")).toEqual({
    problem: "That is a month. Give the day, or choose Month.",
  });
  expect(writeDate({ edtf: "2025", precision: "YEAR" }, "MONTH")).toEqual({
    problem: "That is a year. Give the month, or choose Year.",
  });
  const range = { edtf: "2025-10-20/2025-10-24", precision: "RANGE" } as const;
  expect(writeDate(range, "RANGE")).toEqual({ edtf: range.edtf });
  expect(writeDate(range, "DAY")).toHaveProperty("problem");
  expect(writeDate(day, "RANGE")).toHaveProperty("problem");
});

test("the days that a date allows are the first and the last of its month, its year, its range", () => {
  const days = (edtf: string) => {
    const { earliest, latest } = boundsOf(edtf);
    return [earliest, latest].map((day) => (day === null ? null : isoOf(day)));
  };
  expect(days("2025-10-20")).toEqual(["2025-10-20", "2025-10-20"]);
  expect(days("2024-02")).toEqual(["2024-02-01", "2024-02-29"]);
  expect(days("2025-12~")).toEqual(["2025-12-01", "2025-12-31"]);
  expect(days("2025")).toEqual(["2025-01-01", "2025-12-31"]);
  expect(days("../2025-01-19")).toEqual([null, "2025-01-19"]);
  expect(days("2024-12-05/..")).toEqual(["2024-12-05", null]);
  expect(betweenDays(dayOf("2025-05-21"), dayOf("2025-06-11"))).toBe("2025-05-21/2025-06-11");
  expect(betweenDays(TODAY, TODAY)).toBe("2025-10-23");
});
