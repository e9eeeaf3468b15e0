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

/** The place of a claim's status in the usual order of its machine. */
export type Rank = (report: Report) => number;

/**
 * Folds the reports on one subject into its states of knowledge:
 *
 *     reports   c1 ───── c2 ───── r(c2) ───── c3
 *     states    [  A   )[   B   )[    A     )[  C …
 *
 * For every day on which something became known it asks `read` what the live claims amount to. Equal neighbours are one
 * interval; a day on which nothing is live (`read` answers null) belongs to none. Pure: the answer depends on what the
 * reports say, never on the order in which they are given, and what is known later never changes an earlier day.
 */
export function foldStates<State>(
  reports: readonly Report[],
  read: (live: Live) => State | null,
  rank: Rank = () => 0,
): Interval<State>[] {
  const ordered = reports.toSorted(inLedgerOrder(rank));
  const changes: { day: Day; state: State | null; print: string }[] = [];
  for (const day of new Set(ordered.map((report) => report.knownOn))) {
    const state = read(liveAmong(ordered.filter((report) => report.knownOn <= day)));
    // States are plain data (they are stored as columns and JSON), so equal text is equal state.
    const print = JSON.stringify(state);
    if (print !== changes.at(-1)?.print) changes.push({ day, state, print });
  }
  return changes.flatMap(({ day, state }, i) =>
    state === null ? [] : [{ knownFrom: day, knownTo: changes[i + 1]?.day ?? null, state }],
  );
}

/** The state known on a day; null when nothing was. */
export function stateOn<State>(intervals: readonly Interval<State>[], day: Day): State | null {
  const found = intervals.find(
    ({ knownFrom, knownTo }) => knownFrom <= day && (knownTo === null || day < knownTo),
  );
  return found?.state ?? null;
}

/**
 * Orders reports by the day they became known; then by the moment they were recorded (who reports twice about one day means
 * the second); then by rank of status; then by id. Not by `seq`: an import stamps its reports with one moment, and then the
 * order of the rows in a file decides nothing.
 */
export function inLedgerOrder(rank: Rank): (a: Report, b: Report) => number {
  return (a, b) =>
    a.knownOn - b.knownOn ||
    compareText(a.recordedAt, b.recordedAt) ||
    rank(a) - rank(b) ||
    compareText(a.id, b.id);
}

/** What counts on a day of knowledge. */
export function liveOn(reports: readonly Report[], day: Day, rank: Rank = () => 0): Live {
  const known = reports.filter((report) => report.knownOn <= day);
  return liveAmong(known.sort(inLedgerOrder(rank)));
}

/** What counts among the reports known by some day, given in ledger order. */
function liveAmong(known: readonly Report[]): Live {
  const isRetracted = retractionsAmong(known);
  const live = known.filter((report) => !isRetracted(report.id));
  const preferred = live
    .filter((report) => report.act === "PREFERENCE")
    .flatMap((report) => report.targetId ?? []);
  return {
    claims: live.filter((report) => report.act === "CLAIM"),
    preferred: preferred.reverse(),
  };
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

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
