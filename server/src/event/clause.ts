// What one filter of events says itself, clause by clause, in a form that a statement can be prepared from.
import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { isChosen, isGeneralKnowledge } from "../ledger/ledger.ts";
import { contains, inList } from "../storage/match.ts";
import type { Tx } from "../storage/storage.ts";
import { wordsOf } from "../storage/words.ts";
import type { EventFilter } from "./filter.ts";
import { SILENCE_DAYS } from "./overdue.ts";
import { isReplaced } from "./replaced.ts";
import { touches } from "./window.ts";

/** How the clauses of one filter are put. */
export interface Manner {
  tx: Tx;
  /** Whether the parameter `asOf` says up to which day of knowledge. */
  asOf: boolean;
  /** Whether other tables are asked of each event in turn, rather than which events they name. */
  probing: boolean;
  /** Before the name of every parameter, so that filters in one statement do not share any. */
  prefix: string;
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
type List = (typeof LISTS)[number];

/** The lists that are asked of columns of `event`. */
const OF_EVENT: ReadonlySet<List> = new Set(["kinds", "levels", "forums"]);

const FLAGS = ["fixed", "disputed", "undecided", "planned", "overdue", "generalKnowledge"] as const;

/** The clauses of one filter, its window and the filters in it aside. */
export function clausesOf(filter: EventFilter, manner: Manner) {
  const { prefix } = manner;
  const words = wordsOf(filter.text);
  const lists = LISTS.filter((key) => filter[key] != null);
  const flags = FLAGS.filter((key) => filter[key] != null);
  const values: Record<string, unknown> = {};
  for (const key of lists) values[prefix + key] = filter[key];
  if (filter.countries) {
    values[`${prefix}countries`] = filter.countries.map((code) => code.toUpperCase());
  }
  const isUnheard = filter.lastReportBefore != null;
  if (isUnheard) values[`${prefix}lastReportBefore`] = filter.lastReportBefore;
  for (const [index, word] of words.entries()) values[`${prefix}word${index}`] = word;
  return {
    /** Tells apart clauses whose SQL differs. */
    name: [
      ...lists,
      ...flags.map((key) => `${key}=${filter[key]}`),
      isUnheard ? "unheard" : "",
      words.length > 0 ? `words${words.length}` : "",
    ].join(","),
    conditions: [
      ...lists.map((key) => listed(key, manner)),
      ...flags.map((key) => flagged(key, filter[key] === true, manner)),
      isUnheard ? unheard(`${prefix}lastReportBefore`, manner) : undefined,
      ...words.map((_, index) => worded(`${prefix}word${index}`, manner)),
    ],
    /** Whether they need `event` beside `event_state`. */
    joined: words.length > 0 || lists.some((key) => OF_EVENT.has(key)),
    values,
  };
}

/** The clause of a window, with both its parameters. */
export function touching(between: NonNullable<EventFilter["between"]>, { tx, prefix }: Manner) {
  const named = { from: `${prefix}within`, to: `${prefix}until` };
  return { condition: touches(tx.tables, named), named, isOpen: isOpen(between) };
}

function isOpen({ from, to }: NonNullable<EventFilter["between"]>): boolean {
  return from == null && to == null;
}

function listed(key: List, { tx, asOf, probing, prefix }: Manner): SQL | undefined {
  const { event, eventState: state, eventParticipant, eventAgreement, eventTopic } = tx.tables;
  const list = sql.placeholder(prefix + key);
  switch (key) {
    case "kinds":
      return inList(tx, event.kind, list);
    case "levels":
      return inList(tx, event.level, list);
    case "statuses":
      return inList(tx, state.status, list);
    case "countries": {
      const { country } = tx.tables;
      const coded = tx.db
        .select({ id: country.id })
        .from(country)
        .where(inList(tx, country.code, list));
      return linked(tx, eventParticipant, inArray(eventParticipant.countryId, coded), probing);
    }
    case "leaders":
      return linked(tx, eventParticipant, inList(tx, eventParticipant.leaderId, list), probing);
    case "forums": {
      const { session } = tx.tables;
      const known = asOf ? sql`${session.knownOn} <= ${sql.placeholder("asOf")}` : undefined;
      const sessions = tx.db
        .select({ id: session.id })
        .from(session)
        .where(and(inList(tx, session.forumId, list), known));
      return or(
        inArray(event.sessionId, sessions),
        linked(tx, eventParticipant, inList(tx, eventParticipant.forumId, list), probing),
      );
    }
    case "agreements":
      return linked(tx, eventAgreement, inList(tx, eventAgreement.agreementId, list), probing);
    case "topics":
      return linked(tx, eventTopic, inList(tx, eventTopic.topicId, list), probing);
  }
}

/** Whether a row of a linking table that satisfies `which` names the event. */
function linked(
  tx: Tx,
  table: { eventId: AnySQLiteColumn } & Tx["tables"][
    | "eventParticipant"
    | "eventAgreement"
    | "eventTopic"],
  which: SQL,
  probing: boolean,
): SQL {
  const { eventId } = tx.tables.eventState;
  const from = tx.db.select({ id: table.eventId }).from(table);
  if (!probing) return inArray(eventId, from.where(which));
  return sql`exists ${from.where(and(eq(table.eventId, eventId), which))}`;
}

function flagged(key: (typeof FLAGS)[number], asked: boolean, { tx, asOf }: Manner): SQL {
  const { eventState: state } = tx.tables;
  if (key === "fixed") return eq(state.fixed, asked);
  const holds = flag(key, tx.tables, asOf ? sql`${sql.placeholder("asOf")}` : null);
  return asked ? sql`(${holds})` : sql`not (${holds})`;
}

function flag(
  key: Exclude<(typeof FLAGS)[number], "fixed">,
  tables: Tx["tables"],
  asOf: SQL | null,
): SQL {
  const { eventState: state } = tables;
  // Said literally, as the index over what is disputed has it.
  if (key === "disputed") return sql`${state.disputed}`;
  // Of the claims that disagree, the preferred one is shown.
  if (key === "undecided") return sql`${state.disputed} and not ${isChosen(state.reportId, asOf)}`;
  if (key === "generalKnowledge")
    return isGeneralKnowledge({ column: "event_id", id: state.eventId }, asOf);
  const planned = sql`${state.status} in ('EXPECTED', 'SCHEDULED', 'POSTPONED')`;
  // The same rule as `isOverdue`, and as `overdueAmong`.
  const late = sql`case when ${state.lastReportOn} <= ${state.latest}
    then ${state.latest} < ${sql.placeholder("today")}
    else ${state.lastReportOn} + ${sql.raw(String(SILENCE_DAYS))} < ${sql.placeholder("today")} end`;
  if (key === "planned") return planned;
  return sql`${planned} and ${late} and not ${isReplaced(tables, asOf === null ? null : 0)}`;
}

function unheard(placeholder: string, { tx }: Manner): SQL {
  return sql`${tx.tables.eventState.lastReportOn} < ${sql.placeholder(placeholder)}`;
}

function worded(placeholder: string, { tx, asOf }: Manner): SQL | undefined {
  const { event } = tx.tables;
  const word = sql.placeholder(placeholder);
  const known = asOf
    ? sql`${event.summaryKnownOn} <= ${sql.placeholder("asOf")}`
    : isNotNull(event.summary);
  return or(contains(tx, event.title, word), and(known, contains(tx, event.summary, word)));
}
