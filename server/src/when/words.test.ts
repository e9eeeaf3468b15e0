import { expect, test } from "vitest";
import { notFixed, parseWhen, wordsOfWhen } from "./when.ts";

test.each([
  ["2025-01-17", "17 January 2025"],
  ["2025-01", "January 2025"],
  ["2025", "2025"],
  ["-0043", "44 BC"],
  ["2025-01~", "about January 2025"],
  ["2025-03-16?", "16 March 2025 (uncertain)"],
  ["2025%", "about 2025 (uncertain)"],
  ["2024-10-22/2024-10-24", "22–24 October 2024"],
  ["2025-08-31/2025-09-01", "31 August – 1 September 2025"],
  ["2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"],
  ["2026-07/2026-08", "July–August 2026"],
  ["2025-12/2026-01", "December 2025 – January 2026"],
  ["2019/2020", "2019–2020"],
  ["2024-12-05/2025", "5 December 2024 – 2025"],
  ["2024-12-05~/2024-12-09", "about 5 December 2024 – 9 December 2024"],
  ["2024-12-05/..", "from 5 December 2024"],
  ["2024-12-05/", "from 5 December 2024, end unknown"],
  ["../2025-01-19", "until 19 January 2025"],
  ["/2025-01-19", "until 19 January 2025, beginning unknown"],
  ["201X", "some year from 2010 to 2019"],
  ["2012-XX", "some month in 2012"],
  ["2012-12-XX", "some day in December 2012"],
  ["2012-XX-XX", "some day in 2012"],
])("%s reads %s", (edtf, words) => {
  expect(wordsOfWhen(parseWhen(edtf))).toBe(words);
});

test("what is not set says so, with its window where it has one", () => {
  expect(wordsOfWhen(notFixed("2025-01-01/2025-01-19"))).toBe("1–19 January 2025, date not fixed");
  expect(wordsOfWhen(notFixed())).toBe("date not fixed");
});
