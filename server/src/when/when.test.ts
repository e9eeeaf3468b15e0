import fc from "fast-check";
import { expect, test } from "vitest";
import type { When } from "./when.ts";
import {
  agrees,
  compareWhen,
  dayOf,
  isoOf,
  notFixed,
  parseWhen,
  printWhen,
  sortDay,
  withFixed,
} from "./when.ts";

const anyDayText = fc.integer({ min: dayOf("2019-12-01"), max: dayOf("2026-02-01") }).map(isoOf);
const anyText = fc
  .tuple(
    anyDayText,
    anyDayText,
    fc.constantFrom(4, 7, 10),
    fc.nat(6),
    fc.constantFrom("", "~", "?", "%"),
  )
  .map(([a, b, length, kind, mark]) => {
    const [start, end] = [a, b].sort().map((iso) => iso.slice(0, length)) as [string, string];
    if (kind === 0) return `${start}/${end}`;
    if (kind === 1) return `${start}${mark}/..`;
    if (kind === 2) return `../${end}${mark}`;
    return start + mark;
  });
const anyWhen = fc.oneof(
  anyText.map(parseWhen),
  anyText.map((text) => notFixed(text)),
  fc.constant(notFixed()),
);

test("what is printed parses back the same, set or not", () => {
  fc.assert(
    fc.property(anyWhen, (when) => {
      const text = printWhen(when);
      const back = text === null ? notFixed() : when.fixed ? parseWhen(text) : notFixed(text);
      expect(back).toEqual(when);
    }),
  );
});

test("a date allows exactly the days whose own text begins with it", () => {
  const coarse = fc.tuple(anyDayText, fc.constantFrom(4, 7, 10)).map(([iso, n]) => iso.slice(0, n));
  fc.assert(
    fc.property(coarse, anyDayText, (text, iso) => {
      const { earliest, latest } = parseWhen(text);
      const isAllowed = (earliest ?? 0) <= dayOf(iso) && dayOf(iso) <= (latest ?? 0);
      expect(isAllowed).toBe(iso.startsWith(text));
    }),
  );
});

test("an interval allows all that its ends allow", () => {
  fc.assert(
    fc.property(anyDayText, anyDayText, (a, b) => {
      const [start, end] = [a, b].sort() as [string, string];
      const when = parseWhen(`${start.slice(0, 7)}/${end.slice(0, 7)}`);
      expect(when.earliest).toBe(parseWhen(start.slice(0, 7)).earliest);
      expect(when.latest).toBe(parseWhen(end.slice(0, 7)).latest);
    }),
  );
});

test("comparing is a total order, in which equal means equal", () => {
  fc.assert(
    fc.property(anyWhen, anyWhen, anyWhen, (a, b, c) => {
      expect(compareWhen(a, b)).toBe(-compareWhen(b, a) + 0);
      if (compareWhen(a, b) <= 0 && compareWhen(b, c) <= 0) {
        expect(compareWhen(a, c)).toBeLessThanOrEqual(0);
      }
      if (compareWhen(a, b) === 0) expect(a).toEqual(b);
    }),
    { numRuns: 1000 },
  );
});

test("a month or a year comes after every day in it, and never as its first of January", () => {
  const days = ["2025-12-31", "2025-01-01", "2025-06-15"].map(parseWhen);
  const sorted = [parseWhen("2025"), parseWhen("2025-06"), ...days, parseWhen("2026-01-01")];
  expect(sorted.sort(compareWhen).map(printWhen)).toEqual([
    "2025-01-01",
    "2025-06-15",
    "2025-06",
    "2025-12-31",
    "2025",
    "2026-01-01",
  ]);
});

test.each([
  ["2025-01-17", "2025-01-17"],
  ["2025-02", "2025-02-28"],
  ["2025", "2025-12-31"],
  ["2019/2020", "2019-12-31"],
  ["2024-10-22/2024-10-24", "2024-10-22"],
  ["2024-12-05/..", "2024-12-05"],
  ["../2025-01-19", "2025-01-19"],
  ["201X", "2019-12-31"],
])("%s sorts by %s", (text, iso) => {
  expect(isoOf(sortDay(parseWhen(text)) ?? 0)).toBe(iso);
});

test("no date comes last", () => {
  fc.assert(fc.property(anyText, (text) => compareWhen(parseWhen(text), notFixed()) < 0));
  expect(sortDay(notFixed())).toBeNull();
});

test("two dates agree when some day is allowed by both", () => {
  fc.assert(
    fc.property(anyWhen, anyWhen, (a, b) => {
      const first = Math.max(a.earliest ?? -Infinity, b.earliest ?? -Infinity);
      const last = Math.min(a.latest ?? Infinity, b.latest ?? Infinity);
      expect(agrees(a, b)).toBe(first <= last);
      expect(agrees(a, b)).toBe(agrees(b, a));
      expect(agrees(a, a)).toBe(true);
    }),
  );
});

test("a window is not a date that is set, and what has no date can't be", () => {
  expect(notFixed("2025-01-01/2025-01-19")).toMatchObject({
    fixed: false,
    latest: dayOf("2025-01-19"),
  });
  expect(withFixed(notFixed("2025-01-17"), true)).toEqual(parseWhen("2025-01-17"));
  expect(withFixed(notFixed(), true)).toEqual(notFixed());
});

test.each<[string, Partial<When>]>([
  ["2025-01~", { precision: "MONTH", qualifier: "APPROXIMATE" }],
  ["2025-03-16?", { precision: "DAY", qualifier: "UNCERTAIN" }],
  ["2025%", { precision: "YEAR", qualifier: "UNCERTAIN_AND_APPROXIMATE" }],
  ["2025~/2026?", { precision: "INTERVAL", qualifier: "UNCERTAIN_AND_APPROXIMATE" }],
  ["2024-12-05/..", { precision: "INTERVAL", latest: null, qualifier: null }],
  ["2012-XX", { precision: "YEAR", earliest: dayOf("2012-01-01"), latest: dayOf("2012-12-31") }],
  ["2012-12-XX", { precision: "MONTH", earliest: dayOf("2012-12-01") }],
  ["201X", { precision: "INTERVAL", earliest: dayOf("2010-01-01"), latest: dayOf("2019-12-31") }],
])("%s says how exact and how sure it is", (text, expected) => {
  expect(parseWhen(text)).toMatchObject(expected);
});
