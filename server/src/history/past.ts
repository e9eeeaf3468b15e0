// What stood before each change. Triggers of the database keep it, whoever writes and however, from the first change on: for every row that a
// write touches, once, the row as it was, under the number that the write's change will have. So a write ends with its change.
import { asc, eq, gt, max } from "drizzle-orm";
import { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";

/** Most rows that are put back in memory. */
const MOST = 200_000;

/** Rows of one table as they stood, under the names of the database, by `keyText` of their primary key; null for one that was not there yet. */
export type Past = Map<string, Record<string, unknown> | null>;

/**
 * The rows of every table that later changes touched, as they stood at a revision, by the table's name in the database.
 * @throws Refusal NOT_FOUND when the past was not kept so far back; TOO_COSTLY when too much has changed since.
 */
export async function pastAt(tx: Tx, revision: number): Promise<Map<string, Past>> {
  const { pastRow } = tx.tables;
  const [begun] = await tx.db
    .select({ from: max(pastRow.revision).mapWith(Number) })
    .from(pastRow)
    .where(eq(pastRow.tableName, ""));
  // Null where the past was kept from the very first change on.
  if (begun?.from && revision < begun.from) {
    throw new Refusal(
      "NOT_FOUND",
      `What stood before revision ${begun.from} was not kept: a version of this program recorded it that did not do so yet.`,
    );
  }
  const after = gt(pastRow.revision, revision);
  const rows = await tx.db
    .select()
    .from(pastRow)
    .where(after)
    .orderBy(asc(pastRow.revision))
    .limit(MOST + 1);
  if (rows.length > MOST) {
    throw new Refusal(
      "TOO_COSTLY",
      `More than ${MOST} rows have changed since revision ${revision}: that is more than a server puts back while others wait. Load a dump that was made then.`,
    );
  }
  const found = new Map<string, Past>();
  for (const { tableName, rowKey, row } of rows) {
    const past: Past = found.get(tableName) ?? new Map();
    found.set(tableName, past);
    const key = keyText(JSON.parse(rowKey));
    // The earliest that came later put an end to what stood then.
    if (!past.has(key)) past.set(key, row);
  }
  return found;
}

/** A primary key as text, the same however an engine spaced it. */
export function keyText(key: readonly unknown[]): string {
  return JSON.stringify(key);
}
