// What was changed last, as an order.
import { type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Tables } from "../storage/tables.ts";
import type { Changed } from "./record.ts";

/** More than any day is counted as: what was changed stands after everything that is ordered by a day. */
const AFTER_DAYS = 100_000_000;

/** A number to order entities by: the last change recorded of each or, where there is none, a day. An index has the changes of an entity. */
export function lastChanged(
  { change }: Tables,
  type: Changed,
  id: AnySQLiteColumn,
  day: AnySQLiteColumn,
): SQL<number> {
  return sql<number>`coalesce((select ${sql.raw(String(AFTER_DAYS))} + max(${change.revision}) from ${change}
    where ${change.entityType} = ${sql.raw(`'${type}'`)} and ${change.entityId} = ${id}), ${day})`;
}
