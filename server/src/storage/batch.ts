import { getTableColumns, sql } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "./storage.ts";

/** Rows in one statement: enough to pay for it, few enough for an engine's most parameters. */
const ROWS = 200;

/** Inserts rows in their order, some hundred in a statement. */
export async function insertAll<Table extends SQLiteTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
): Promise<void> {
  for (const part of parts(rows)) await tx.db.insert(table).values(part);
}

/**
 * Sets some columns of rows that are there already, found by their id. Each row must be given whole. For columns that point at rows which
 * could not be there yet when theirs was inserted.
 */
export async function fillAll<Table extends SQLiteTable & { id: AnySQLiteColumn }>(
  tx: Tx,
  table: Table,
  rows: readonly Table["$inferInsert"][],
  ...names: (keyof Table["$inferInsert"] & string)[]
): Promise<void> {
  const columns = getTableColumns(table) as Record<string, AnySQLiteColumn>;
  const set = Object.fromEntries(
    names.map((name) => [name, sql`excluded.${sql.identifier(columns[name]?.name ?? name)}`]),
  );
  for (const part of parts(rows)) {
    await tx.db
      .insert(table)
      .values(part)
      .onConflictDoUpdate({ target: table.id, set: set as never });
  }
}

function parts<Row>(rows: readonly Row[]): Row[][] {
  const found: Row[][] = [];
  for (let from = 0; from < rows.length; from += ROWS) found.push(rows.slice(from, from + ROWS));
  return found;
}
