import {
  asKnownOn,
  type BarSegment,
  type EventKind,
  idOfBar,
  idOfMark,
  type Known,
  type LaneKind,
  type MarkColumns,
  type TimelineBar,
  type TimelineColumns,
} from "./columns.ts";
import { civilOf, type Day, dayAndMonth, monthName } from "./day.ts";
import { type Look, lookOf, wordsOf } from "./look.ts";
import { nameOfMark, nameOfSegment } from "./names.ts";
import { shortened } from "./shorten.ts";
import { type ThreadMark, type Tie, threadMarks, tieOf } from "./threads.ts";
import { daysOf, footingOf, shortWhen } from "./when.ts";

/** How an agreement's column looks from a row on. */
export interface ColumnStep {
  /** The row it changes at; null from the top on. */
  row: string | null;
  look: Look;
  /** How many of those who must have ratified, 0 to 1. */
  share: number;
}

/** An agreement as a column beside the threads. */
export interface PhoneColumn {
  id: string;
  name: string;
  /** What it is called where room is short, told apart from every other agreement shown. */
  short: string;
  /** Where it stands on the day of knowledge. */
  look: Look;
  steps: ColumnStep[];
}

/** One fact of the rotated timeline. */
export interface PhoneRow {
  key: string;
  id: string;
  title: string;
  date: string;
  name: string;
  glyph: Look | null;
  day: Day;
  planned: boolean;
  pinned: boolean;
  /** What leaders did together, and what a story is about: its name is bold. */
  strong: boolean;
  disputed: boolean;
  marks: ThreadMark[];
  tie: Tie;
}

/** Rows of a few neighbouring months under one heading. */
export interface PhoneGroup {
  heading: string;
  rows: PhoneRow[];
}

/** The rotated timeline as of a day: groups above the knowledge line, plans below it. */
export interface PhoneRows {
  threads: number[];
  columns: PhoneColumn[];
  groups: PhoneGroup[];
  plans: PhoneRow[];
}

const MOST_THREADS = 4;
const MOST_COLUMNS = 2;
/** Neighbouring months share a heading while they are this near and few. */
const NEAR_MONTHS = 2;
const FEW_ROWS = 3;
/** A step stands after the event of its day that brought it about. */
const HALF = 0.5;
/** Days after every dated plan. */
const UNDATED = 1e6;
/** Where leaders meet face to face. */
const TOGETHER: ReadonlySet<EventKind> = new Set([
  "MEETING",
  "TALKS",
  "VISIT",
  "SUMMIT",
  "SIGNING",
]);

/** Everything in order, not to scale; month headings keep it honest. */
export function phoneRows(
  columns: TimelineColumns,
  day: Day,
  pinned: ReadonlySet<string>,
): PhoneRows {
  const known = asKnownOn(columns, day);
  const threads = lanesOf(columns, "COUNTRY").slice(0, MOST_THREADS);
  const shown = lanesOf(columns, "AGREEMENT").slice(0, MOST_COLUMNS);
  const bars = shown.flatMap((lane) => known.bars.find((bar) => bar.lane === lane) ?? []);
  const names = shortened(
    bars.map(({ title }) => title),
    columns.bars.map(({ title }) => title),
  );
  const called = (bar: TimelineBar) => names[bars.indexOf(bar)] ?? bar.title;
  const rows = [
    ...rowsOfMarks(columns, known, threads, pinned),
    ...known.bars.flatMap((bar) => rowsOfBar(bar, called(bar))),
  ].sort((a, b) => a.day - b.day);
  const past = rows.filter((row) => !row.planned);
  return {
    threads,
    columns: bars.map((bar) => columnOf(bar, called(bar), past)),
    groups: groupsOf(past),
    plans: plansOf(rows),
  };
}

/** Plans in the order they may come to pass; what a story is about stands first, what has no date last. */
function plansOf(rows: PhoneRow[]): PhoneRow[] {
  const plans = rows.filter((row) => row.planned);
  return [...plans.filter((row) => row.pinned), ...plans.filter((row) => !row.pinned)];
}

function lanesOf(columns: TimelineColumns, kind: LaneKind): number[] {
  return columns.lanes.flatMap((lane, index) => (lane.kind === kind ? [index] : []));
}

function rowsOfMarks(
  columns: TimelineColumns,
  known: Known,
  threads: number[],
  pinned: ReadonlySet<string>,
): PhoneRow[] {
  const { marks } = columns;
  return known.marks.map((row): PhoneRow => {
    const id = idOfMark(marks, row);
    const days = daysOf(marks, row);
    const status = marks.status[row];
    const former = marks.formerStart[row] ?? null;
    // What was put off without a new date stays where it was to be; every other plan waits below the line.
    const putOff = status === "POSTPONED" && (days?.last ?? 0) <= known.day && former !== null;
    const planned = !putOff && status !== "HELD" && status !== "CANCELLED";
    return {
      key: id,
      id,
      title: marks.title[row] ?? "",
      date: shortWhen(marks, row),
      name: nameOfMark(columns, row),
      glyph: null,
      day: planned ? planDay(marks, row, known.day) : (days?.first ?? former ?? known.day),
      planned,
      pinned: pinned.has(id),
      strong: pinned.has(id) || isLeaders(marks, row),
      disputed: marks.disputed[row] === true,
      marks: threadMarks(marks, row, threads),
      tie: tieOf(marks, row),
    };
  });
}

/** The day a plan is ordered by: the end of its window; without one, after all that have one. */
function planDay(marks: MarkColumns, row: number, knownDay: Day): Day {
  const end = footingOf(marks, row) === "days" ? marks.start[row] : marks.end[row];
  return end ?? knownDay + UNDATED;
}

function isLeaders({ kind, level, of }: MarkColumns, row: number): boolean {
  return level[row] === "LEADERS" && (of[row] === "SESSION" || TOGETHER.has(kind[row] ?? "OTHER"));
}

function rowsOfBar(bar: TimelineBar, called: string): PhoneRow[] {
  return bar.segments.flatMap((segment, index): PhoneRow[] => {
    // How a text began is the column's foot; rows tell how it moved.
    if (index === 0) return [];
    const words = wordsOf(segment);
    return [
      {
        key: `${idOfBar(bar)}#${index}`,
        id: idOfBar(bar),
        title: `${called} ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
        date: segment.precision === "DAY" ? dayAndMonth(segment.start) : segment.whenText,
        name: nameOfSegment(bar, index),
        glyph: lookOf(segment),
        day: segment.start + HALF,
        planned: false,
        pinned: false,
        strong: false,
        disputed: segment.disputed,
        marks: [],
        tie: "bilateral",
      },
    ];
  });
}

/** A column changes at the row of its step; what it was before the first row it is from the top. */
function columnOf(bar: TimelineBar, short: string, past: PhoneRow[]): PhoneColumn {
  const steps: ColumnStep[] = [];
  let shown: BarSegment | undefined;
  const step = (row: string | null, segment: BarSegment | undefined) => {
    if (!segment || segment === shown) return;
    shown = segment;
    const share = segment.mustRatify > 0 ? segment.ratified / segment.mustRatify : 0;
    steps.push({ row, look: lookOf(segment), share });
  };
  step(null, segmentOn(bar, (past[0]?.day ?? 0) - 1));
  for (const row of past) step(row.key, segmentOn(bar, row.day));
  return {
    id: idOfBar(bar),
    name: bar.title,
    short,
    look: lookOf(shown ?? { status: bar.status, ratified: 0, mustRatify: 0 }),
    steps,
  };
}

function segmentOn(bar: TimelineBar, day: Day): BarSegment | undefined {
  return bar.segments.findLast(({ start }) => start + HALF <= day);
}

function groupsOf(rows: PhoneRow[]): PhoneGroup[] {
  const months: { month: number; rows: PhoneRow[] }[] = [];
  for (const row of rows) {
    const month = monthOf(row.day);
    const current = months[months.length - 1];
    if (current?.month === month) current.rows.push(row);
    else months.push({ month, rows: [row] });
  }
  const groups: { first: number; last: number; rows: PhoneRow[] }[] = [];
  for (const { month, rows: own } of months) {
    const current = groups[groups.length - 1];
    const joins =
      current &&
      month - current.last <= NEAR_MONTHS &&
      current.rows.length + own.length <= FEW_ROWS;
    if (current && joins) {
      current.last = month;
      current.rows.push(...own);
    } else groups.push({ first: month, last: month, rows: [...own] });
  }
  return groups.map(({ first, last, rows: own }) => ({
    heading: headingOf(first, last),
    rows: own,
  }));
}

function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** `October 2024`, `April – May 2025`, `December 2024 – January 2025`. */
export function headingOf(first: number, last: number): string {
  const year = (month: number) => Math.floor(month / 12);
  const name = (month: number) => monthName((month % 12) + 1);
  if (first === last) return `${name(first)} ${year(first)}`;
  if (year(first) === year(last)) return `${name(first)} – ${name(last)} ${year(last)}`;
  return `${name(first)} ${year(first)} – ${name(last)} ${year(last)}`;
}
