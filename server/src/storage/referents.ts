// What points at a row, by the foreign keys of every table.
import { eq, getTableColumns, getTableName } from "drizzle-orm";
import { type AnySQLiteColumn, getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { sqliteKit } from "./kit.ts";
import type { Entity } from "./pick.ts";
import type { AnyRow, TableName } from "./shape.ts";
import type { Tx } from "./storage.ts";
import { tables } from "./tables.ts";

const shapes = tables(sqliteKit) as unknown as Record<TableName, SQLiteTable>;

/** The columns that hold ids of a table, by the names that queries use. */
export function pointersAt(target: Entity): { table: TableName; property: string }[] {
  const name = getTableName(shapes[target]);
  return (Object.keys(shapes) as TableName[]).flatMap((table) => {
    const columns = Object.entries(getTableColumns(shapes[table]));
    return getTableConfig(shapes[table]).foreignKeys.flatMap((key) => {
      const { columns: from, foreignTable } = key.reference();
      if (from.length !== 1 || getTableName(foreignTable) !== name) return [];
      return columns
        .filter(([, column]) => column.name === from[0]?.name)
        .map(([property]) => ({ table, property }));
    });
  });
}

/** Rows that point at a row, at most so many of a table. Tables that are made anew from others count like all. */
export async function referents(
  tx: Tx,
  target: Entity,
  id: string,
  most: number,
): Promise<{ table: TableName; row: AnyRow }[]> {
  const found: { table: TableName; row: AnyRow }[] = [];
  for (const { table, property } of pointersAt(target)) {
    const from = tx.tables[table] as unknown as SQLiteTable & Record<string, AnySQLiteColumn>;
    const rows = await tx.db
      .select()
      .from(from)
      .where(eq(from[property] as AnySQLiteColumn, id))
      .limit(most);
    found.push(...rows.map((row) => ({ table, row: row as AnyRow })));
  }
  return found;
}
