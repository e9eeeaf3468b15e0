// Pages of events: which ones first, by keyset, then what is read of each.
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import { INT, type Order, type PageRequest, type SortKey, TEXT } from "../graphql/page.ts";
import { lastChanged } from "../history/history.ts";
import { asOfName, isKnown } from "../ledger/ledger.ts";
import { prepared } from "../storage/prepared.ts";
import type { Db } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { briefEventColumns } from "./brief.ts";
import { type Conditions, conditionsOf, type EventFilter } from "./filter.ts";
import { type EventRow, eventColumns, eventRow, placeCountry } from "./rows.ts";
import {
  allOf,
  type Bound,
  classes,
  isEmpty,
  type Shape,
  touches,
  undated,
  wayOf,
  windowValues,
} from "./window.ts";

/** In what order; see `EventOrder` in the contract. */
export interface EventOrder {
  field: "WHEN" | "KNOWN" | "TITLE" | "CHANGED";
  direction: "ASC" | "DESC";
}

/** An event in a list; with what it was sorted by, when that is its last change. */
export type ListedEvent = EventRow & { lastChanged?: number | undefined };

/** One more than a page of events as known on the day of the reading. `brief` leaves out what lists rarely show. */
export async function eventsPage(
  reading: Reading,
  filter: EventFilter,
  order: EventOrder,
  request: PageRequest,
  brief: boolean,
): Promise<ListedEvent[]> {
  const { tx, asOf } = reading;
  const conditions = conditionsIn(reading, filter);
  const shape = shapeOf(reading, filter, order, conditions, request);
  if (order.field === "WHEN" && isEmpty(shape)) return [];
  const name = nameOf(`event.page.${brief ? "brief." : ""}${order.field}`, asOf, shape, conditions);
  const run = prepared(tx, name, (db, tables) => {
    const keys =
      order.field === "WHEN" ? classes(db, tables, shape) : byColumn(db, tables, order, shape);
    const columns = brief ? briefEventColumns(tables) : eventColumns(tables);
    const page = ordered(keys, shape);
    const key = order.field === "CHANGED" && { lastChanged: sql`${page.day}`.mapWith(Number) };
    return rowsOf(db, tables, { ...columns, ...key } as Columns, page, shape);
  });
  const [afterDay, afterId] = request.after ?? [];
  const [beforeDay, beforeId] = request.before ?? [];
  const rows = await run({
    ...conditions.values,
    ...windowValues(filter.between ?? {}),
    asOf,
    afterDay,
    afterId,
    beforeDay,
    beforeId,
    limit: request.size + 1,
  });
  return rows.map((read) => ({ ...eventRow(read, reading), lastChanged: read.lastChanged }));
}

/** How many events there are of those asked for. */
export async function countEvents(reading: Reading, filter: EventFilter): Promise<number> {
  const { name, values, found } = foundBy(reading, filter, "event.count");
  const run = prepared(reading.tx, name, (db, tables) =>
    db.select({ count: sql`count(*)`.mapWith(Number) }).from(found(db, tables)),
  );
  const [row] = await run(values);
  return row?.count ?? 0;
}

/**
 * All that a filter lets through, as a table `found` with `key_id` and `key_from`, the event and its state known on the day: with the name and
 * the values of a statement that reads from it.
 */
export function foundBy(reading: Reading, filter: EventFilter, what: string) {
  const { asOf } = reading;
  const conditions = conditionsIn(reading, filter);
  const shape = shapeOf(reading, filter, { field: "WHEN", direction: "ASC" }, conditions, WHOLE);
  return {
    name: nameOf(what, asOf, shape, conditions),
    values: { ...conditions.values, ...windowValues(filter.between ?? {}), asOf },
    // Without a window the classes would only ask the same four times.
    found: (db: Db, tables: Tables) =>
      (shape.windowed
        ? classes(db, tables, { ...shape, limited: false })
        : allOf(db, tables, shape)
      ).as("found"),
  };
}

/** No bound on either side. */
const WHOLE = { after: null, before: null, backward: false };

/** What cursors in an order are made of. */
export function orderOf({ field, direction }: EventOrder): Order {
  return {
    of: `Query.events ${field} ${direction}`,
    parts: [field === "TITLE" ? TEXT : INT, TEXT],
  };
}

/** The sort key of a row in an order. */
export function keyIn(order: EventOrder): (row: ListedEvent) => SortKey {
  return (row) => {
    if (order.field === "TITLE") return [row.title, row.id];
    if (order.field === "KNOWN") return [row.firstKnown, row.id];
    if (order.field === "CHANGED") return [row.lastChanged ?? 0, row.id];
    return [row.sortDay ?? undated(order.direction), row.id];
  };
}

function conditionsIn(reading: Reading, filter: EventFilter): Conditions {
  const isNarrow = filter.between?.from != null && filter.between.to != null;
  return conditionsOf(reading, filter, isNarrow);
}

function shapeOf(
  { tx, asOf }: Reading,
  filter: EventFilter,
  order: EventOrder,
  conditions: Conditions,
  { after, before, backward }: Pick<PageRequest, "after" | "before" | "backward">,
): Shape {
  const boundOf = (key: SortKey | null): Bound => {
    if (key === null) return "none";
    return key[0] === undated(order.direction) ? "undated" : "dated";
  };
  const windowed = filter.between?.from != null || filter.between?.to != null;
  return {
    known: isKnown(tx.tables.eventState, asOf),
    direction: order.direction,
    windowed,
    dateless: !windowed,
    limited: true,
    backward,
    after: boundOf(after),
    before: boundOf(before),
    where: conditions.where,
    joined: conditions.joined,
  };
}

function nameOf(
  what: string,
  asOf: Reading["asOf"],
  { direction, backward, windowed, after, before }: Shape,
  { name }: Conditions,
): string | null {
  if (name === null) return null;
  const way = `${direction}${backward ? "back" : ""}`;
  return [what, asOfName(asOf), way, windowed ? "window" : "all", after, before, name].join(".");
}

type Keys = ReturnType<typeof classes>;

function ordered(keys: Keys, shape: Shape) {
  const way = wayOf(shape);
  return keys
    .orderBy(sql`"key_day" ${way}`, sql`"key_id" ${way}`)
    .limit(sql.placeholder("limit"))
    .as("page");
}

/** Keys in the order of a column of `event`, which has an index for it, or of what was last changed, which is looked up for each. */
function byColumn(db: Db, tables: Tables, order: EventOrder, shape: Shape): Keys {
  const { event, eventState: state } = tables;
  const column = {
    TITLE: event.title,
    CHANGED: lastChanged(tables, "Event", event.id, event.firstKnown),
    KNOWN: event.firstKnown,
    WHEN: event.firstKnown,
  }[order.field];
  const bounded = (side: "after" | "before"): SQL | undefined => {
    const past = sql.raw((order.direction === "ASC") === (side === "after") ? ">" : "<");
    const [day, id] = [sql.placeholder(`${side}Day`), sql.placeholder(`${side}Id`)];
    return shape[side] === "none"
      ? undefined
      : sql`(${column}, ${event.id}) ${past} (${day}, ${id})`;
  };
  return db
    .select({
      id: sql<string>`${event.id}`.as("key_id"),
      knownFrom: sql<number>`${state.knownFrom}`.as("key_from"),
      day: sql<number>`${column}`.as("key_day"),
    })
    .from(event)
    .innerJoin(state, and(eq(state.eventId, event.id), shape.known))
    .where(
      and(
        shape.windowed ? touches(tables) : undefined,
        bounded("after"),
        bounded("before"),
        shape.where,
      ),
    )
    .$dynamic() as unknown as Keys;
}

type Columns = ReturnType<typeof eventColumns> & { lastChanged?: SQL<number> };

function rowsOf(
  db: Db,
  tables: Tables,
  columns: Columns,
  page: ReturnType<typeof ordered>,
  shape: Shape,
) {
  const { event, eventState: state, place } = tables;
  const country = placeCountry(tables);
  const way = wayOf(shape);
  return db
    .select(columns)
    .from(page)
    .innerJoin(state, and(eq(state.eventId, page.id), eq(state.knownFrom, page.knownFrom)))
    .innerJoin(event, eq(event.id, page.id))
    .leftJoin(place, eq(place.id, state.placeId))
    .leftJoin(country, eq(country.id, place.countryId))
    .orderBy(sql`${page.day} ${way}`, sql`${page.id} ${way}`);
}
