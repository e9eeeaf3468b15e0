import type {
  AgreementStatus,
  ColumnsQuery,
  EventKind,
  EventLevel,
  EventStatus,
} from "../app/operations.gen.ts";
import {
  AGREEMENT_STATUSES,
  DISPUTED,
  EVENT_STATUSES,
  FIXED,
  folded,
  KINDS,
  LEVELS,
  wordOf,
} from "./words.ts";

type Lanes = ColumnsQuery["timeline"]["lanes"];

/** What can be filtered by, besides words in the title, in the order in which the address says it. */
export const FACETS = [
  "status",
  "kind",
  "level",
  "with",
  "forum",
  "topic",
  "disputed",
  "fixed",
] as const;
export type Facet = (typeof FACETS)[number];

/** A fact in the words that filters know: for each facet those that are true of it. Its text is folded. */
export type Fact = Record<Facet, readonly string[]> & { text: string };

/** What a filter has to know of a fact: a mark, a bar, a stage of one, or a row of the table. */
export interface Told {
  title: string;
  /** Null of an agreement. */
  kind: EventKind | null;
  level: EventLevel | null;
  status: EventStatus | null;
  standing: { status: AgreementStatus } | null;
  /** Indexes of lanes. */
  lanes: readonly number[];
  topics: readonly string[];
  disputed: boolean;
  fixed: boolean;
}

/** Puts a fact into words. An agreement is with its parties, an event with the lanes it stands in. */
export function factOf(told: Told, lanes: Lanes): Fact {
  const places = told.lanes.flatMap((index) => {
    const lane = lanes[index];
    if (!lane) return [];
    return lane.kind === "AGREEMENT" ? lane.between : [lane];
  });
  const keys = (kind: string) =>
    places.filter((place) => place.kind === kind).map(({ key }) => key);
  return {
    status: [
      told.status
        ? wordOf(EVENT_STATUSES, told.status)
        : told.standing
          ? wordOf(AGREEMENT_STATUSES, told.standing.status)
          : "",
    ],
    kind: [wordOf(KINDS, told.kind)],
    level: told.level ? [wordOf(LEVELS, told.level)] : [],
    with: keys("COUNTRY"),
    forum: keys("FORUM"),
    topic: told.topics,
    disputed: [wordOf(DISPUTED, told.disputed)],
    fixed: [wordOf(FIXED, told.fixed)],
    text: folded(told.title),
  };
}
