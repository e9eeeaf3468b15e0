// What was changed last, as an order.
import { type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Tables } from "../storage/tables.ts";
import { lastTouch, type Subject } from "./many.ts";

/** More than any day is counted as: what was changed stands after everything that is ordered by a day. */
const AFTER_DAYS = 100_000_000;

/**
 * A number to order entities by: the last change recorded of each, of it alone or of many, or else, where there is none, a day. An index has the
 * changes of an entity.
 */
export function lastChanged(
  tables: Tables,
  type: Subject,
  id: AnySQLiteColumn,
  day: AnySQLiteColumn,
): SQL<number> {
  const { change } = tables;
  return sql<number>`coalesce((select ${sql.raw(String(AFTER_DAYS))} + max("last") from (
    select max(${change.revision}) as "last" from ${change}
      where ${change.entityType} = ${sql.raw(`'${type}'`)} and ${change.entityId} = ${id}
    union all select ${lastTouch(tables, type, id)}) as "either"), ${day})`;
}
