import type { Dated, Sheet } from "./sheet.ts";

/** Day of knowledge and where it comes from. */
export interface Known {
  knownOn: string;
  knownOnBasis: "SOURCE" | "EVENT_DAY" | "HORIZON";
}

/** A source counts as the first word of a fact for this many days after it; what came later told of what was known already. */
const NEWS_DAYS = 7;
/** A duration longer than this is not told on its first day. */
const LONG_DAYS = 7;

/** The last day that a plain EDTF day, month or year allows. */
export function lastDay(edtf: string): string {
  const text = edtf.replace(/[~?%]$/, "");
  if (/^\d{4}$/.test(text)) return `${text}-12-31`;
  if (/^\d{4}-\d\d$/.test(text)) {
    const [year, month] = text.split("-").map(Number) as [number, number];
    return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  }
  return text;
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** The day a fact itself gives: the last of a doubt, the first of a short duration. */
function ownDay(fact: Dated, lasted: boolean): string {
  const earliest = fact.earliest ?? fact.latest;
  const latest = fact.latest ?? fact.earliest;
  if (earliest === null || latest === null) throw new Error(`No day in ${fact.date}`);
  if (fact.precision === "interval" && lasted && daysBetween(earliest, latest) <= LONG_DAYS) {
    return earliest;
  }
  return latest;
}

/**
 * When the world could know a fact that carries no day of knowledge of its own: the day its first
 * source was published, if that was within a week; else the fact's own day; never past the horizon.
 * @param lasted whether an interval is a duration, not a doubt between days
 */
export function knownOf(sheet: Sheet, fact: Dated, sourceIds: string[], lasted: boolean): Known {
  const days = sourceIds.flatMap((id) => {
    const published = sheet.sources.find((source) => source.id === id)?.published;
    return published ? [lastDay(published)] : [];
  });
  const first = days.sort()[0];
  const own = ownDay(fact, lasted);
  const earliest = fact.earliest ?? own;
  const known: Known =
    first !== undefined && first >= earliest && daysBetween(fact.latest ?? own, first) <= NEWS_DAYS
      ? { knownOn: first, knownOnBasis: "SOURCE" }
      : { knownOn: own, knownOnBasis: "EVENT_DAY" };
  return known.knownOn > sheet.meta.horizon
    ? { knownOn: sheet.meta.horizon, knownOnBasis: "HORIZON" }
    : known;
}

/** The days of knowledge of a status history: each entry's own, never before the one above it. */
export function knownOfHistory(asOf: string[]): string[] {
  let last = "";
  return asOf.map((text) => {
    const day = lastDay(text);
    last = day > last ? day : last;
    return last;
  });
}
