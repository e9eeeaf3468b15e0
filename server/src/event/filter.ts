// Which events: the conditions of `EventFilter`, in a form that a statement can be prepared from.
import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, inList } from "../storage/match.ts";
import type { Tx } from "../storage/storage.ts";
import { wordsOf } from "../storage/words.ts";
import type { Day } from "../when/day.ts";
import type { EVENT_KINDS, EVENT_LEVELS, EVENT_STATUSES } from "./values.ts";

/** Which events to list; see `EventFilter` in the contract. */
export interface EventFilter {
  between?: { from?: Day | null; to?: Day | null } | null;
  kinds?: readonly (typeof EVENT_KINDS)[number][] | null;
  statuses?: readonly (typeof EVENT_STATUSES)[number][] | null;
  levels?: readonly (typeof EVENT_LEVELS)[number][] | null;
  countries?: readonly string[] | null;
  leaders?: readonly string[] | null;
  forums?: readonly string[] | null;
  agreements?: readonly string[] | null;
  topics?: readonly string[] | null;
  text?: string | null;
  fixed?: boolean | null;
  disputed?: boolean | null;
}

/** A condition with what goes into its placeholders. `name` tells apart conditions whose SQL differs. */
export interface Conditions {
  name: string;
  where: SQL | undefined;
  /** Whether it needs `event` beside `event_state`. */
  joined: boolean;
  values: Record<string, unknown>;
}

const LISTS = [
  "kinds",
  "statuses",
  "levels",
  "countries",
  "leaders",
  "forums",
  "agreements",
  "topics",
] as const;

/** The lists that are asked of columns of `event`. */
const OF_EVENT: ReadonlySet<(typeof LISTS)[number]> = new Set(["kinds", "levels", "forums"]);

/**
 * The conditions of a filter on `event` and `event_state`, its window aside. With `probing`, those that look at other
 * tables are asked of each event in turn, which suits a narrow window; else the other tables are asked which events.
 */
export function conditionsOf(
  tx: Tx,
  filter: EventFilter,
  asOf: Day | null,
  probing: boolean,
): Conditions {
  const words = wordsOf(filter.text);
  const lists = LISTS.filter((key) => filter[key] != null);
  const flags = (["fixed", "disputed"] as const).filter((key) => filter[key] != null);
  const { eventState: state } = tx.tables;
  const values: Record<string, unknown> = {};
  for (const key of lists) values[key] = filter[key];
  if (filter.countries) values.countries = filter.countries.map((code) => code.toUpperCase());
  for (const [index, word] of words.entries()) values[`word${index}`] = word;
  const conditions = [
    ...lists.map((key) => listCondition(tx, key, asOf, probing)),
    ...flags.map((key) => eq(state[key], filter[key] === true)),
    ...words.map((_, index) => wordCondition(tx, `word${index}`, asOf)),
  ];
  const name = [
    ...lists,
    ...flags.map((key) => `${key}=${filter[key]}`),
    words.length > 0 ? `words${words.length}` : "",
    probing ? "probing" : "",
  ];
  const joined = words.length > 0 || lists.some((key) => OF_EVENT.has(key));
  return {
    name: name.join(","),
    where: and(...conditions),
    joined,
    values,
  };
}

function listCondition(
  tx: Tx,
  key: (typeof LISTS)[number],
  asOf: Day | null,
  probing: boolean,
): SQL | undefined {
  const { event, eventState: state, eventParticipant, eventAgreement, eventTopic } = tx.tables;
  const list = sql.placeholder(key);
  switch (key) {
    case "kinds":
      return inList(tx, event.kind, list);
    case "levels":
      return inList(tx, event.level, list);
    case "statuses":
      return inList(tx, state.status, list);
    case "countries":
      return linked(tx, eventParticipant, inArray(eventParticipant.countryId, coded(tx)), probing);
    case "leaders":
      return linked(tx, eventParticipant, inList(tx, eventParticipant.leaderId, list), probing);
    case "forums":
      return or(
        inArray(event.sessionId, sessionsOf(tx, asOf)),
        linked(tx, eventParticipant, inList(tx, eventParticipant.forumId, list), probing),
      );
    case "agreements":
      return linked(tx, eventAgreement, inList(tx, eventAgreement.agreementId, list), probing);
    case "topics":
      return linked(tx, eventTopic, inList(tx, eventTopic.topicId, list), probing);
  }
}

function coded(tx: Tx) {
  const { country } = tx.tables;
  return tx.db
    .select({ id: country.id })
    .from(country)
    .where(inList(tx, country.code, sql.placeholder("countries")));
}

function sessionsOf(tx: Tx, asOf: Day | null) {
  const { session } = tx.tables;
  const known = asOf === null ? undefined : sql`${session.knownOn} <= ${sql.placeholder("asOf")}`;
  return tx.db
    .select({ id: session.id })
    .from(session)
    .where(and(inList(tx, session.forumId, sql.placeholder("forums")), known));
}

interface Link {
  eventId: AnySQLiteColumn;
}

/** Whether a row of a linking table that satisfies `which` names the event. */
function linked(
  tx: Tx,
  table: Link & Tx["tables"]["eventParticipant" | "eventAgreement" | "eventTopic"],
  which: SQL,
  probing: boolean,
): SQL {
  const { eventId } = tx.tables.eventState;
  const from = tx.db.select({ id: table.eventId }).from(table);
  if (!probing) return inArray(eventId, from.where(which));
  return sql`exists ${from.where(and(eq(table.eventId, eventId), which))}`;
}

function wordCondition(tx: Tx, placeholder: string, asOf: Day | null): SQL | undefined {
  const { event } = tx.tables;
  const word = sql.placeholder(placeholder);
  const known =
    asOf === null
      ? isNotNull(event.summary)
      : sql`${event.summaryKnownOn} <= ${sql.placeholder("asOf")}`;
  return or(contains(tx, event.title, word), and(known, contains(tx, event.summary, word)));
}
