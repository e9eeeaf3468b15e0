import { describe, expect, test } from "vitest";
import { dayOf, isDay, isoOf } from "./day.ts";
import {
  dayAndMonth,
  edtfWords,
  longDay,
  monthAndYear,
  plural,
  shortDay,
  spanWords,
} from "./words.ts";

describe("a day in words", () => {
  test("is the day that was written, wherever the reader sits", () => {
    expect(longDay("2025-01-17")).toBe("17 January 2025");
    expect(shortDay(dayOf("2025-09-02"))).toBe("2 Sep 2025");
    expect(dayAndMonth("2024-12-05")).toBe("5 Dec");
    expect(monthAndYear("2024-12-05")).toBe("Dec 2024");
  });

  test("goes to a count of days and back", () => {
    expect(isoOf(dayOf("1969-12-31"))).toBe("1969-12-31");
    expect(dayOf("1970-01-01")).toBe(0);
    expect(isDay("2024-02-29")).toBe(true);
    expect(isDay("2025-02-29")).toBe(false);
  });
});

describe("an EDTF date in words", () => {
  test.each([
    ["2025-01-17", "17 January 2025"],
    ["2025-01", "January 2025"],
    ["2025", "2025"],
    ["2025-01~", "about January 2025"],
    ["2020-07?", "perhaps July 2020"],
    ["2024-10-22/2024-10-24", "22–24 October 2024"],
    ["2025-08-31/2025-09-01", "31 August – 1 September 2025"],
    ["2024-12-30/2025-01-02", "30 December 2024 – 2 January 2025"],
    ["2024/2025", "2024–2025"],
    ["2024-12-05/..", "from 5 December 2024"],
    ["../2025-01-19", "until 19 January 2025"],
    ["late spring", "late spring"],
  ])("%s reads %s", (edtf, words) => {
    expect(edtfWords(edtf)).toBe(words);
  });

  test("is short where there is little room", () => {
    expect(edtfWords("2025-01-17", "short")).toBe("17 Jan 2025");
  });
});

test("a span is told in the largest unit that fits", () => {
  expect(spanWords(dayOf("2022-01-19"), dayOf("2025-01-17"))).toBe("3 years");
  expect(spanWords(dayOf("2025-01-17"), dayOf("2025-04-21"))).toBe("3 months");
  expect(spanWords(dayOf("2025-01-17"), dayOf("2025-01-18"))).toBe("1 day");
});

test("a count agrees with its noun", () => {
  expect(plural(1, "fact")).toBe("1 fact");
  expect(plural(1234, "country", "countries")).toBe("1,234 countries");
});
