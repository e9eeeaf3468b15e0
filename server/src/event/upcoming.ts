// What is still to come, in one of three orders: by its date, by when it is overdue, or by when it was last heard of.
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import type { PageRequest, SortKey } from "../graphql/page.ts";
import { asOfName, isKnown, OPEN } from "../ledger/ledger.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tables } from "../storage/tables.ts";
import { type Conditions, conditionsOf, type EventFilter } from "./filter.ts";
import { SILENCE_DAYS } from "./overdue.ts";
import { isReplaced } from "./replaced.ts";
import { type EventRow, eventRow, knownEvents } from "./rows.ts";

/** What is still to come is little beside all that was: other tables are asked of each event in turn. */
const PROBING = true;

/** In what order; see `UpcomingOrder` in the contract. */
export type UpcomingOrder = "WHEN" | "DUE" | "HEARD";

/** One more than a page of what is expected, scheduled or postponed, of what a filter lets through. */
export async function upcomingPage(
  reading: Reading,
  filter: EventFilter,
  order: UpcomingOrder,
  request: PageRequest,
): Promise<EventRow[]> {
  const { tx, asOf } = reading;
  const conditions = conditionsOf(reading, filter, PROBING, "whole");
  const { after, before, backward } = request;
  const bounds = [after && "after", before && "before", backward && "back"].filter(Boolean);
  const name = nameOf(conditions, `event.upcoming.${order}`, asOfName(asOf), ...bounds);
  const run = prepared(tx, name, (db, tables) => {
    const { event } = tables;
    const day = dayIn(order, tables);
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

/** The sort key of `upcomingPage` in an order. */
export function upcomingKey(order: UpcomingOrder): (row: EventRow) => SortKey {
  return (row) => [dayOf(order, row), row.firstKnown, row.id];
}

function dayOf(order: UpcomingOrder, { when, sortDay, lastReportOn }: EventRow): number {
  if (order === "HEARD") return lastReportOn;
  if (order === "WHEN") return when.latest === null ? OPEN : (sortDay ?? OPEN);
  return when.latest !== null && lastReportOn <= when.latest
    ? when.latest
    : lastReportOn + SILENCE_DAYS;
}

/** `dayOf` in SQL. A window that is open to the end gives no day to wait for; what is due follows the rule of `isOverdue`. */
function dayIn(order: UpcomingOrder, { eventState: state }: Tables): SQL {
  if (order === "HEARD") return sql`${state.lastReportOn}`;
  if (order === "WHEN")
    return sql`case when ${state.latest} is null then ${sql.raw(String(OPEN))} else ${state.sortDay} end`;
  return sql`case when ${state.lastReportOn} <= ${state.latest} then ${state.latest}
    else ${state.lastReportOn} + ${sql.raw(String(SILENCE_DAYS))} end`;
}

/** Whether an event is awaited: not one that another has replaced, as far as was known. */
function awaited(tables: Tables, asOf: Reading["asOf"]): SQL | undefined {
  const { eventState: state } = tables;
  return and(
    sql`${state.status} in ('EXPECTED', 'SCHEDULED', 'POSTPONED')`,
    sql`not ${isReplaced(tables, asOf)}`,
  );
}
