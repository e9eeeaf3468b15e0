import type { Day } from "../when/day.ts";
import { sortDay, type When, wordsOfWhen } from "../when/when.ts";

/** One state of knowledge of one event or session, as the timeline reads it. Days of knowledge: [knownFrom, knownTo). */
export interface MarkState {
  slug: string;
  of: "EVENT" | "SESSION";
  title: string;
  kind: string;
  status: string;
  level: string;
  when: When;
  formerWhen: When | null;
  rescheduledTo: string | null;
  partOf: string | null;
  disputed: boolean;
  knownFrom: Day;
  /** Null for what is still known. */
  knownTo: Day | null;
  firstKnown: Day;
  place: string | null;
  summary: string | null;
  sourceCount: number;
}

/** Where an event or session stands: indexes of lanes, its role in each, the first party first; and what it is about. */
export interface Standing {
  lanes: number[];
  roles: string[];
  topics: string[];
}

/** Fields that became known on a later day than the state they belong to. */
export interface Learned {
  summaryKnownOn: Day | null;
  successorKnownOn: Day | null;
  wholeKnownOn: Day | null;
}

/**
 * The states that one row stands for: cut where its summary, its successor or its whole became known, so that no
 * stretch shows what was not known in it.
 */
export function statesOf(row: MarkState, learned: Learned): MarkState[] {
  const until = row.knownTo ?? Number.POSITIVE_INFINITY;
  const days = [learned.summaryKnownOn, learned.successorKnownOn, learned.wholeKnownOn]
    .filter((day): day is Day => day !== null && day > row.knownFrom && day < until)
    .sort((a, b) => a - b);
  const starts = [row.knownFrom, ...new Set(days)];
  return starts.map((knownFrom, index) => ({
    ...row,
    knownFrom,
    knownTo: starts[index + 1] ?? row.knownTo,
    summary: isKnown(learned.summaryKnownOn, knownFrom) ? row.summary : null,
    rescheduledTo: isKnown(learned.successorKnownOn, knownFrom) ? row.rescheduledTo : null,
    partOf: isKnown(learned.wholeKnownOn, knownFrom) ? row.partOf : null,
  }));
}

function isKnown(on: Day | null, day: Day): boolean {
  return on !== null && on <= day;
}

/** By first day, those without one last, then slug, then knowledge. */
export function compareMarks(a: MarkState, b: MarkState): number {
  const far = Number.POSITIVE_INFINITY;
  const [startA, startB] = [a.when.earliest ?? far, b.when.earliest ?? far];
  if (startA !== startB) return startA < startB ? -1 : 1;
  if (a.slug !== b.slug) return a.slug < b.slug ? -1 : 1;
  return a.knownFrom - b.knownFrom;
}

/** Parallel columns of states in the order of `compareMarks`; entry i of each belongs to mark i. `standing` tells the lanes of each. */
export function columnsOf(
  states: readonly MarkState[],
  standing: (row: MarkState) => Standing | undefined,
) {
  const rows = [...states].sort(compareMarks);
  const column = <T>(read: (row: MarkState) => T): T[] => rows.map(read);
  return {
    slug: column((row) => row.slug),
    of: column((row) => row.of),
    title: column((row) => row.title),
    kind: column((row) => row.kind),
    status: column((row) => row.status),
    level: column((row) => row.level),
    start: column((row) => row.when.earliest),
    end: column((row) => row.when.latest),
    day: column((row) => sortDay(row.when)),
    precision: column((row) => row.when.precision),
    fixed: column((row) => row.when.fixed),
    whenText: column((row) => wordsOfWhen(row.when)),
    formerStart: column((row) => row.formerWhen?.earliest ?? null),
    formerEnd: column((row) => row.formerWhen?.latest ?? null),
    rescheduledTo: column((row) => row.rescheduledTo),
    partOf: column((row) => row.partOf),
    disputed: column((row) => row.disputed),
    knownFrom: column((row) => row.knownFrom),
    knownTo: column((row) => row.knownTo),
    firstKnown: column((row) => row.firstKnown),
    place: column((row) => row.place),
    summary: column((row) => row.summary),
    sourceCount: column((row) => row.sourceCount),
    lanes: column((row) => standing(row)?.lanes ?? []),
    roles: column((row) => standing(row)?.roles ?? []),
    topics: column((row) => standing(row)?.topics ?? []),
  };
}
