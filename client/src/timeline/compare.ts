import {
  asKnownOn,
  type BarSegment,
  idOfBar,
  idOfMark,
  type Known,
  rowsById,
  type TimelineBar,
  type TimelineColumns,
} from "./columns.ts";
import type { Day } from "./day.ts";
import { footingOf } from "./when.ts";

/**
 * What became of one thing between two days of knowledge: nothing (`same`); nobody knew of it (`unknown`); its date was
 * not fixed, and now is (`fixed`) or still is not (`open`); its date moved (`moved`); a plan happened on its day (`held`)
 * or fell away (`fell`); an agreement is at another stage (`staged`); or the fact was taken back (`withdrawn`).
 */
export type Change =
  | "same"
  | "unknown"
  | "fixed"
  | "open"
  | "moved"
  | "held"
  | "fell"
  | "staged"
  | "withdrawn";

/** An event or session on both days, as rows of the columns; null where it was not known. */
export interface MarkDifference {
  id: string;
  change: Change;
  was: number | null;
  is: number | null;
  /** Whether sources disagree now and did not then. */
  disagree: boolean;
}

/** An agreement on both days; null where it was not known. */
export interface BarDifference {
  id: string;
  change: Change;
  was: TimelineBar | null;
  is: TimelineBar | null;
  disagree: boolean;
}

/** Everything known on either of two days, each once and in one class. */
export interface Comparison {
  was: Known;
  is: Known;
  marks: MarkDifference[];
  bars: BarDifference[];
}

/** Holds two days of knowledge against each other. Whatever is known on one of them is in exactly one class. */
export function compareDays(columns: TimelineColumns, thenDay: Day, nowDay: Day): Comparison {
  const was = asKnownOn(columns, thenDay);
  const is = asKnownOn(columns, nowDay);
  return { was, is, marks: marksBetween(columns, was, is), bars: barsBetween(was, is) };
}

function marksBetween(columns: TimelineColumns, was: Known, is: Known): MarkDifference[] {
  const { marks } = columns;
  const before = rowsById(marks, was);
  const after = rowsById(marks, is);
  const differences = is.marks.map((row): MarkDifference => {
    const id = idOfMark(marks, row);
    const old = before.get(id);
    if (old === undefined)
      return {
        id,
        change: "unknown",
        was: null,
        is: row,
        disagree: marks.disputed[row] === true,
      };
    const disagree = marks.disputed[row] === true && marks.disputed[old] !== true;
    return { id, change: changeOf(columns, old, row), was: old, is: row, disagree };
  });
  for (const row of was.marks) {
    const id = idOfMark(marks, row);
    if (!after.has(id))
      differences.push({ id, change: "withdrawn", was: row, is: null, disagree: false });
  }
  return differences;
}

function changeOf({ marks }: TimelineColumns, was: number, is: number): Change {
  const [before, after] = [marks.status[was], marks.status[is]];
  const [wasFixed, isNowFixed] = [isFixed(marks, was), isFixed(marks, is)];
  if (after === "CANCELLED" || (after === "POSTPONED" && !isNowFixed))
    return before === after ? "same" : "fell";
  if (!isNowFixed) return wasFixed ? "moved" : "open";
  if (!wasFixed) return "fixed";
  if (!sameDays(marks, was, is)) return "moved";
  return before !== "HELD" && after === "HELD" ? "held" : "same";
}

/** Whether a mark stands on a date, be it only the span of what happened; what was called off has none. */
function isFixed(marks: TimelineColumns["marks"], row: number): boolean {
  if (marks.status[row] === "HELD") return true;
  return marks.status[row] !== "CANCELLED" && footingOf(marks, row) === "days";
}

function sameDays(marks: TimelineColumns["marks"], was: number, is: number): boolean {
  return (
    (marks.start[was] ?? null) === (marks.start[is] ?? null) &&
    (marks.end[was] ?? null) === (marks.end[is] ?? null)
  );
}

function barsBetween(was: Known, is: Known): BarDifference[] {
  const differences = is.bars.map((bar): BarDifference => {
    const old = was.bars.find(({ slug }) => slug === bar.slug);
    const disagree = bar.disputed && old?.disputed !== true;
    if (!old) return { id: idOfBar(bar), change: "unknown", was: null, is: bar, disagree };
    return { id: idOfBar(bar), change: changeOfBar(old, bar), was: old, is: bar, disagree };
  });
  for (const bar of was.bars)
    if (is.bars.every(({ slug }) => slug !== bar.slug))
      differences.push({
        id: idOfBar(bar),
        change: "withdrawn",
        was: bar,
        is: null,
        disagree: false,
      });
  return differences;
}

function changeOfBar(was: TimelineBar, is: TimelineBar): Change {
  const [before, after] = [lastOf(was), lastOf(is)];
  if (!before || !after) return before === after ? "same" : "staged";
  if (before.status !== after.status || before.ratified !== after.ratified) return "staged";
  return before.start === after.start ? "same" : "moved";
}

/** Where an agreement stands: its last stretch. */
export function lastOf(bar: TimelineBar): BarSegment | undefined {
  return bar.segments[bar.segments.length - 1];
}

/** What a later day knows and an earlier one did not: rows that changed, and changes of office between the two. */
export function knownSince(columns: TimelineColumns, { was, is, marks }: Comparison): Known {
  const { start, end } = columns.marks;
  const changed = marks.flatMap(({ change, was: old, is: row }) => {
    if (row === null || change === "same") return [];
    // A plan that is still not fixed is drawn anew only if its window changed.
    const isSame = old !== null && start[old] === start[row] && end[old] === end[row];
    return change === "open" && isSame ? [] : [row];
  });
  const then = new Set(was.notches);
  return {
    day: is.day,
    marks: changed.sort((a, b) => a - b),
    bars: is.bars,
    notches: is.notches.filter((notch) => !then.has(notch)),
  };
}

/** Whether a stretch of a bar as it is was not known on the earlier day. */
export function isNews({ was, is }: BarDifference, index: number): boolean {
  const stretch = is?.segments[index];
  return !was?.segments.some(
    ({ status, ratified, start }) =>
      status === stretch?.status && ratified === stretch.ratified && start === stretch.start,
  );
}
