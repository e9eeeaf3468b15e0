import {
  asKnownOn,
  type EventKind,
  idOfBar,
  idOfMark,
  type Known,
  type LaneKind,
  type MarkColumns,
  type TimelineBar,
  type TimelineColumns,
} from "./columns.ts";
import { type BarDifference, type Comparison, compareDays, isNews, knownSince } from "./compare.ts";
import { type Day, dayAndMonth, shortDate } from "./day.ts";
import { horizonOf } from "./horizon.ts";
import { type Look, lookOf, wordsOf } from "./look.ts";
import { byMonths, type Months } from "./months.ts";
import { nameOfMark, nameOfSegment } from "./names.ts";
import { type Partly, withParts } from "./parts.ts";
import { AFTER, columnOf, type PhoneColumn } from "./phonesteps.ts";
import { shortened } from "./shorten.ts";
import { type ThreadMark, type Tie, threadMarks, tieOf } from "./threads.ts";
import { twinsOf } from "./twins.ts";
import { daysOf, footingOf, shortWhen } from "./when.ts";

/** One fact of the rotated timeline. */
export interface PhoneRow extends Partly {
  key: string;
  title: string;
  date: string;
  name: string;
  glyph: Look | null;
  planned: boolean;
  /** Whether it stands on days, in whatever future. */
  dated: boolean;
  /** Known now, and not on the day shown. */
  since: boolean;
  pinned: boolean;
  /** What leaders did together, and what a story is about: its name is bold. */
  strong: boolean;
  disputed: boolean;
  marks: ThreadMark[];
  tie: Tie;
}

export type PhoneGroup = Months<PhoneRow>;

/** The rotated timeline as of a day: groups above the knowledge line, plans below it. */
export interface PhoneRows {
  threads: number[];
  columns: PhoneColumn[];
  groups: PhoneGroup[];
  /** Where the record ends before the day shown: that nothing is recorded after. Its ground is the future's from there on. */
  ends: string | null;
  plans: PhoneRow[];
  /** When compared: what is known now of the days after the line, and how agreements went on. */
  after: PhoneGroup[];
  later: PhoneColumn[];
}

const MOST_THREADS = 4;
const MOST_COLUMNS = 2;
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

/**
 * Everything in order, not to scale; month headings keep it honest. With a later day `now`, also what only that knows: above the line
 * among the rest, below it after the plans of then.
 */
export function phoneRows(
  columns: TimelineColumns,
  day: Day,
  pinned: ReadonlySet<string>,
  now: Day | null = null,
): PhoneRows {
  const comparison = now === null ? null : compareDays(columns, day, Math.max(now, day));
  const known = comparison?.was ?? asKnownOn(columns, day);
  const threads = lanesOf(columns, "COUNTRY").slice(0, MOST_THREADS);
  const called = callerOf(columns, comparison?.is ?? known);
  const then = [
    ...rowsOfMarks(columns, known, threads, pinned),
    ...known.bars.flatMap((bar) => rowsOfBar(bar, called(bar))),
  ];
  const since = comparison ? rowsSince(columns, comparison, threads, pinned, called) : [];
  const rows = [...withParts(then), ...withParts(since)].sort((a, b) => a.day - b.day);
  const isBelow = (row: PhoneRow) => row.planned || (row.since && row.day > day + AFTER);
  const past = rows.filter((row) => !isBelow(row));
  const below = rows.filter(isBelow);
  const isAfter = (row: PhoneRow) => comparison !== null && row.dated;
  const after = below.filter(isAfter);
  const open = below.filter((row) => !isAfter(row));
  const openSince = open.filter((row) => row.since);
  const knownThen = past.filter((row) => !row.since);
  const barsIn = ({ bars }: Known) =>
    lanesOf(columns, "AGREEMENT")
      .slice(0, MOST_COLUMNS)
      .flatMap((lane) => bars.find((bar) => bar.lane === lane) ?? []);
  const horizon = horizonOf(columns.ticks.day, day);
  return {
    threads,
    columns: barsIn(known).map((bar) => columnOf(bar, called(bar), knownThen)),
    groups: byMonths(past),
    ends: horizon < day && !comparison ? `Nothing recorded after ${shortDate(horizon)}` : null,
    plans: plansOf(open.filter((row) => !row.since)),
    after: [
      ...byMonths(after),
      ...(openSince.length > 0 ? [{ heading: "Date not fixed", rows: openSince }] : []),
    ],
    later: comparison
      ? barsIn(comparison.is).map((bar) => columnOf(bar, called(bar), after, day))
      : [],
  };
}

/** Plans in the order they may come to pass; what a story is about stands first, what has no date last. */
function plansOf(plans: PhoneRow[]): PhoneRow[] {
  return [...plans.filter((row) => row.pinned), ...plans.filter((row) => !row.pinned)];
}

/** What agreements are called: in short those with a column, told apart from every other. */
function callerOf(columns: TimelineColumns, { bars }: Known): (bar: TimelineBar) => string {
  const lanes = lanesOf(columns, "AGREEMENT").slice(0, MOST_COLUMNS);
  const shown = lanes.flatMap((lane) => bars.find((bar) => bar.lane === lane) ?? []);
  const names = shortened(
    shown.map(({ title }) => title),
    columns.bars.map(({ title }) => title),
  );
  return ({ slug, title }) => names[shown.findIndex((bar) => bar.slug === slug)] ?? title;
}

/** What only the later day knows: marks as they are, and the stretches of agreements that were not known. */
function rowsSince(
  columns: TimelineColumns,
  comparison: Comparison,
  threads: number[],
  pinned: ReadonlySet<string>,
  called: (bar: TimelineBar) => string,
): PhoneRow[] {
  const marks = rowsOfMarks(columns, knownSince(columns, comparison), threads, pinned);
  const stretches = comparison.bars.flatMap((difference: BarDifference) =>
    difference.is
      ? rowsOfBar(difference.is, called(difference.is), difference.was ? 1 : 0).filter(({ key }) =>
          isNews(difference, Number(key.split("#")[1])),
        )
      : [],
  );
  return [...marks, ...stretches].map((row) => ({
    ...row,
    key: `${row.key}#now`,
    name: `Known now, not then. ${row.name}`,
    since: true,
    marks: row.marks.map((mark) => ({
      ...mark,
      style: mark.shape === "bar" ? ("filled" as const) : ("hollow" as const),
    })),
  }));
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
  const twins = twinsOf(columns, known);
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
      dated: footingOf(marks, row) === "days" || status === "HELD",
      last: days?.last ?? known.day,
      since: false,
      partOf: twins.get(id) ?? (marks.partOf[row] == null ? null : `event:${marks.partOf[row]}`),
      isPart: false,
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

/** How a text began is the column's foot; rows tell how it moved, `from` its second stretch on. */
function rowsOfBar(bar: TimelineBar, called: string, from = 1): PhoneRow[] {
  return bar.segments.flatMap((segment, index): PhoneRow[] => {
    if (index < from) return [];
    const words = wordsOf(segment);
    return [
      {
        key: `${idOfBar(bar)}#${index}`,
        id: idOfBar(bar),
        title: `${called} ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
        date: segment.precision === "DAY" ? dayAndMonth(segment.start) : segment.whenText,
        name: nameOfSegment(bar, index),
        glyph: lookOf(segment),
        day: segment.start + AFTER,
        planned: false,
        dated: true,
        last: segment.start + AFTER,
        since: false,
        partOf: null,
        isPart: false,
        pinned: false,
        strong: false,
        disputed: segment.disputed,
        marks: [],
        tie: "bilateral",
      },
    ];
  });
}
