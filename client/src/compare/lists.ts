import type {
  AgreementStatus,
  BarSegment,
  EventKind,
  EventLevel,
  EventStatus,
  TimelineBar,
  TimelineColumns,
} from "../timeline/columns.ts";
import {
  type BarDifference,
  type Change,
  type Comparison,
  lastOf,
  type MarkDifference,
} from "../timeline/compare.ts";
import { shortDate } from "../timeline/day.ts";
import { isPartlyRatified, wordsOf } from "../timeline/look.ts";
import { footingOf } from "../timeline/when.ts";
import { type Counts, NONE } from "./sentence.ts";

/** A list of the panel. */
export type ListKey =
  | "fixed"
  | "moved"
  | "held"
  | "staged"
  | "fell"
  | "disagree"
  | "unknown"
  | "open"
  | "withdrawn";

/** One line of a list: what it is, and in words what became of it. */
export interface Entry {
  /** `event:slug`, `session:slug` or `agreement:slug`. */
  id: string;
  title: string;
  words: string;
  /** The event's mark; null for an agreement. */
  mark: { kind: EventKind; status: EventStatus; level: EventLevel; fixed: boolean } | null;
  /** Where an agreement stood and stands; null where it was not known, and for events. */
  stages: { was: BarSegment | null; is: BarSegment | null } | null;
  /** The smaller, the more it matters. */
  weight: number;
  /** What lists are sorted by. */
  day: number;
}

export interface List {
  key: ListKey;
  heading: string;
  entries: Entry[];
}

const HEADINGS: Record<ListKey, string> = {
  fixed: "Dates that became fixed",
  moved: "Dates that moved",
  held: "Held as planned",
  staged: "Statuses that moved",
  fell: "Plans that fell away",
  disagree: "Sources now disagree",
  unknown: "Not known then",
  open: "Still not fixed",
  withdrawn: "Withdrawn since",
};

const ORDER = Object.keys(HEADINGS) as ListKey[];

/** The lists of a comparison that have something in them, each in the order of time. */
export function listsOf(columns: TimelineColumns, comparison: Comparison): List[] {
  const found = new Map<ListKey, Entry[]>(ORDER.map((key) => [key, []]));
  const put = (key: ListKey, entry: Entry) => found.get(key)?.push(entry);
  for (const one of comparison.marks) {
    if (one.change !== "same") put(one.change, markEntry(columns, one, markWords(columns, one)));
    if (one.disagree && one.was !== null)
      put("disagree", markEntry(columns, one, whenWords(columns, one.is ?? -1)));
  }
  for (const one of comparison.bars) {
    if (one.change !== "same") put(one.change, barEntry(one, barWords(one)));
    if (one.disagree && one.was !== null) put("disagree", barEntry(one, disputedWords(one)));
  }
  return ORDER.flatMap((key) => {
    const entries = (found.get(key) ?? []).sort((a, b) => a.day - b.day);
    return entries.length > 0 ? [{ key, heading: HEADINGS[key], entries }] : [];
  });
}

const ENDED: ReadonlySet<AgreementStatus> = new Set([
  "EXPIRED",
  "TERMINATED",
  "SUPERSEDED",
  "ABANDONED",
]);

/** The numbers that the sentence is made of. */
export function countsOf({ marks, bars }: Comparison): Counts {
  const counts = { ...NONE };
  for (const { change, disagree, was, is } of [...marks, ...bars]) {
    if (disagree && was !== null) counts.disagree++;
    if (change === "same") continue;
    const bar = change === "staged" && typeof is === "object" ? is : null;
    counts[bar ? reached(bar) : change]++;
  }
  return counts;
}

function reached(bar: TimelineBar): keyof Counts {
  const { status, ratified } = lastOf(bar) ?? { status: null, ratified: 0 };
  if (status === "IN_FORCE") return "inForce";
  if (status === "SIGNED" && ratified === 0) return "signed";
  if (status === "RATIFIED") return "ratified";
  if (status === "SUSPENDED") return "suspended";
  return status !== null && ENDED.has(status) ? "ended" : "staged";
}

const LEVELS: Record<EventLevel, number> = { LEADERS: 0, MINISTERS: 1, OFFICIALS: 2 };
/** Of one level, where people met comes before what they said, wrote or did apart. */
const TOGETHER: ReadonlySet<EventKind> = new Set([
  "MEETING",
  "VISIT",
  "SUMMIT",
  "SIGNING",
  "TALKS",
]);

function markEntry({ marks }: TimelineColumns, one: MarkDifference, words: string): Entry {
  const row = one.is ?? one.was ?? -1;
  const kind = marks.kind[row] ?? "OTHER";
  const level = marks.level[row] ?? "OFFICIALS";
  return {
    id: one.id,
    title: marks.title[row] ?? "",
    words,
    mark: { kind, status: marks.status[row] ?? "HELD", level, fixed: marks.fixed[row] === true },
    stages: null,
    weight: LEVELS[level] + (TOGETHER.has(kind) ? 0 : 0.5),
    day: marks.start[row] ?? marks.end[row] ?? marks.firstKnown[row] ?? 0,
  };
}

function markWords(columns: TimelineColumns, { change, was, is }: MarkDifference): string {
  const { marks } = columns;
  const [old, row] = [was ?? -1, is ?? -1];
  const before = whenWords(columns, old);
  switch (change as Exclude<Change, "same" | "staged">) {
    case "fixed":
    case "moved":
      return `${before}, then ${stateWords(columns, row)}${placeWords(columns, old, row)}`;
    case "held":
      return `held as planned, ${whenWords(columns, row)}`;
    case "fell":
      return `${before}, then ${marks.status[row] === "CANCELLED" ? "cancelled" : "postponed"}`;
    case "unknown":
      return stateWords(columns, row).replace(/^held /, "");
    case "open": {
      const after = whenWords(columns, row);
      const narrowed = after !== before ? `, now ${after}` : "";
      return `planned since ${shortDate(marks.firstKnown[row] ?? 0)}${narrowed}`;
    }
    case "withdrawn":
      return `${before}, then withdrawn`;
  }
}

/** `held 17 Jan 2025`, `planned for 17 Jan 2025`, `planned, no date`, `cancelled`. */
function stateWords(columns: TimelineColumns, row: number): string {
  const when = whenWords(columns, row);
  const status = columns.marks.status[row];
  const isDated = when !== NO_DATE;
  if (status === "HELD") return `held ${when}`;
  if (status === "CANCELLED") return "cancelled";
  if (status === "POSTPONED") return isDated ? `postponed to ${when}` : "postponed";
  return isDated ? `planned for ${when}` : "planned, no date";
}

const NO_DATE = "no date";

/** A date as exactly as it is given: `17 Jan 2025`, `5–8 Dec 2024`, `no date`, `postponed`. */
function whenWords({ marks }: TimelineColumns, row: number): string {
  if (marks.status[row] === "CANCELLED") return "cancelled";
  if (footingOf(marks, row) === "open")
    return marks.status[row] === "POSTPONED" ? "postponed" : NO_DATE;
  return shortened(marks.whenText[row] ?? "").replace(/, date not fixed$/, "") || NO_DATE;
}

function placeWords({ marks }: TimelineColumns, was: number, is: number): string {
  const place = marks.place[is];
  return place && !marks.place[was] ? `, ${place}` : "";
}

/** `17 January 2025` with its month in three letters. */
function shortened(text: string): string {
  return text.replace(
    /\b(Jan|Feb)uary|\b(Mar)ch|\b(Apr)il|\b(Jun)e|\b(Jul)y|\b(Aug)ust|\b(Sep|Oct|Nov|Dec)(?:tem|o|em)ber/g,
    (month) => month.slice(0, 3),
  );
}

function barEntry(one: BarDifference, words: string): Entry {
  const was = one.was && (lastOf(one.was) ?? null);
  const is = one.is && (lastOf(one.is) ?? null);
  return {
    id: one.id,
    title: (one.is ?? one.was)?.title ?? "",
    words,
    mark: null,
    stages: { was, is },
    weight: 0,
    day: (is ?? was)?.start ?? 0,
  };
}

function barWords({ change, was, is }: BarDifference): string {
  const before = was && lastOf(was);
  const after = is && lastOf(is);
  if (change === "staged" && before && after)
    return `${stageWords(before)}, now ${stageWords(after)}`;
  if (change === "moved" && before && after)
    return `${stageWords(after)} ${dated(before)}, then ${dated(after)}`;
  if (change === "withdrawn" && before) return `${stageWords(before)}, then withdrawn`;
  const first = is?.segments[0];
  if (!first || !after) return "";
  const began = `${stageWords(first)} ${dated(first)}`;
  return first === after ? began : `${began}, now ${stageWords(after)}`;
}

function disputedWords({ is }: BarDifference): string {
  const stage = is?.segments.findLast(({ disputed }) => disputed) ?? (is && lastOf(is));
  return stage ? `${stageWords(stage)}, ${dated(stage)}` : "";
}

function dated(stage: BarSegment): string {
  return shortened(stage.whenText);
}

/** `in force`, `2 of 6 ratified`. */
function stageWords(stage: BarSegment): string {
  if (isPartlyRatified(stage)) return `${stage.ratified} of ${stage.mustRatify} ratified`;
  const words = wordsOf(stage);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** The weightiest few of a list, in its order; all of it when only one more would be left out. */
export function fewOf(entries: Entry[], count: number): Entry[] {
  if (entries.length <= count + 1) return entries;
  const chosen = new Set([...entries].sort((a, b) => a.weight - b.weight).slice(0, count));
  return entries.filter((entry) => chosen.has(entry));
}
