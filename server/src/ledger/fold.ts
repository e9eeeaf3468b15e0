import type { Day } from "../when/day.ts";
import type { Report } from "./report.ts";

/** The reports that count on one day of knowledge. */
export interface Live {
  /** Claims known by then and not retracted by then, in ledger order (`inLedgerOrder`). */
  claims: Report[];
  /** Ids of claims that an editor marked to be shown, the latest such word first. */
  preferred: string[];
}

/** What was known of one subject from one day to another. */
export interface Interval<State> {
  knownFrom: Day;
  /** The day after its last; null while it is still known. */
  knownTo: Day | null;
  state: State;
}

/**
 * Folds the reports on one subject into its states of knowledge:
 *
 *     reports   c1 ───── c2 ───── r(c2) ───── c3
 *     states    [  A   )[   B   )[    A     )[  C …
 *
 * On every day on which something became known it asks `read` what the live claims amount to. Equal neighbours are one
 * interval; a day on which nothing is live (`read` answers null) belongs to none. Pure: the answer depends on what the
 * reports say, never on the order in which they are given, and what is known later never changes an earlier interval.
 */
export function foldStates<State>(
  reports: readonly Report[],
  read: (live: Live) => State | null,
): Interval<State>[] {
  const intervals: Interval<State>[] = [];
  let open: { from: Day; state: State; print: string } | null = null;
  const close = (day: Day | null) => {
    if (open) intervals.push({ knownFrom: open.from, knownTo: day, state: open.state });
    open = null;
  };
  for (const day of daysOfNews(reports)) {
    const state = read(liveOn(reports, day));
    // States are plain data (they are stored as columns and JSON), so equal text is equal state.
    const print = JSON.stringify(state);
    if (open !== null && (open as { print: string }).print === print) continue;
    close(day);
    if (state !== null) open = { from: day, state, print };
  }
  close(null);
  return intervals;
}

/** The state known on a day; null when nothing was. */
export function stateOn<State>(intervals: readonly Interval<State>[], day: Day): State | null {
  const found = intervals.find(
    ({ knownFrom, knownTo }) => knownFrom <= day && (knownTo === null || day < knownTo),
  );
  return found?.state ?? null;
}

/** What counts on a day of knowledge. */
export function liveOn(reports: readonly Report[], day: Day): Live {
  const known = reports.filter((report) => report.knownOn <= day).sort(inLedgerOrder);
  const isRetracted = retractionsAmong(known);
  const live = known.filter((report) => !isRetracted(report.id));
  const claims = live.filter((report) => report.act === "CLAIM");
  const preferred = live
    .filter((report) => report.act === "PREFERENCE")
    .flatMap((report) => report.targetId ?? []);
  return { claims, preferred: preferred.reverse() };
}

/**
 * Orders reports by the day they became known, then by the moment they were recorded (whoever reports twice about one day
 * means the second), then by id. Not by `seq`: an import stamps its reports with one moment, so that the order of rows in a
 * file decides nothing.
 */
export function inLedgerOrder(a: Report, b: Report): number {
  return (
    a.knownOn - b.knownOn || compareText(a.recordedAt, b.recordedAt) || compareText(a.id, b.id)
  );
}

/** Answers whether a report is retracted. A retraction may itself be retracted, which brings its target back. */
function retractionsAmong(known: readonly Report[]): (id: string) => boolean {
  const retractionsOf = new Map<string, string[]>();
  for (const { act, id, targetId } of known) {
    if (act !== "RETRACTION" || targetId === null) continue;
    retractionsOf.set(targetId, [...(retractionsOf.get(targetId) ?? []), id]);
  }
  // The trail ends a circle of retractions; the ledger writes none, but a broken file must not hang the server.
  const isRetracted = (id: string, trail: readonly string[]): boolean =>
    (retractionsOf.get(id) ?? []).some(
      (by) => !trail.includes(by) && !isRetracted(by, [...trail, by]),
    );
  return (id) => isRetracted(id, []);
}

function daysOfNews(reports: readonly Report[]): Day[] {
  return [...new Set(reports.map((report) => report.knownOn))].sort((a, b) => a - b);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
