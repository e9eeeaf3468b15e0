// How many events each value of a facet would show: of kinds, statuses, countries and so on, beside a page of events.
import { and, desc, eq, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import { MOST_FACETS } from "../agreement/agreement.ts";
import type { Reading } from "../graphql/context.ts";
import { prepared } from "../storage/prepared.ts";
import type { Db } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import type { EventFilter } from "./filter.ts";
import { foundBy } from "./page.ts";

/** What events are counted by: fields of a filter. */
export const EVENT_FACETS = [
  "kinds",
  "statuses",
  "levels",
  "countries",
  "forums",
  "topics",
] as const;

/** One of the facets. */
export type EventFacet = (typeof EVENT_FACETS)[number];

/** A value of a facet, as a filter takes it, and how many events it alone would show. */
export interface FacetRow {
  value: string;
  count: number;
}

/**
 * Counts, for every value of a facet, the events that it alone would show while the rest of the filter stands: what the filter itself says of
 * the facet is lifted. The most first; a value that would show nothing is left out, and so is what follows the first hundred. One statement.
 */
export async function facetOfEvents(
  reading: Reading,
  filter: EventFilter,
  facet: EventFacet,
): Promise<FacetRow[]> {
  const lifted = { ...filter, [facet]: null };
  const { name, values, found } = foundBy(reading, lifted, `event.facet.${facet}`);
  const run = prepared(reading.tx, name, (db, tables) => {
    const pairs = pairsOf(facet, db, tables, found(db, tables), reading.asOf !== null).as("pairs");
    const count = sql<number>`count(distinct ${pairs.id})`.mapWith(Number);
    const value = sql<string>`${pairs.value}`;
    return db
      .select({ value, count })
      .from(pairs)
      .groupBy(value)
      .orderBy(desc(sql`count(distinct ${pairs.id})`), value)
      .limit(MOST_FACETS);
  });
  return run(values);
}

type Found = ReturnType<ReturnType<typeof foundBy>["found"]>;

const KEY = sql`"found"."key_id"`;
const id = sql<string>`"found"."key_id"`.as("pair_id");
const valued = (value: SQL | { name: string }) => sql<string>`${value}`.as("pair_value");

/** The values of a facet with the events that have them: one row for each that an event has. */
function pairsOf(facet: EventFacet, db: Db, tables: Tables, found: Found, asOf: boolean) {
  const { event, eventState: state, eventParticipant, eventTopic, country, session } = tables;
  switch (facet) {
    case "kinds":
    case "levels": {
      const column = facet === "kinds" ? event.kind : event.level;
      return db
        .select({ id, value: valued(column) })
        .from(found)
        .innerJoin(event, eq(event.id, KEY));
    }
    case "statuses":
      return db
        .select({ id, value: valued(state.status) })
        .from(found)
        .innerJoin(
          state,
          and(eq(state.eventId, KEY), eq(state.knownFrom, sql`"found"."key_from"`)),
        );
    case "countries":
      return db
        .select({ id, value: valued(country.code) })
        .from(found)
        .innerJoin(eventParticipant, eq(eventParticipant.eventId, KEY))
        .innerJoin(country, eq(country.id, eventParticipant.countryId));
    case "topics":
      return db
        .select({ id, value: valued(eventTopic.topicId) })
        .from(found)
        .innerJoin(eventTopic, eq(eventTopic.eventId, KEY));
    case "forums": {
      const known = asOf ? lte(session.knownOn, sql.placeholder("asOf")) : undefined;
      const ofSessions = db
        .select({ id, value: valued(session.forumId) })
        .from(found)
        .innerJoin(event, eq(event.id, KEY))
        .innerJoin(session, and(eq(session.id, event.sessionId), known));
      const ofParticipants = db
        .select({ id, value: valued(eventParticipant.forumId) })
        .from(found)
        .innerJoin(eventParticipant, eq(eventParticipant.eventId, KEY))
        .where(isNotNull(eventParticipant.forumId));
      return ofSessions.unionAll(ofParticipants as never) as typeof ofSessions;
    }
  }
}
