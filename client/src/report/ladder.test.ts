import { expect, test } from "vitest";
import type { ReportLineFragment } from "../app/operations.gen.ts";
import { ladderOf } from "./ladder.ts";

function claim(
  knownOn: string,
  status: string,
  edtf: string | null,
  more: Partial<ReportLineFragment> = {},
) {
  const [from, to] = edtf?.split("/") ?? [null, null];
  const open = (text: string | null | undefined) =>
    text === ".." || text === undefined ? null : text;
  return {
    id: `${knownOn}-${status}-${edtf}`,
    act: "CLAIM",
    moves: true,
    retracted: false,
    knownOn,
    status,
    when: { edtf, earliest: open(from), latest: to === undefined ? open(from) : open(to) },
    ...more,
  } as ReportLineFragment;
}

const founding = [
  claim("2024-12-03", "EXPECTED", null),
  claim("2024-12-23", "EXPECTED", "../2025-01-19"),
  claim("2024-12-26", "SCHEDULED", "2025-01-17"),
  claim("2025-01-13", "SCHEDULED", "2025-01-17"),
  claim("2025-01-17", "HELD", "2025-01-17"),
];

test("the founding visit narrows from a lead to a window, to a hollow and to a filled mark", () => {
  const { rungs } = ladderOf(founding);
  expect(rungs.map((rung) => rung.shape.form)).toEqual(["lead", "window", "hollow", "filled"]);
  expect(rungs.map((rung) => rung.words)).toEqual([
    "Planned, date not fixed",
    "Planned, by 19 January 2025",
    "Planned for 17 January 2025",
    "Held 17 January 2025",
  ]);
});

test("a claim that changes nothing confirms the rung it falls on", () => {
  expect(ladderOf(founding).rungs[2]?.claims.map((one) => one.knownOn)).toEqual([
    "2024-12-26",
    "2025-01-13",
  ]);
});

test("the rungs share one scale: 17 January stands in the same place on each", () => {
  const [, , hollow, filled] = ladderOf(founding).rungs;
  expect(hollow?.shape.from).toBe(filled?.shape.from);
  expect(hollow?.knownAt).toBeLessThan(filled?.knownAt ?? 0);
});

test("a claim without a date keeps the date known so far while its status stays", () => {
  const { rungs } = ladderOf([
    claim("2024-12-26", "SCHEDULED", "2025-01-17"),
    claim("2025-01-02", "SCHEDULED", null),
  ]);
  expect(rungs).toHaveLength(1);
});

test("what was retracted or moved nothing is no rung", () => {
  expect(ladderOf([claim("2024-12-03", "EXPECTED", null, { retracted: true })]).rungs).toEqual([]);
  expect(ladderOf([claim("2024-12-03", "EXPECTED", null, { moves: false })]).rungs).toEqual([]);
});

test("every place lies within the width, and few months are named", () => {
  const { rungs, ticks } = ladderOf(
    [claim("2001-01-01", "EXPECTED", "2001-05/.."), ...founding].slice(1),
  );
  for (const rung of rungs) {
    expect(rung.knownAt).toBeGreaterThanOrEqual(0);
    expect(rung.shape.from).toBeLessThanOrEqual(1);
  }
  expect(ticks.length).toBeLessThanOrEqual(5);
  ticks.forEach((tick, index) => {
    expect(tick.at).toBeLessThanOrEqual(0.8);
    const next = ticks[index + 1];
    if (next) expect(next.at - tick.at).toBeGreaterThan(0.2);
  });
});
