// What a window of the timeline is read from: few statements, each for everything at once.
import { aliasedTable, and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { classes, conditionsOf, type EventFilter, windowValues } from "../event/event.ts";
import type { Reading } from "../graphql/context.ts";
import { asOfName, isKnown, OPEN } from "../ledger/ledger.ts";
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Db, Tx } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { whenOf } from "../storage/when.ts";
import type { Day } from "../when/day.ts";
import type { HeadTerm } from "./holders.ts";
import type { SessionFacts } from "./session.ts";

/** More states than this are no picture any more, and no request should ask for them. */
const MOST_STATES = LIMITS.columns.anonymous;
/** From so many events on, an office counts as one that meets abroad; more need not be counted. */
const ENOUGH_EVENTS = 1_000;

/** What is asked of a slice. */
export interface Slice {
  asOf: Day | null;
  /** Every state of knowledge up to `asOf`, not the one known then alone. */
  history: boolean;
  /** The window, both ends included, and the filter's own within it. */
  from: Day | null;
  to: Day | null;
  /** Whether what has no date belongs to it. */
  dateless: boolean;
  filter: EventFilter;
  countryIds: readonly string[];
  forumIds: readonly string[];
}

/** Which states count: the one known on the day, or all up to it. */
function knownIn(state: Tables["eventState"] | Tables["agreementState"], slice: Slice) {
  if (!slice.history) return isKnown(state, slice.asOf);
  if (slice.asOf === null) return undefined;
  return sql`${state.knownFrom} <= ${sql.placeholder("asOf")}`;
}

function knowledgeName({ asOf, history }: Slice): string {
  return `${asOfName(asOf)}${history ? ".history" : ""}`;
}

/** One state of an event, with since when the events that took its place, and of which it was a part, are known. */
export interface EventStateRead {
  event: Stored<"event">;
  state: Stored<"eventState">;
  place: string | null;
  successorKnown: Day | null;
  wholeKnown: Day | null;
}

/** The states of the events that stand in the lanes and touch the window. */
export async function eventStatesIn(reading: Reading, slice: Slice): Promise<EventStateRead[]> {
  const { tx } = reading;
  const windowed = slice.from !== null || slice.to !== null;
  const narrow = slice.from !== null && slice.to !== null;
  const conditions = conditionsOf(reading, slice.filter, narrow);
  const parts = ["timeline.events", knowledgeName(slice), windowed, slice.dateless];
  const name = conditions.name === null ? null : [...parts, conditions.name].join(".");
  const run = prepared<EventStateRead[]>(tx, name, (db, tables) => {
    const { event, eventState: state, place } = tables;
    const successor = aliasedTable(event, "successor");
    const whole = aliasedTable(event, "whole");
    const keys = classes(db, tables, {
      known: knownIn(state, slice),
      direction: "ASC",
      windowed,
      dateless: slice.dateless,
      limited: false,
      backward: false,
      after: "none",
      before: "none",
      where: and(conditions.where, inLanes(tx, db, tables, narrow)),
      joined: true,
    })
      .limit(MOST_STATES + 1)
      .as("found");
    return db
      .select({
        event,
        state,
        place: place.name,
        successorKnown: successor.firstKnown,
        wholeKnown: whole.firstKnown,
      })
      .from(keys)
      .innerJoin(state, and(eq(state.eventId, keys.id), eq(state.knownFrom, keys.knownFrom)))
      .innerJoin(event, eq(event.id, keys.id))
      .leftJoin(place, eq(place.id, state.placeId))
      .leftJoin(successor, eq(successor.id, event.rescheduledToId))
      .leftJoin(whole, eq(whole.id, event.partOfId));
  });
  const rows = await run({
    ...conditions.values,
    ...windowValues({ from: slice.from, to: slice.to }),
    asOf: slice.asOf,
    laneCountries: [...slice.countryIds],
    laneForums: [...slice.forumIds],
  });
  if (rows.length > MOST_STATES) {
    throw new Refusal(
      "TOO_COSTLY",
      `More than ${MOST_STATES} marks lie in this window. ${LIMITS.columns.instead}`,
      { facts: { limit: "columns", most: MOST_STATES } },
    );
  }
  return rows;
}

/** Whether an event stands in one of the lanes: by who takes part, or by its session. */
function inLanes(tx: Tx, db: Db, tables: Tables, narrow: boolean): SQL {
  const { event, eventState: state, eventParticipant: part, session } = tables;
  const stands = sql`(${inList(tx, part.countryId, sql.placeholder("laneCountries"))}
    or ${inList(tx, part.forumId, sql.placeholder("laneForums"))})`;
  const sessions = db
    .select({ id: session.id })
    .from(session)
    .where(inList(tx, session.forumId, sql.placeholder("laneForums")));
  const parts = db.select({ id: part.eventId }).from(part);
  const takesPart = narrow
    ? sql`exists ${parts.where(and(eq(part.eventId, state.eventId), stands))}`
    : inArray(state.eventId, parts.where(stands));
  return sql`(${takesPart} or ${inArray(event.sessionId, sessions)})`;
}

/** What belongs to an event: somebody who takes part, or a topic. */
export interface PartRead {
  eventId: string;
  role: string;
  countryId: string | null;
  forumId: string | null;
  topicId: string | null;
}

/** Who takes part in the events, in order, and what they are about: one statement for both. */
export function partsOf(tx: Tx, eventIds: readonly string[]): Promise<PartRead[]> {
  return prepared<PartRead[]>(tx, "timeline.parts", (db, tables) => {
    const { eventParticipant: part, eventTopic: topic } = tables;
    const column = (of: AnySQLiteColumn | SQL, name: string) => sql<string>`${of}`.as(name);
    const none = sql`cast(null as text)`;
    const parts = db
      .select({
        eventId: column(part.eventId, "event_id"),
        role: column(part.role, "role"),
        countryId: column(part.countryId, "country_id"),
        forumId: column(part.forumId, "forum_id"),
        topicId: column(none, "topic_id"),
        place: sql<number>`case ${part.role} when 'GUEST' then 0 when 'HOST' then 1 else 2 end`.as(
          "place",
        ),
        position: sql<number>`${part.position}`.as("position"),
      })
      .from(part)
      .where(inList(tx, part.eventId, sql.placeholder("ids")));
    const topics = db
      .select({
        eventId: column(topic.eventId, "event_id"),
        role: column(sql`cast('TOPIC' as text)`, "role"),
        countryId: column(none, "country_id"),
        forumId: column(none, "forum_id"),
        topicId: column(topic.topicId, "topic_id"),
        place: sql<number>`3`.as("place"),
        position: sql<number>`0`.as("position"),
      })
      .from(topic)
      .where(inList(tx, topic.eventId, sql.placeholder("ids")));
    return parts
      .unionAll(topics)
      .orderBy(sql`"event_id"`, sql`"place"`, sql`"position"`, sql`"topic_id"`);
  })({ ids: [...eventIds] });
}

/** In what capacity a country's leader is expected at a forum's summits. */
const MEMBER_ROLES = ["FULL", "FOUNDING", "GUARANTOR", "PERMANENT"] as const;

/**
 * The sessions of the forums that have a lane, with the forum's members among the countries that have one, and since when a summit
 * of each is known, which then stands for it.
 */
export async function sessionsIn(
  tx: Tx,
  forumIds: readonly string[],
  countryIds: readonly string[],
): Promise<SessionFacts[]> {
  const rows = await prepared(tx, "timeline.sessions", (db, tables) => {
    const { session, sessionSource, event, place, membership } = tables;
    return db
      .select({
        session,
        place: place.name,
        sources:
          sql`(select count(*) from ${sessionSource} where ${sessionSource.sessionId} = ${session.id})`
            .mapWith(Number)
            .as("sources"),
        summitKnown: sql<number | null>`(select min(${event.firstKnown}) from ${event}
          where ${event.sessionId} = ${session.id} and ${event.kind} = 'SUMMIT')`.as(
          "summit_known",
        ),
        member: {
          countryId: membership.countryId,
          fromDay: membership.fromDay,
          toDay: membership.toDay,
        },
      })
      .from(session)
      .leftJoin(place, eq(place.id, session.placeId))
      .leftJoin(
        membership,
        and(
          eq(membership.forumId, session.forumId),
          inArray(membership.role, MEMBER_ROLES),
          inList(tx, membership.countryId, sql.placeholder("countries")),
        ),
      )
      .where(inList(tx, session.forumId, sql.placeholder("forums")));
  })({ forums: [...forumIds], countries: [...countryIds] });
  const ids = [...new Set(rows.map(({ session }) => session.id))];
  return grouped(ids, rows, ({ session }) => session.id).flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { session, member: _, ...rest } = first;
    const members = own.flatMap(({ member }) => member ?? []);
    return [{ ...session, when: whenOf(session), ...rest, members }];
  });
}

/** The states of the agreements that have a lane. */
export function agreementStatesIn(tx: Tx, slice: Slice, agreementIds: readonly string[]) {
  return prepared(tx, `timeline.bars.${knowledgeName(slice)}`, (db, tables) => {
    const { agreement, agreementState: state, agreementTopic: topic } = tables;
    const topics = sql<
      string | null
    >`(select string_agg(${topic.topicId}, ',' order by ${topic.topicId})
      from ${topic} where ${topic.agreementId} = ${agreement.id})`.as("topics");
    return db
      .select({ slug: agreement.id, title: agreement.shortTitle, state, topics })
      .from(state)
      .innerJoin(agreement, eq(agreement.id, state.agreementId))
      .where(and(inList(tx, state.agreementId, sql.placeholder("ids")), knownIn(state, slice)))
      .orderBy(asc(state.agreementId), asc(state.knownFrom));
  })({ ids: [...agreementIds], asOf: slice.asOf });
}

/** For each report, where what it tells of happened, and on how many sources it rests. */
export function reportsBehind(tx: Tx, reportIds: readonly string[]) {
  return prepared(tx, "timeline.reports", (db, { report, reportSource, place }) =>
    db
      .select({
        id: report.id,
        place: place.name,
        sources:
          sql`(select count(*) from ${reportSource} where ${reportSource.reportId} = ${report.id})`
            .mapWith(Number)
            .as("sources"),
      })
      .from(report)
      .leftJoin(place, eq(place.id, report.placeId))
      .where(inList(tx, report.id, sql.placeholder("ids"))),
  )({ ids: distinct(reportIds) });
}

/** The terms in the highest offices of the countries that had begun by the day; an end after it is not known. */
export async function headTermsOf(
  tx: Tx,
  countryIds: readonly string[],
  asOf: Day | null,
): Promise<HeadTerm[]> {
  const rows = await prepared(tx, "timeline.heads", (db, tables) => {
    const { term, office, leader, eventParticipant: part } = tables;
    return db
      .select({
        countryId: office.countryId,
        officeId: office.id,
        officeKind: office.kind,
        title: office.title,
        leaderId: leader.id,
        name: leader.name,
        fromDay: term.fromDay,
        toDay: term.toDay,
        events: sql`(select count(*) from (select 1 from ${part}
          where ${part.officeId} = ${office.id} limit ${sql.raw(String(ENOUGH_EVENTS))}) "counted")`
          .mapWith(Number)
          .as("events"),
      })
      .from(office)
      .innerJoin(term, eq(term.officeId, office.id))
      .innerJoin(leader, eq(leader.id, term.leaderId))
      .where(
        and(
          inList(tx, office.countryId, sql.placeholder("countries")),
          eq(office.rank, "LEADER"),
          sql`coalesce(${term.fromDay}, ${sql.raw(String(-OPEN))}) <= ${sql.placeholder("asOf")}`,
          sql`coalesce(${term.knownOn}, ${sql.raw(String(-OPEN))}) <= ${sql.placeholder("asOf")}`,
        ),
      );
  })({ countries: [...countryIds], asOf: asOf ?? OPEN });
  return rows.map((row) => ({
    ...row,
    countryId: row.countryId ?? "",
    toDay: asOf !== null && row.toDay !== null && row.toDay > asOf ? null : row.toDay,
  }));
}
