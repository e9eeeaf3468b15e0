// The events of many countries, leaders or agreements at once: a page for each, in one statement.
import { and, eq, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import { type Connection, connectionOf, type PageRequest } from "../graphql/page.ts";
import { asOfName, isKnown, OPEN } from "../ledger/ledger.ts";
import { distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tables } from "../storage/tables.ts";
import { type EventRow, eventColumns, eventRow, placeCountry } from "./rows.ts";

/** By what an event can belong to something. */
export type Owner = "country" | "leader" | "agreement";

function linkOf(tables: Tables, owner: Owner) {
  const { eventParticipant: part, eventAgreement } = tables;
  switch (owner) {
    case "country":
      return { table: part, owner: part.countryId, eventId: part.eventId };
    case "leader":
      return { table: part, owner: part.leaderId, eventId: part.eventId };
    case "agreement":
      return {
        table: eventAgreement as unknown as typeof part,
        owner: eventAgreement.agreementId,
        eventId: eventAgreement.eventId,
      };
  }
}

/** The events of each owner, latest first, those without a date last. */
export async function eventsOfOwners(
  reading: Reading,
  owner: Owner,
  ids: readonly string[],
  request: PageRequest,
): Promise<Connection<EventRow>[]> {
  const { tx, asOf } = reading;
  const { after, before, backward } = request;
  const bounds = [after && "after", before && "before", backward && "back"].filter(Boolean);
  const name = `event.of.${owner}.${asOfName(asOf)}.${bounds.join(".")}`;
  const run = prepared(tx, name, (db, tables) => {
    const { event, eventState: state, place } = tables;
    const link = linkOf(tables, owner);
    const country = placeCountry(tables);
    const day = sql.raw(`coalesce("key_day", ${-OPEN})`);
    const way = sql.raw(backward ? "asc" : "desc");
    const bounded = (side: "after" | "before") => {
      if (request[side] === null) return undefined;
      const past = sql.raw(side === "after" ? "<" : ">");
      const [last, id] = [sql.placeholder(`${side}Day`), sql.placeholder(`${side}Id`)];
      return sql`(${day}, "key_id") ${past} (${last}, ${id})`;
    };
    const known = db
      .selectDistinct({
        owner: sql<string>`${link.owner}`.as("key_owner"),
        id: sql<string>`${state.eventId}`.as("key_id"),
        knownFrom: sql<number>`${state.knownFrom}`.as("key_from"),
        day: sql<number | null>`${state.sortDay}`.as("key_day"),
      })
      .from(link.table)
      .innerJoin(state, and(eq(state.eventId, link.eventId), isKnown(state, asOf)))
      .where(inList(tx, link.owner, sql.placeholder("ids")))
      .as("known");
    const counted = db
      .select({
        owner: known.owner,
        id: known.id,
        knownFrom: known.knownFrom,
        day: known.day,
        total: sql<number>`count(*) over (partition by "key_owner")`.as("key_total"),
      })
      .from(known)
      .as("counted");
    const ranked = db
      .select({
        owner: counted.owner,
        id: counted.id,
        knownFrom: counted.knownFrom,
        total: counted.total,
        place:
          sql<number>`row_number() over (partition by "key_owner" order by ${day} ${way}, "key_id" ${way})`.as(
            "place",
          ),
      })
      .from(counted)
      .where(and(bounded("after"), bounded("before")))
      .as("ranked");
    return db
      .select({
        ...eventColumns(tables),
        owner: ranked.owner,
        total: sql`${ranked.total}`.mapWith(Number).as("of"),
      })
      .from(ranked)
      .innerJoin(state, and(eq(state.eventId, ranked.id), eq(state.knownFrom, ranked.knownFrom)))
      .innerJoin(event, eq(event.id, ranked.id))
      .leftJoin(place, eq(place.id, state.placeId))
      .leftJoin(country, eq(country.id, place.countryId))
      .where(sql`${ranked.place} <= ${sql.placeholder("limit")}`)
      .orderBy(sql`${ranked.owner}`, sql`${ranked.place}`);
  });
  const [afterDay, afterId] = after ?? [];
  const [beforeDay, beforeId] = before ?? [];
  const rows = await run({
    ids: distinct(ids),
    asOf,
    afterDay,
    afterId,
    beforeDay,
    beforeId,
    limit: request.size + 1,
  });
  const key = (row: EventRow) => [row.sortDay ?? -OPEN, row.id] as const;
  return grouped(ids, rows, (row) => row.owner).map((group) =>
    connectionOf(
      group.map((read) => eventRow(read, reading)),
      request,
      key,
      group[0]?.total ?? 0,
    ),
  );
}
