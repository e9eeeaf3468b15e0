// Rows made to say what they are to say: what is so already is not touched, so that nothing is noted that did not happen.
import { eq } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { insertAll } from "./batch.ts";
import { inList } from "./match.ts";
import { type Entity, pick } from "./pick.ts";
import type { AnyRow, TableName } from "./shape.ts";
import type { Tx } from "./storage.ts";

type AnyTable = SQLiteTable & Record<string, AnySQLiteColumn>;

/** The columns of which a row is to say something else than it does. */
function differing(held: AnyRow, row: AnyRow): AnyRow {
  const names = Object.keys(row).filter(
    (name) => JSON.stringify(held[name]) !== JSON.stringify(row[name]),
  );
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/**
 * Inserts a row, or makes the one with its id say the same. The row must be given whole; of one that is there only what differs is set, as what
 * follows from a name, such as every entry of the search that has it, is made anew whenever that is.
 */
export async function keepRow(tx: Tx, name: Entity, row: AnyRow & { id: string }): Promise<void> {
  const table = tx.tables[name] as unknown as AnyTable;
  const [held] = await pick(tx, name, [row.id]);
  if (!held) return insertAll(tx, table, [row as never]);
  const set = differing(held, row);
  if (Object.keys(set).length === 0) return;
  await tx.db
    .update(table)
    .set(set as never)
    .where(eq(table.id as AnySQLiteColumn, row.id));
}

/** Which rows of a table belong to something: those with its id in a column. */
export interface Owned {
  table: Entity;
  owner: string;
  id: string;
  /** The table that says which sources each rests on, the main one first, and its column that names the row. */
  sources: { table: TableName; of: string };
}

/** The rows that belong to something, each with the ids of its sources. */
export async function partsOf(
  tx: Tx,
  { table, owner, id, sources }: Owned,
): Promise<(AnyRow & { id: string; sourceIds: string[] })[]> {
  const from = tx.tables[table] as unknown as AnyTable;
  const links = tx.tables[sources.table] as unknown as AnyTable;
  const rows = (await tx.db
    .select()
    .from(from)
    .where(eq(from[owner] as AnySQLiteColumn, id))
    .orderBy(from.id as AnySQLiteColumn)) as (AnyRow & { id: string })[];
  const resting = (await tx.db
    .select()
    .from(links)
    .where(
      inList(
        tx,
        links[sources.of] as AnySQLiteColumn,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(links[sources.of] as AnySQLiteColumn, links.position as AnySQLiteColumn)) as AnyRow[];
  return rows.map((row) => ({
    ...row,
    sourceIds: resting
      .filter((each) => each[sources.of] === row.id)
      .map((each) => String(each.sourceId)),
  }));
}

/** Makes the rows that belong to something these, each given whole with the ids of its sources. */
export async function keepParts(
  tx: Tx,
  owned: Owned,
  parts: readonly (AnyRow & { id: string; sourceIds: readonly string[] })[],
): Promise<void> {
  const { table, sources } = owned;
  const links = tx.tables[sources.table] as unknown as AnyTable;
  const linked = links[sources.of] as AnySQLiteColumn;
  const held = new Map((await partsOf(tx, owned)).map((part) => [part.id, part]));
  const left = new Set(parts.map(({ id }) => id));
  for (const id of held.keys()) {
    if (left.has(id)) continue;
    const from = tx.tables[table] as unknown as AnyTable;
    await tx.db.delete(links).where(eq(linked, id));
    await tx.db.delete(from).where(eq(from.id as AnySQLiteColumn, id));
  }
  for (const { sourceIds, ...row } of parts) {
    const before = held.get(row.id as string);
    if (!before || Object.keys(differing(before, row)).length > 0)
      await keepRow(tx, table, row as AnyRow & { id: string });
    if (JSON.stringify(before?.sourceIds ?? []) === JSON.stringify(sourceIds)) continue;
    await tx.db.delete(links).where(eq(linked, row.id));
    await insertAll(
      tx,
      links,
      sourceIds.map((sourceId, position) => ({
        [sources.of]: row.id,
        position,
        sourceId,
      })) as never,
    );
  }
}
