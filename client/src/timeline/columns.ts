import type { Day } from "./day.ts";

/** What a lane stands for. */
export type LaneKind = "COUNTRY" | "FORUM" | "AGREEMENT";

export type EventKind =
  | "MEETING"
  | "TALKS"
  | "VISIT"
  | "SUMMIT"
  | "CALL"
  | "STATEMENT"
  | "MESSAGE"
  | "SIGNING"
  | "VOTE"
  | "ELECTION"
  | "INAUGURATION"
  | "OTHER";

export type EventStatus = "EXPECTED" | "SCHEDULED" | "HELD" | "POSTPONED" | "CANCELLED";

export type EventLevel = "LEADERS" | "MINISTERS" | "OFFICIALS";

export type Precision = "DAY" | "MONTH" | "YEAR" | "INTERVAL" | "NONE";

export type AgreementStatus =
  | "PROPOSED"
  | "NEGOTIATING"
  | "AGREED"
  | "SIGNED"
  | "RATIFIED"
  | "PROVISIONALLY_APPLIED"
  | "IN_FORCE"
  | "SUSPENDED"
  | "EXPIRED"
  | "TERMINATED"
  | "SUPERSEDED"
  | "ABANDONED";

/** Somebody at the head of a country; `until` is the day after the last. Dates are ISO text. */
export interface LaneHolder {
  name: string;
  title: string;
  from?: string | null | undefined;
  until?: string | null | undefined;
}

/** A country or forum that an agreement is between. */
export interface LaneParty {
  /** Its ISO code or its slug. */
  key: string;
  kind: LaneKind;
  name: string;
}

/** One row of the timeline. */
export interface Lane {
  key: string;
  kind: LaneKind;
  slug: string;
  name: string;
  monogram?: string | null | undefined;
  parties?: string | null | undefined;
  /** Of an agreement, its parties in the order of the text. */
  between: LaneParty[];
  holders: LaneHolder[];
}

type Maybe<T> = T | null | undefined;

/** Every state of knowledge of every event and session, in parallel lists. */
export interface MarkColumns {
  slug: string[];
  of: string[];
  title: string[];
  kind: EventKind[];
  status: EventStatus[];
  level: EventLevel[];
  start: Maybe<Day>[];
  end: Maybe<Day>[];
  /** The day it is sorted and counted by. */
  day: Maybe<Day>[];
  precision: Precision[];
  fixed: boolean[];
  whenText: string[];
  formerStart: Maybe<Day>[];
  formerEnd: Maybe<Day>[];
  rescheduledTo: Maybe<string>[];
  /** Slug of the event it was a part of. */
  partOf: Maybe<string>[];
  disputed: boolean[];
  knownFrom: Day[];
  knownTo: Maybe<Day>[];
  firstKnown: Day[];
  place: Maybe<string>[];
  summary: Maybe<string>[];
  sourceCount: number[];
  lanes: number[][];
  roles: string[][];
  /** Slugs of what each is about. */
  topics: string[][];
}

/** A stretch of a bar; it lasts until the next one begins. */
export interface BarSegment {
  status: AgreementStatus;
  start: Day;
  latest: Day;
  precision: Precision;
  whenText: string;
  ratified: number;
  mustRatify: number;
  disputed: boolean;
  place?: Maybe<string>;
  sourceCount: number;
}

/** The bar of one agreement in one state of knowledge. */
export interface TimelineBar {
  slug: string;
  lane: number;
  title: string;
  status: AgreementStatus;
  disputed: boolean;
  knownFrom: Day;
  knownTo?: Maybe<Day>;
  topics: string[];
  segments: BarSegment[];
}

/** A change of office. */
export interface TimelineNotch {
  lane: number;
  day: Day;
  title: string;
  leader: string;
}

/** What the server's `timeline(history: true)` answers. */
export interface TimelineColumns {
  today: Day;
  lanes: Lane[];
  marks: MarkColumns;
  bars: TimelineBar[];
  notches: TimelineNotch[];
  ticks: { day: Day[]; count: number[] };
  sourceCount: number;
}

/** The rows known on a day: indexes into the columns of marks, and the bars and notches themselves. */
export interface Known {
  day: Day;
  marks: number[];
  bars: TimelineBar[];
  notches: TimelineNotch[];
}

/** The states of knowledge of one day. What became known on that day is known on it. */
export function asKnownOn(columns: TimelineColumns, day: Day): Known {
  const { marks } = columns;
  const known: number[] = [];
  for (let row = 0; row < marks.slug.length; row++) {
    const from = marks.knownFrom[row];
    const to = marks.knownTo[row];
    if (from !== undefined && from <= day && (to == null || day < to)) known.push(row);
  }
  return {
    day,
    marks: known,
    bars: columns.bars.filter(
      (bar) => bar.knownFrom <= day && (bar.knownTo == null || day < bar.knownTo),
    ),
    notches: columns.notches.filter((notch) => notch.day <= day),
  };
}

/** How many facts are known: events, sessions and agreements. */
export function factsOf(known: Known): number {
  return known.marks.length + known.bars.length;
}

/** The name by which a mark is selected: `event:slug` or `session:slug`. */
export function idOfMark(marks: MarkColumns, row: number): string {
  return `${marks.of[row] === "SESSION" ? "session" : "event"}:${marks.slug[row]}`;
}

const rows = new WeakMap<Known, Map<string, number>>();

/** The rows known, by id: several states of one thing are never known at once. */
export function rowsById(marks: MarkColumns, known: Known): ReadonlyMap<string, number> {
  let found = rows.get(known);
  if (!found) {
    found = new Map(known.marks.map((row) => [idOfMark(marks, row), row]));
    rows.set(known, found);
  }
  return found;
}

/** The name by which a bar is selected. */
export function idOfBar(bar: Pick<TimelineBar, "slug">): string {
  return `agreement:${bar.slug}`;
}

/** Who stood at the head of a country on a day, or null. Of several, the one who came last. */
export function holderOn(lane: Lane, isoDay: string): LaneHolder | null {
  let found: LaneHolder | null = null;
  for (const holder of lane.holders) {
    const begun = holder.from == null || holder.from <= isoDay;
    const over = holder.until != null && holder.until <= isoDay;
    if (begun && !over && (!found || (holder.from ?? "") >= (found.from ?? ""))) found = holder;
  }
  return found;
}

/** First and last day that anything dated touches; null when nothing is. */
export function extentOf(columns: TimelineColumns, known: Known): { first: Day; last: Day } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const row of known.marks) {
    const start = columns.marks.start[row] ?? columns.marks.end[row];
    const end = columns.marks.end[row] ?? columns.marks.start[row];
    if (start != null) first = Math.min(first, start);
    if (end != null) last = Math.max(last, end);
  }
  for (const bar of known.bars)
    for (const segment of bar.segments) {
      first = Math.min(first, segment.start);
      last = Math.max(last, segment.start);
    }
  return first <= last ? { first, last } : null;
}

/** The tick nearest to a day within `reach` days, or null. */
export function nearestTick(ticks: Day[], day: Day, reach: number): Day | null {
  let nearest: Day | null = null;
  for (const tick of ticks) {
    if (Math.abs(tick - day) > reach) continue;
    if (nearest === null || Math.abs(tick - day) < Math.abs(nearest - day)) nearest = tick;
  }
  return nearest;
}

/** The next day after (`step` 1) or before (−1) a day on which something became known, or null. */
export function neighbourTick(ticks: Day[], day: Day, step: 1 | -1): Day | null {
  let found: Day | null = null;
  for (const tick of ticks) {
    const beyond = step === 1 ? tick > day : tick < day;
    const nearer = found === null || (step === 1 ? tick < found : tick > found);
    if (beyond && nearer) found = tick;
  }
  return found;
}
