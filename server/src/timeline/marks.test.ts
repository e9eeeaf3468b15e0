import { expect, it } from "vitest";
import { dayOf } from "../when/day.ts";
import { notFixed, parseWhen } from "../when/when.ts";
import { barOf } from "./bars.ts";
import { columnsOf, type MarkState, statesOf } from "./marks.ts";

const mark = (detail: Partial<MarkState> = {}): MarkState => ({
  slug: "visit",
  of: "EVENT",
  title: "Visit",
  kind: "VISIT",
  status: "HELD",
  level: "LEADERS",
  when: parseWhen("2025-01-17"),
  formerWhen: null,
  rescheduledTo: "later-visit",
  partOf: "tour",
  disputed: false,
  knownFrom: 10,
  knownTo: null,
  firstKnown: 10,
  place: null,
  summary: "What it was about.",
  sourceCount: 1,
  ...detail,
});

it("cuts a state where its summary, its successor and its whole became known", () => {
  const states = statesOf(mark(), { summaryKnownOn: 20, successorKnownOn: 30, wholeKnownOn: 40 });
  expect(states.map((s) => [s.knownFrom, s.knownTo, s.summary, s.rescheduledTo, s.partOf])).toEqual(
    [
      [10, 20, null, null, null],
      [20, 30, "What it was about.", null, null],
      [30, 40, "What it was about.", "later-visit", null],
      [40, null, "What it was about.", "later-visit", "tour"],
    ],
  );
});

it("cuts nothing at what was known before, or only after the state ended", () => {
  const whole = statesOf(mark({ knownTo: 25 }), {
    summaryKnownOn: 10,
    successorKnownOn: 25,
    wholeKnownOn: 4,
  });
  expect(whole).toEqual([mark({ knownTo: 25, rescheduledTo: null })]);
});

it("sorts marks by first day, then slug, then knowledge, those without a day last", () => {
  const columns = columnsOf(
    [
      mark({ slug: "c", when: notFixed() }),
      mark({ slug: "b", knownFrom: 30 }),
      mark({ slug: "b", knownFrom: 10, knownTo: 30 }),
      mark({ slug: "a" }),
      mark({ slug: "z", when: parseWhen("2024") }),
    ],
    ({ slug }) =>
      slug === "a" ? { lanes: [1, 0], roles: ["GUEST", "HOST"], topics: ["trade"] } : undefined,
  );
  expect(columns.slug).toEqual(["z", "a", "b", "b", "c"]);
  expect(columns.knownFrom).toEqual([10, 10, 10, 30, 10]);
  expect(columns.lanes[1]).toEqual([1, 0]);
  expect(columns.topics.slice(0, 3)).toEqual([[], ["trade"], []]);
});

const stage = (status: string, edtf: string) => ({
  status,
  when: parseWhen(edtf),
  ratified: 0,
  mustRatify: 2,
  disputed: false,
  reportId: `treaty--${status}`,
});
const bar = {
  slug: "treaty",
  title: "Treaty",
  status: "EXPIRED",
  disputed: false,
  knownFrom: 0,
  knownTo: null,
  topics: ["trade"],
  stages: [stage("SIGNED", "2015-07"), stage("EXPIRED", "2025-10-18")],
};

it("draws a bar from the first day of its first stage, with the doubt about each", () => {
  const behind = new Map([["treaty--SIGNED", { place: "Vienna", sources: 2 }]]);
  const drawn = barOf(bar, 3, { from: null, to: null }, behind);
  expect(drawn?.lane).toBe(3);
  expect(drawn?.segments[0]).toMatchObject({
    start: dayOf("2015-07-01"),
    latest: dayOf("2015-07-31"),
    whenText: "July 2015",
    place: "Vienna",
    sourceCount: 2,
  });
});

it("leaves out a bar that ended before the window, and keeps one that has not ended", () => {
  const after = { from: dayOf("2026-01-01"), to: null };
  expect(barOf(bar, 0, after)).toBeNull();
  expect(
    barOf({ ...bar, status: "SIGNED", stages: bar.stages.slice(0, 1) }, 0, after),
  ).not.toBeNull();
  expect(barOf(bar, 0, { from: null, to: dayOf("2015-06-30") })).toBeNull();
});
