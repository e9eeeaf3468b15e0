// What is still to come: dated ones first by date, then those without a last day, longest known first.
import { aliasedTable, and, eq, type SQL, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import type { PageRequest, SortKey } from "../graphql/page.ts";
import { asOfName, isKnown, OPEN } from "../ledger/ledger.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tables } from "../storage/tables.ts";
import { type Conditions, conditionsOf, type EventFilter } from "./filter.ts";
import { type EventRow, eventRow, knownEvents } from "./rows.ts";

/** What is still to come is little beside all that was: other tables are asked of each event in turn. */
const PROBING = true;

/** One more than a page of what is expected, scheduled or postponed, of what a filter lets through. */
export async function upcomingPage(
  reading: Reading,
  filter: EventFilter,
  request: PageRequest,
): Promise<EventRow[]> {
  const { tx, asOf } = reading;
  const conditions = conditionsOf(reading, filter, PROBING, "whole");
  const { after, before, backward } = request;
  const bounds = [after && "after", before && "before", backward && "back"].filter(Boolean);
  const name = nameOf(conditions, "event.upcoming", asOfName(asOf), ...bounds);
  const run = prepared(tx, name, (db, tables) => {
    const { event } = tables;
    const day = dayOf(tables);
    const bounded = (side: "after" | "before") => {
      if (request[side] === null) return undefined;
      const [last, known, id] = ["Day", "Known", "Id"].map((each) => sql.placeholder(side + each));
      const past = sql.raw(side === "after" ? ">" : "<");
      return sql`(${day}, ${event.firstKnown}, ${event.id}) ${past} (${last}, ${known}, ${id})`;
    };
    const way = sql.raw(backward ? "desc" : "asc");
    return knownEvents(db, tables, asOf)
      .where(and(awaited(tables, asOf), bounded("after"), bounded("before"), conditions.where))
      .orderBy(sql`${day} ${way}`, sql`${event.firstKnown} ${way}`, sql`${event.id} ${way}`)
      .limit(sql.placeholder("limit"));
  });
  const [afterDay, afterKnown, afterId] = after ?? [];
  const [beforeDay, beforeKnown, beforeId] = before ?? [];
  const bounding = { afterDay, afterKnown, afterId, beforeDay, beforeKnown, beforeId };
  const values = { ...conditions.values, asOf, ...bounding, limit: request.size + 1 };
  return (await run(values)).map((read) => eventRow(read, reading));
}

/** How many events are expected, scheduled or postponed, of those a filter lets through. */
export async function countUpcoming(reading: Reading, filter: EventFilter): Promise<number> {
  const { tx, asOf } = reading;
  const conditions = conditionsOf(reading, filter, PROBING, "whole");
  const name = nameOf(conditions, "event.countUpcoming", asOfName(asOf));
  const run = prepared(tx, name, (db, tables) => {
    const { event, eventState: state } = tables;
    return db
      .select({ count: sql`count(*)`.mapWith(Number) })
      .from(event)
      .innerJoin(state, and(eq(state.eventId, event.id), isKnown(state, asOf)))
      .where(and(awaited(tables, asOf), conditions.where));
  });
  const [row] = await run({ ...conditions.values, asOf });
  return row?.count ?? 0;
}

function nameOf({ name }: Conditions, ...parts: unknown[]): string | null {
  return name === null ? null : [...parts, name].join(".");
}

/** The sort key of `upcomingPage`. */
export function upcomingKey(row: EventRow): SortKey {
  return [row.when.latest === null ? OPEN : (row.sortDay ?? OPEN), row.firstKnown, row.id];
}

/** A window that is open to the end gives no day to wait for. */
function dayOf({ eventState: state }: Tables): SQL<number> {
  return sql<number>`case when ${state.latest} is null then ${sql.raw(String(OPEN))} else ${state.sortDay} end`;
}

/** Whether an event is awaited: not one that another has replaced, as far as was known. */
function awaited(tables: Tables, asOf: Reading["asOf"]): SQL | undefined {
  const { event, eventState: state } = tables;
  const successor = aliasedTable(tables.eventState, "successor");
  return and(
    sql`${state.status} in ('EXPECTED', 'SCHEDULED', 'POSTPONED')`,
    sql`not (${state.status} = 'POSTPONED' and exists (select 1 from ${tables.eventState} "successor"
      where ${successor.eventId} = ${event.rescheduledToId} and ${isKnown(successor, asOf)}))`,
  );
}
