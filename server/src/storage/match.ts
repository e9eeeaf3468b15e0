// What the engines say differently, each behind one name that means the same on both.
import { type Placeholder, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Engine } from "./storage.ts";

/**
 * Whether a column holds one of the values. One parameter however many there are, so the statement
 * can be prepared: give `sql.placeholder(name)` and pass the array when it runs.
 */
export function inList(
  tx: { readonly engine: Engine },
  column: AnySQLiteColumn,
  values: readonly (string | number)[] | Placeholder,
): SQL<boolean> {
  if (tx.engine === "sqlite") {
    const list = sql.param(values, { mapToDriverValue: (given) => JSON.stringify(given) });
    return sql`${column} in (select value from json_each(${list}))`;
  }
  const list = sql.param(values, { mapToDriverValue: (given) => given });
  const type = column.getSQLType().split(" ")[0] as string;
  return sql`${column} = any(${list}::${sql.raw(type)}[])`;
}

/**
 * Text as it is compared when a person searches: lower case, without accents, so that `turkiye`
 * finds `Türkiye`. The same as what `folded` gives in SQL.
 */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/** `fold` of a column, inside the database. */
export function folded(
  tx: { readonly engine: Engine },
  column: AnySQLiteColumn | SQL,
): SQL<string> {
  if (tx.engine === "sqlite") return sql<string>`fold(${column})`;
  const plain = sql`regexp_replace(normalize(${column}, NFD), '[\\u0300-\\u036F]', '', 'g')`;
  return sql<string>`lower(${plain} collate "default")`;
}

/**
 * Whether a column contains the text, whatever the case and accents. Nothing in the text is a
 * pattern. Give `sql.placeholder(name)` for a prepared statement and pass the text when it runs.
 */
export function contains(
  tx: { readonly engine: Engine },
  column: AnySQLiteColumn | SQL,
  text: string | Placeholder,
): SQL<boolean> {
  const needle = sql.param(text, { mapToDriverValue: (given) => fold(String(given)) });
  if (tx.engine === "sqlite") return sql`instr(${folded(tx, column)}, ${needle}) > 0`;
  return sql`strpos(${folded(tx, column)}, ${needle}::text) > 0`;
}

/** The objects of a JSON list that a column holds, as rows of a table `name`, and what each says under a key, as text. */
export function eachIn(
  tx: { readonly engine: Engine },
  column: AnySQLiteColumn,
  name: string,
): { from: SQL; field: (key: string) => SQL } {
  const row = sql.identifier(name);
  const each = tx.engine === "sqlite" ? sql`json_each` : sql`json_array_elements`;
  const named = tx.engine === "sqlite" ? row : sql`${row}("value")`;
  return {
    from: sql`${each}(${column}) ${named}`,
    field: (key) => sql`cast(${row}."value" ->> ${sql.raw(`'${key}'`)} as text)`,
  };
}

/** One more than the largest so far, for the counters of the ledger. Safe in a write: it is alone. */
export function next(column: AnySQLiteColumn): SQL<number> {
  return sql<number>`(select coalesce(max(${column}), 0) + 1 from ${column.table})`.mapWith(Number);
}
