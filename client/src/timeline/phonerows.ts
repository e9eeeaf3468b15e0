import {
  asKnownOn,
  idOfBar,
  idOfMark,
  type Known,
  type LaneKind,
  type TimelineBar,
  type TimelineColumns,
} from "./columns.ts";
import { civilOf, type Day, dayAndMonth, monthName } from "./day.ts";
import { type Look, lookOf, wordsOf } from "./look.ts";
import { nameOfMark, nameOfSegment } from "./names.ts";
import type { MarkStyle } from "./scene.ts";
import { RADIUS, type ShapeName, shapeOf } from "./shapes.ts";
import { daysOf, footingOf, shortWhen } from "./when.ts";

/** A mark on a thread. */
export interface ThreadMark {
  thread: number;
  shape: ShapeName;
  r: number;
  style: MarkStyle;
  strokes: 0 | 1 | 2;
}

/** The agreement columns at one row: how each looked before it and looks from it on; null before it began. */
export interface ColumnCell {
  before: { look: Look; share: number } | null;
  after: { look: Look; share: number } | null;
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
  strong: boolean;
  disputed: boolean;
  marks: ThreadMark[];
  tie: "bilateral" | "summit";
  columns: ColumnCell[];
}

/** Rows of a few neighbouring months under one heading. */
export interface PhoneGroup {
  heading: string;
  rows: PhoneRow[];
}

/** The rotated timeline as of a day: groups above the knowledge line, plans below it. */
export interface PhoneRows {
  threads: number[];
  columns: TimelineBar[];
  groups: PhoneGroup[];
  plans: PhoneRow[];
}

const MOST_THREADS = 4;
const MOST_COLUMNS = 2;
/** Neighbouring months share a heading while they are this near and few. */
const NEAR_MONTHS = 2;
const FEW_ROWS = 3;

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
  const rows = [
    ...rowsOfMarks(columns, known, threads, pinned),
    ...bars.flatMap((bar) => rowsOfBar(bar)),
  ].sort((a, b) => a.day - b.day);
  const past = rows.filter((row) => !row.planned);
  for (const [index, row] of past.entries()) row.columns = cellsAt(bars, row, past[index - 1]);
  return {
    threads,
    columns: bars,
    groups: groupsOf(past),
    plans: rows.filter((row) => row.planned),
  };
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
    const open = footingOf(marks, row) === "open";
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
      day: open ? (former ?? known.day + 1e6) : (days?.first ?? former ?? known.day),
      planned,
      strong: pinned.has(id),
      disputed: marks.disputed[row] === true,
      marks: threadMarks(columns, row, threads),
      tie: marks.of[row] === "SESSION" || marks.kind[row] === "SUMMIT" ? "summit" : "bilateral",
      columns: [],
    };
  });
}

function threadMarks(columns: TimelineColumns, row: number, threads: number[]): ThreadMark[] {
  const { marks } = columns;
  const kind = marks.kind[row] ?? "OTHER";
  const level = marks.level[row] ?? "OFFICIALS";
  const session = marks.of[row] === "SESSION";
  const status = marks.status[row];
  const notFixed = marks.fixed[row] === false;
  return (marks.lanes[row] ?? []).flatMap((lane, index): ThreadMark[] => {
    const thread = threads.indexOf(lane);
    if (thread < 0) return [];
    const role = marks.roles[row]?.[index];
    const host = kind === "VISIT" && role === "HOST";
    const summit = session || kind === "SUMMIT";
    const small = kind === "VISIT" && role !== "GUEST";
    const circle = session && level !== "LEADERS";
    const shape = host
      ? "bar"
      : circle || (small && !host)
        ? "circle"
        : summit
          ? "diamond"
          : shapeOf(kind);
    const style: MarkStyle = status === "HELD" ? "filled" : host && notFixed ? "faint" : "hollow";
    return [
      {
        thread,
        shape,
        r: summit && !circle ? RADIUS.OFFICIALS : RADIUS[level],
        style,
        strokes: host ? 0 : status === "POSTPONED" ? 1 : status === "CANCELLED" ? 2 : 0,
      },
    ];
  });
}

function rowsOfBar(bar: TimelineBar): PhoneRow[] {
  return bar.segments.flatMap((segment, index): PhoneRow[] => {
    // How a text began is the column's foot; rows tell how it moved.
    if (index === 0) return [];
    const words = wordsOf(segment);
    return [
      {
        key: `${idOfBar(bar)}#${index}`,
        id: idOfBar(bar),
        title: `${bar.title} ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
        date: segment.precision === "DAY" ? dayAndMonth(segment.start) : segment.whenText,
        name: nameOfSegment(bar, index),
        glyph: lookOf(segment),
        // After the event of the same day that brought it about.
        day: segment.start + 0.5,
        planned: false,
        strong: false,
        disputed: segment.disputed,
        marks: [],
        tie: "bilateral",
        columns: [],
      },
    ];
  });
}

function cellsAt(bars: TimelineBar[], row: PhoneRow, before: PhoneRow | undefined): ColumnCell[] {
  return bars.map((bar) => ({
    before: lookAt(bar, before?.day ?? row.day - 1e-3),
    after: lookAt(bar, row.day),
  }));
}

function lookAt(bar: TimelineBar, day: Day): { look: Look; share: number } | null {
  let found: TimelineBar["segments"][number] | null = null;
  for (const segment of bar.segments) if (segment.start + 0.5 <= day) found = segment;
  if (!found) return null;
  const share = found.mustRatify > 0 ? found.ratified / found.mustRatify : 0;
  return { look: lookOf(found), share };
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
