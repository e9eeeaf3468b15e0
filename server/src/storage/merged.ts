// What became part of another keeps its row, as reports name it for ever. Whoever reads what points at it is led on from here.
import { eq, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { inList } from "./match.ts";
import type { Entity } from "./pick.ts";
import type { Engine, Tx } from "./storage.ts";

/** A table whose rows stay once they became part of another. Merging keeps `mergedInto` at the end of the way, so that one step leads there. */
export type Merging = SQLiteTable & { id: AnySQLiteColumn; mergedInto: AnySQLiteColumn };

/** The id that a pointer leads to: that of what it names, or of what that became part of. */
export function ledTo(pointer: AnySQLiteColumn, table: Merging): SQL<string> {
  return sql<string>`coalesce((select "led"."merged_into" from ${table} "led" where "led"."id" = ${pointer}), ${pointer})`;
}

/** Whether a pointer leads to one of the values, which stand by themselves. Served by the pointer's own index. */
export function leadsTo(
  tx: { readonly engine: Engine },
  pointer: AnySQLiteColumn,
  table: Merging,
  values: readonly string[] | Placeholder,
): SQL<boolean> {
  const list = sql.param(values, {
    mapToDriverValue: (given) => (tx.engine === "sqlite" ? JSON.stringify(given) : given),
  });
  const own =
    tx.engine === "sqlite"
      ? sql`select value from json_each(${list})`
      : sql`select unnest(${list}::text[]) collate "C"`;
  return sql`${pointer} in (${own} union all select ${table.id} from ${table} where ${inList(tx, table.mergedInto, values)})`;
}

/** Notes of a row what it became part of; null once it stands by itself again. */
export async function becomePart(
  tx: Tx,
  table: Entity,
  id: string,
  into: string | null,
): Promise<void> {
  const at = tx.tables[table as "forum"];
  await tx.db.update(at).set({ mergedInto: into }).where(eq(at.id, id));
}
