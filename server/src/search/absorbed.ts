// What became part of another is not found by itself: its names find the one it became part of.
import { and, asc, isNull, type SQL } from "drizzle-orm";
import { inList } from "../storage/match.ts";
import type { Merging } from "../storage/merged.ts";
import type { Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";

/** Of these rows, those that stand by themselves. */
export function standing(tx: Tx, table: Merging, ids: readonly string[]): SQL | undefined {
  return and(inList(tx, table.id, ids), isNull(table.mergedInto));
}

/** The rows that became part of each of these. */
export async function absorbedBy<Name extends "forum" | "source" | "agreement" | "event">(
  tx: Tx,
  name: Name,
  ids: readonly string[],
): Promise<Map<string, Stored<Name>[]>> {
  const table = tx.tables[name as "forum"];
  const rows = (await tx.db
    .select()
    .from(table)
    .where(inList(tx, table.mergedInto, ids))
    .orderBy(asc(table.id))) as unknown as (Stored<Name> & { mergedInto: string })[];
  const found = new Map<string, Stored<Name>[]>();
  for (const row of rows) found.set(row.mergedInto, [...(found.get(row.mergedInto) ?? []), row]);
  return found;
}
