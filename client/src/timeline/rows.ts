import type {
  AgreementStatus,
  BarSegment,
  EventKind,
  EventLevel,
  EventStatus,
  Precision,
  TimelineBar,
  TimelineColumns,
} from "./columns.ts";
import { type Day, isoOf, longDate } from "./day.ts";

/** One fact of the timeline as the table shows it: a state of an event or session, or the entry of an agreement into a status. */
export interface Row {
  key: string;
  of: "event" | "session" | "agreement";
  slug: string;
  title: string;
  kind: EventKind | null;
  level: EventLevel | null;
  status: EventStatus | null;
  standing: { status: AgreementStatus; ratified: number; mustRatify: number } | null;
  start: Day | null;
  end: Day | null;
  precision: Precision;
  fixed: boolean;
  whenText: string;
  disputed: boolean;
  lanes: number[];
  topics: string[];
  place: string | null;
  /** The day since which it has been known in this state, and since which at all. */
  knownFrom: Day;
  firstKnown: Day;
  sources: number | null;
  /** When two days are compared: whether the earlier one did not know it, and its date then if that was another. */
  since?: boolean;
  dateThen?: string;
}

/** Whether a state of knowledge is the one that held on a day (null: now). */
function holds(
  state: { knownFrom: Day; knownTo?: Day | null | undefined },
  known: Day | null,
): boolean {
  const open = state.knownTo === null || state.knownTo === undefined;
  return known === null ? open : state.knownFrom <= known && (open || known < (state.knownTo ?? 0));
}

/** Every fact as known on a day (null: now): one row an event or session, one row a status an agreement entered. */
export function rowsOf(columns: TimelineColumns, known: Day | null): Row[] {
  return [...eventRows(columns, known), ...agreementRows(columns, known)];
}

function eventRows({ marks }: TimelineColumns, known: Day | null): Row[] {
  return marks.slug.flatMap((slug, index): Row[] => {
    const knownFrom = marks.knownFrom[index] ?? 0;
    const kind = marks.kind[index];
    const status = marks.status[index];
    if (!kind || !status || !holds({ knownFrom, knownTo: marks.knownTo[index] }, known)) return [];
    const of = marks.of[index] === "SESSION" ? "session" : "event";
    return [
      {
        key: `${of}:${slug}`,
        of,
        slug,
        title: marks.title[index] ?? slug,
        kind,
        level: marks.level[index] ?? null,
        status,
        standing: null,
        start: marks.start[index] ?? null,
        end: marks.end[index] ?? null,
        precision: marks.precision[index] ?? "NONE",
        fixed: marks.fixed[index] ?? false,
        whenText: marks.whenText[index] ?? "",
        disputed: marks.disputed[index] ?? false,
        lanes: marks.lanes[index] ?? [],
        topics: marks.topics[index] ?? [],
        place: marks.place[index] ?? null,
        knownFrom,
        firstKnown: marks.firstKnown[index] ?? knownFrom,
        sources: marks.sourceCount[index] ?? null,
      },
    ];
  });
}

function agreementRows({ bars }: TimelineColumns, known: Day | null): Row[] {
  const firstKnown = firstKnownOf(bars);
  return bars
    .filter((bar) => holds(bar, known))
    .flatMap((bar) =>
      bar.segments.map(
        (segment): Row => ({
          key: `agreement:${stageKey(bar, segment)}`,
          of: "agreement",
          slug: bar.slug,
          title: bar.title,
          kind: null,
          level: null,
          status: null,
          standing: segment,
          start: segment.start,
          end: segment.latest,
          precision: segment.precision,
          fixed: true,
          whenText: segment.whenText,
          disputed: segment.disputed,
          lanes: [bar.lane],
          topics: bar.topics,
          place: segment.place ?? null,
          knownFrom: bar.knownFrom,
          firstKnown: firstKnown.get(stageKey(bar, segment)) ?? bar.knownFrom,
          sources: segment.sourceCount,
        }),
      ),
    );
}

function stageKey(bar: TimelineBar, segment: BarSegment): string {
  return `${bar.slug}:${segment.status}:${segment.ratified}`;
}

/** For every stage of every bar, the first day on which a state of knowledge contained it. */
function firstKnownOf(bars: TimelineBar[]): Map<string, Day> {
  const first = new Map<string, Day>();
  for (const bar of bars) {
    for (const segment of bar.segments) {
      const key = stageKey(bar, segment);
      first.set(key, Math.min(first.get(key) ?? bar.knownFrom, bar.knownFrom));
    }
  }
  return first;
}

/** The rows that touch a window, and those without any date. */
export function rowsIn(rows: Row[], from: Day, to: Day): Row[] {
  return rows.filter(({ start, end }) => (start ?? end ?? from) <= to && (end ?? to) >= from);
}

export const SORTS = [
  "date",
  "kind",
  "title",
  "who",
  "place",
  "status",
  "known",
  "sources",
] as const;
export type SortField = (typeof SORTS)[number];
export interface Sort {
  field: SortField;
  descending: boolean;
}

/** The order in which a column is first shown: dates and counts from the last and most, words from A. */
export function firstOrder(field: SortField): string {
  return field === "date" || field === "known" || field === "sources" ? `-${field}` : field;
}

/** `-date` as a sort; what is not one of the columns means last date first. */
export function sortOf(text: string): Sort {
  const field = SORTS.find((name) => name === text.replace(/^-/, ""));
  return field ? { field, descending: text.startsWith("-") } : { field: "date", descending: true };
}

/** What readers see of a row's kind and status, which is what these columns are sorted by. */
export type NameOf = (row: Row, field: "kind" | "status") => string;

/** What a row is sorted by; a year counts as its end, since it must not pass for 1 January. */
function keyOf(row: Row, field: SortField, nameOf: NameOf): number | string {
  switch (field) {
    case "date":
      return (row.precision === "YEAR" ? row.end : row.start) ?? row.end ?? Number.MAX_SAFE_INTEGER;
    case "kind":
    case "status":
      return nameOf(row, field);
    case "who":
      return row.lanes[0] ?? 0;
    case "place":
      return row.place ?? "\uffff";
    case "known":
      return row.firstKnown;
    case "sources":
      return row.sources ?? 0;
    default:
      return row.title;
  }
}

/** Rows in order; equal ones by title, then in the order of time, so that the order is the same every time. */
export function sorted(
  rows: Row[],
  { field, descending }: Sort,
  nameOf: NameOf = (row) => row.kind ?? row.standing?.status ?? "",
): Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const x = keyOf(a, field, nameOf);
    const y = keyOf(b, field, nameOf);
    const order =
      typeof x === "number" && typeof y === "number"
        ? x - y
        : String(x).localeCompare(String(y), "en");
    const byTime = Number(keyOf(a, "date", nameOf)) - Number(keyOf(b, "date", nameOf));
    return (
      order * sign || a.title.localeCompare(b.title, "en") || byTime || a.key.localeCompare(b.key)
    );
  });
}

/** A fact's id such as `event:SLUG`, and its title. */
export interface Neighbour {
  id: string;
  title: string;
}

/** What comes before and after a fact in the order of time, of all that is known on a day; undefined where there is nothing. */
export function neighboursOf(
  columns: TimelineColumns,
  known: Day | null,
  id: string,
): { before: Neighbour | undefined; after: Neighbour | undefined } {
  const rows = sorted(rowsOf(columns, known), { field: "date", descending: false });
  const titles = new Map(rows.map((row) => [`${row.of}:${row.slug}`, row.title]));
  const order = [...titles].map(([key, title]) => ({ id: key, title }));
  const at = order.findIndex((one) => one.id === id);
  return {
    before: at === -1 ? undefined : order[at - 1],
    after: at === -1 ? undefined : order[at + 1],
  };
}

export interface Group {
  heading: string | null;
  rows: Row[];
}

/** By date, rows stand in months, those without a fixed date first; by anything else they stand in one list. */
export function grouped(rows: Row[], sort: Sort, nameOf?: NameOf): Group[] {
  const inOrder = sorted(rows, sort, nameOf);
  if (sort.field !== "date") return [{ heading: null, rows: inOrder }];
  const open = inOrder.filter((row) => !row.fixed);
  const groups: Group[] = open.length > 0 ? [{ heading: "Date not fixed", rows: open }] : [];
  for (const row of inOrder.filter((one) => one.fixed)) {
    const heading = headingOf(row);
    const last = groups.at(-1);
    if (last?.heading === heading) last.rows.push(row);
    else groups.push({ heading, rows: [row] });
  }
  return groups;
}

function headingOf({ precision, start, end }: Row): string {
  const day = start ?? end;
  if (day === null) return "No date";
  return precision === "YEAR" ? isoOf(day).slice(0, 4) : longDate(day).replace(/^\d+ /, "");
}
