// What a table looks like, whichever engine holds it: for copying rows without knowing what they mean.
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import { type AnySQLiteColumn, getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { sqliteKit } from "./kit.ts";
import type { Tx } from "./storage.ts";
import { type Tables, tables } from "./tables.ts";

/** The name of a table, as queries use it. */
export type TableName = keyof Tables;

/** A row of whatever table, as queries give and take it. */
export type AnyRow = Record<string, unknown>;

/** A column, as far as copying needs to know it. */
export interface Column {
  /** Its name in queries and in the database. */
  property: string;
  name: string;
  kind: "string" | "number" | "boolean" | "json";
  isNullable: boolean;
  hasDefault: boolean;
}

/** Both engines have the same tables under the same names. */
const shapes = tables(sqliteKit);

/** The name of a table in the database: `report_source` for `reportSource`. */
export function sqlNameOf(name: TableName): string {
  return getTableName(shapes[name]);
}

/** The columns of a table, in the order they are declared in. */
export function columnsOf(name: TableName): Column[] {
  return Object.entries(getTableColumns(shapes[name])).map(([property, column]) => ({
    property,
    name: column.name,
    kind: column.dataType as Column["kind"],
    isNullable: !column.notNull,
    hasDefault: column.hasDefault,
  }));
}

/** A row that is given under the names of the database, as JSON holds it. */
export function rowOfImage(name: TableName, image: AnyRow): AnyRow {
  const held = columnsOf(name).filter((column) => image[column.name] !== undefined);
  return Object.fromEntries(held.map((column) => [column.property, image[column.name]]));
}

/** The properties of a table's primary key, in its order. */
export function keyOf(name: TableName): string[] {
  const shape = shapes[name];
  const [composite] = getTableConfig(shape as SQLiteTable).primaryKeys;
  const columns: readonly { name: string }[] = composite?.columns ?? [];
  const names = new Set(columns.map((column) => column.name));
  const all = Object.entries(getTableColumns(shape));
  if (names.size === 0) {
    return all.filter(([, column]) => column.primary).map(([property]) => property);
  }
  return columns.flatMap(({ name }) =>
    all.filter(([, column]) => column.name === name).map(([property]) => property),
  );
}

/** Every row of a table in the order of its primary key, so many at a time: as much memory for a million rows as for a thousand. */
export async function* pagesOf(
  tx: Tx,
  name: TableName,
  { after = null, size = 500 }: { after?: AnyRow | null; size?: number } = {},
): AsyncGenerator<AnyRow[]> {
  const table = tx.tables[name] as SQLiteTable;
  const columns = getTableColumns(table) as Record<string, AnySQLiteColumn>;
  const keys = keyOf(name);
  const key = keys.map((property) => columns[property] as AnySQLiteColumn);
  const listed = (parts: readonly unknown[]) =>
    sql.join(
      parts.map((part) => sql`${part}`),
      sql`, `,
    );
  for (let last = after; ; ) {
    const from = last;
    const behind =
      from && sql`(${listed(key)}) > (${listed(keys.map((property) => from[property]))})`;
    const rows: AnyRow[] = await tx.db
      .select()
      .from(table)
      .where(behind ?? undefined)
      .orderBy(...key)
      .limit(size);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1) ?? null;
  }
}
