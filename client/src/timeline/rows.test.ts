import { expect, test } from "vitest";
import type { TimelineColumns } from "./columns.ts";
import { dayOf } from "./day.ts";
import { grouped, rowsIn, rowsOf, sortOf } from "./rows.ts";

const d = dayOf;

function columns(): TimelineColumns {
  const segment = (status: "AGREED" | "SIGNED", day: string, whenText: string) => ({
    status,
    start: d(day),
    latest: d(day),
    precision: "DAY" as const,
    whenText,
    ratified: 0,
    mustRatify: 2,
    disputed: false,
    place: "Moscow",
    sourceCount: 2,
  });
  return {
    today: d("2025-10-20"),
    sourceCount: 3,
    lanes: [],
    marks: {
      slug: ["visit", "visit", "year"],
      of: ["EVENT", "EVENT", "EVENT"],
      title: ["To visit Moscow", "In Moscow", "A year"],
      kind: ["VISIT", "VISIT", "OTHER"],
      status: ["EXPECTED", "HELD", "HELD"],
      level: ["LEADERS", "LEADERS", "LEADERS"],
      start: [null, d("2025-01-17"), d("2025-01-01")],
      end: [null, d("2025-01-17"), d("2025-12-31")],
      day: [null, d("2025-01-17"), d("2025-12-31")],
      precision: ["NONE", "DAY", "YEAR"],
      fixed: [false, true, true],
      whenText: ["date not fixed", "17 January 2025", "2025"],
      formerStart: [null, null, null],
      formerEnd: [null, null, null],
      rescheduledTo: [null, null, null],
      partOf: [null, null, null],
      disputed: [false, false, false],
      knownFrom: [d("2024-12-03"), d("2025-01-17"), d("2025-12-31")],
      knownTo: [d("2025-01-17"), null, null],
      firstKnown: [d("2024-12-03"), d("2024-12-03"), d("2025-12-31")],
      place: [null, "Moscow", null],
      summary: [null, null, null],
      sourceCount: [1, 2, 1],
      lanes: [[0], [0], [0]],
      roles: [["GUEST"], ["GUEST"], ["PARTICIPANT"]],
      topics: [["trade"], ["trade"], []],
    },
    bars: [
      {
        slug: "treaty",
        lane: 0,
        title: "Treaty",
        status: "AGREED",
        disputed: false,
        knownFrom: d("2024-06-11"),
        knownTo: d("2025-01-17"),
        topics: ["diplomacy"],
        segments: [segment("AGREED", "2024-06-11", "11 June 2024")],
      },
      {
        slug: "treaty",
        lane: 0,
        title: "Treaty",
        status: "SIGNED",
        disputed: false,
        knownFrom: d("2025-01-17"),
        knownTo: null,
        topics: ["diplomacy"],
        segments: [
          segment("AGREED", "2024-06-11", "11 June 2024"),
          segment("SIGNED", "2025-01-17", "17 January 2025"),
        ],
      },
    ],
    notches: [],
    ticks: { day: [], count: [] },
  } as TimelineColumns;
}

test("the table shows one row an event and one a status, as known on the day asked", () => {
  expect(rowsOf(columns(), d("2024-12-05")).map((row) => row.title)).toEqual([
    "To visit Moscow",
    "Treaty",
  ]);
  expect(rowsOf(columns(), null).map((row) => row.key)).toEqual([
    "event:visit",
    "event:year",
    "agreement:treaty:AGREED:0",
    "agreement:treaty:SIGNED:0",
  ]);
});

test("a stage was first known with the first state that contained it", () => {
  const rows = rowsOf(columns(), null);
  expect(rows.map((row) => row.firstKnown)).toEqual([
    d("2024-12-03"),
    d("2025-12-31"),
    d("2024-06-11"),
    d("2025-01-17"),
  ]);
});

test("what has no date comes first, and a year stands under itself, never under January", () => {
  const then = grouped(rowsOf(columns(), d("2024-12-05")), sortOf("-date"));
  expect(then.map((group) => group.heading)).toEqual(["Date not fixed", "June 2024"]);
  const now = grouped(rowsOf(columns(), null), sortOf("-date"));
  expect(now.map((group) => group.heading)).toEqual(["2025", "January 2025", "June 2024"]);
});

test("a window keeps what touches it and what has no date", () => {
  const rows = rowsIn(rowsOf(columns(), d("2024-12-05")), d("2025-01-01"), d("2025-02-01"));
  expect(rows.map((row) => row.title)).toEqual(["To visit Moscow"]);
});

test("an unknown sort means last date first", () => {
  expect(sortOf("nonsense")).toEqual({ field: "date", descending: true });
  expect(sortOf("title")).toEqual({ field: "title", descending: false });
});
