import { expect, test } from "vitest";
import type { TimelineColumns } from "../timeline/columns.ts";
import { windowWith } from "./windowWith.ts";

const columns = {
  marks: {
    slug: ["early", "open"],
    of: ["EVENT", "EVENT"],
    title: ["Early", "Open"],
    kind: ["VISIT", "VISIT"],
    status: ["HELD", "EXPECTED"],
    level: [],
    start: [100, null],
    end: [104, null],
    precision: ["DAY", "NONE"],
    fixed: [true, false],
    whenText: ["", ""],
    disputed: [],
    knownFrom: [100, 100],
    knownTo: [null, null],
    firstKnown: [100, 100],
    place: [],
    sourceCount: [],
    lanes: [[], []],
    topics: [],
  },
  bars: [
    {
      slug: "text",
      lane: 0,
      title: "Text",
      status: "SIGNED",
      knownFrom: 0,
      knownTo: null,
      segments: [{ start: 50, latest: 50 }],
    },
  ],
} as unknown as TimelineColumns;

test("what lies outside the window comes to its middle, and the window keeps its length", () => {
  expect(windowWith("event:early", columns, { from: 1000, to: 1200, known: null })).toEqual({
    from: 2,
    to: 202,
  });
});

test("what the window touches moves nothing", () => {
  expect(windowWith("event:early", columns, { from: 104, to: 300, known: null })).toBeNull();
});

test("what has no date moves nothing", () => {
  expect(windowWith("event:open", columns, { from: 1000, to: 1200, known: null })).toBeNull();
});

test("a bar that goes on into the window moves nothing", () => {
  expect(windowWith("agreement:text", columns, { from: 1000, to: 1200, known: null })).toBeNull();
  expect(windowWith("agreement:text", columns, { from: 0, to: 20, known: null })).toEqual({
    from: 40,
    to: 60,
  });
});
