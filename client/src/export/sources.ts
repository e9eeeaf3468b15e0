import type { PrintedEventsQuery, PrintedSessionsQuery } from "../app/operations.gen.ts";
import type { Row } from "../timeline/rows.ts";
import { type Day, isoOf } from "../when/day.ts";

/** Events or agreements, with their reports. */
export type Cases = PrintedEventsQuery["events"]["nodes"];
/** Forums, with their sessions. */
export type Forums = PrintedSessionsQuery["forums"]["nodes"];
type Reports = Cases[number]["reports"]["nodes"];
/** A publication that facts rest on. */
export type Cited = Reports[number]["sources"][number];

/** One source of one fact: what it tells of, and since when. */
interface Backing {
  source: Cited;
  /** The status that it reports; null for any. */
  status: string | null;
  knownOn: string;
}

/** What every fact rests on, by `event:slug`, `session:slug` or `agreement:slug`. */
export type Backings = ReadonlyMap<string, Backing[]>;

/** The three lists as one. */
export function backingsOf(events: Cases, agreements: Cases, forums: Forums): Backings {
  const backings = new Map<string, Backing[]>();
  const add = (id: string, reports: Reports) => {
    const told = reports
      .filter(({ retracted }) => !retracted)
      .flatMap(({ sources, status, knownOn }) =>
        sources.map((source) => ({ source, status, knownOn })),
      );
    backings.set(id, told);
  };
  for (const { slug, reports } of events) add(`event:${slug}`, reports.nodes);
  for (const { slug, reports } of agreements) add(`agreement:${slug}`, reports.nodes);
  for (const { slug, sources } of forums.flatMap(({ sessions }) => sessions.nodes))
    backings.set(
      `session:${slug}`,
      sources.map((source) => ({ source, status: null, knownOn: dayOf(source) })),
    );
  return backings;
}

/** A session's sources were known when they came out; those without a day count as old. */
function dayOf({ publishedOn }: Cited): string {
  return publishedOn?.slice(0, 10) ?? "";
}

/** A fact with the numbers of its sources. */
export interface Numbered {
  row: Row;
  numbers: number[];
}

/**
 * Numbers the sources of rows in the order in which they are first needed, each once, and only those known on the row's day. A
 * step of an agreement has those that tell of its status, or all where none does.
 */
export function numbered(
  rows: Row[],
  backings: Backings,
  knownOn: (row: Row) => Day,
): { facts: Numbered[]; sources: Cited[] } {
  const places = new Map<string, number>();
  const sources: Cited[] = [];
  const numberOf = (source: Cited) => {
    const place = places.get(source.slug) ?? sources.push(source);
    places.set(source.slug, place);
    return place;
  };
  const facts = rows.map((row) => {
    const day = isoOf(knownOn(row));
    const all = (backings.get(`${row.of}:${row.slug}`) ?? []).filter((one) => one.knownOn <= day);
    const own = all.filter(({ status }) => row.standing === null || status === row.standing.status);
    const told = own.length > 0 ? own : all;
    const numbers = new Set(told.map(({ source }) => numberOf(source)));
    return { row, numbers: [...numbers].sort((a, b) => a - b) };
  });
  return { facts, sources };
}
