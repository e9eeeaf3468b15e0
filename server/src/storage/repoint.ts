// What points at one row is made to point at another, and back.
import { and, eq } from "drizzle-orm";
import { type AnySQLiteColumn, getTableConfig, type SQLiteTable } from "drizzle-orm/sqlite-core";
import { sqliteKit } from "./kit.ts";
import type { Entity } from "./pick.ts";
import { pointersAt } from "./referents.ts";
import { type AnyRow, columnsOf, type TableName } from "./shape.ts";
import type { Tx } from "./storage.ts";
import { tables } from "./tables.ts";

type AnyTable = SQLiteTable & Record<string, AnySQLiteColumn>;

const shapes = tables(sqliteKit);

/** Tables that name rows of any other by type and id, which no foreign key tells of. */
const TYPED = ["storyStepRef", "factRef"] as const;

/** The columns that tell the rows of a table apart. */
function keyOf(name: TableName): string[] {
  const { columns, primaryKeys } = getTableConfig(shapes[name] as SQLiteTable);
  const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary);
  const names = new Set(key.map((column) => column.name));
  return columnsOf(name).flatMap((column) => (names.has(column.name) ? [column.property] : []));
}

/**
 * Makes all that points at the row `from` point at `into`, and answers where that was, each as text for `repointed`. `type` is what typed ids call
 * such rows. Nothing may point at it that can never be changed, such as a report.
 */
export async function repoint(
  tx: Tx,
  { table: target, type }: { table: Entity; type: string },
  from: string,
  into: string,
): Promise<string[]> {
  const typed = TYPED.map((table) => ({ table, property: "refId", within: type }));
  const pointers = pointersAt(target).map((each) => ({ ...each, within: null }));
  const moved: string[] = [];
  for (const { table, property, within } of [...pointers, ...typed]) {
    const at = tx.tables[table] as unknown as AnyTable;
    const here = and(
      eq(at[property] as AnySQLiteColumn, from),
      within === null ? undefined : eq(at.type as AnySQLiteColumn, within),
    );
    const rows = (await tx.db.select().from(at).where(here)) as AnyRow[];
    if (rows.length === 0) continue;
    await tx.db
      .update(at)
      .set({ [property]: into } as never)
      .where(here);
    const key = keyOf(table);
    moved.push(
      ...rows.map((row) => JSON.stringify([table, property, ...key.map((name) => row[name])])),
    );
  }
  return moved;
}

/** Makes what `repoint` moved point back, where it still points there. */
export async function repointed(
  tx: Tx,
  moved: readonly string[],
  from: string,
  into: string,
): Promise<void> {
  for (const text of moved) {
    const [table, property, ...values] = JSON.parse(text) as [TableName, string, ...unknown[]];
    const at = tx.tables[table] as unknown as AnyTable;
    const own = keyOf(table).map((name, place) => eq(at[name] as AnySQLiteColumn, values[place]));
    await tx.db
      .update(at)
      .set({ [property]: from } as never)
      .where(and(eq(at[property] as AnySQLiteColumn, into), ...own));
  }
}
