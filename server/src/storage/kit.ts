import { type SQL, sql } from "drizzle-orm";
import * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

/** A column of another room's table, named lazily so that rooms need not import each other. */
export type Key = () => lite.AnySQLiteColumn;

/**
 * The column vocabulary in which every table is written once. PostgreSQL has the same names and is
 * cast to this type: a query typed against one engine means the same on the other.
 */
export interface Kit {
  table: typeof lite.sqliteTable;
  /** Text of any length. */
  text(name: string): lite.SQLiteTextBuilderInitial<string, [string, ...string[]], undefined>;
  /** One word of a closed list. The list binds in the database only through `oneOf`. */
  word<const T extends readonly [string, ...string[]]>(
    name: string,
    words: T,
  ): lite.SQLiteTextBuilderInitial<string, [...T], undefined>;
  /** A whole number of 32 bits; days and positions. */
  int(name: string): lite.SQLiteIntegerBuilderInitial<string>;
  /** A whole number up to 2^53; counters that grow for ever. */
  long(name: string): lite.SQLiteIntegerBuilderInitial<string>;
  /** A number with a fraction; degrees. */
  real(name: string): lite.SQLiteRealBuilderInitial<string>;
  /** True or false. */
  bool(name: string): lite.SQLiteBooleanBuilderInitial<string>;
  /** Any JSON value; keys keep their order. Give it a type with `.$type<T>()`. */
  json(name: string): lite.SQLiteTextJsonBuilderInitial<string>;
  index: typeof lite.index;
  unique: typeof lite.unique;
  uniqueIndex: typeof lite.uniqueIndex;
  primaryKey: typeof lite.primaryKey;
  foreignKey: typeof lite.foreignKey;
  check: typeof lite.check;
  /** SQL as literal text: constraints and partial indexes take no parameters. */
  sql(text: string): SQL;
  /** A constraint that a column holds one of these words, or null where the column allows it. */
  oneOf(name: string, column: string, words: readonly string[]): lite.CheckBuilder;
}

/** The kit of SQLite, the engine that the types follow. */
export const sqliteKit: Kit = {
  table: lite.sqliteTable,
  text: (name) => lite.text(name),
  word: <const T extends readonly [string, ...string[]]>(name: string, words: T) =>
    lite.text(name, { enum: words as unknown as [...T] & [string, ...string[]] }) as never,
  int: (name) => lite.integer(name),
  long: (name) => lite.integer(name),
  real: (name) => lite.real(name),
  bool: (name) => lite.integer(name, { mode: "boolean" }),
  json: (name) => lite.text(name, { mode: "json" }),
  index: lite.index,
  unique: lite.unique,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  foreignKey: lite.foreignKey,
  check: lite.check,
  sql: (text) => sql.raw(text),
  oneOf: (name, column, words) => lite.check(name, among(column, words)),
};

/** Text in the order of its bytes, which is SQLite's, whatever the locale of the cluster. */
const bytewise = pg.customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** The kit of PostgreSQL, under SQLite's type. */
export const postgresKit = {
  table: pg.pgTable,
  text: (name: string) => bytewise(name),
  word: (name: string) => bytewise(name),
  int: (name: string) => pg.integer(name),
  long: (name: string) => pg.bigint(name, { mode: "number" }),
  real: (name: string) => pg.doublePrecision(name),
  bool: (name: string) => pg.boolean(name),
  // Not jsonb, which sorts keys: what was written must come back the same on both engines.
  json: (name: string) => pg.json(name),
  index: pg.index,
  unique: pg.unique,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  foreignKey: pg.foreignKey,
  check: pg.check,
  sql: (text: string) => sql.raw(text),
  oneOf: (name: string, column: string, words: readonly string[]) =>
    pg.check(name, among(column, words)),
} as unknown as Kit;

/** `column in ('A', 'B')` as text, for constraints. The words are our own constants. */
export function amongText(column: string, words: readonly string[]): string {
  return `"${column}" in (${words.map((word) => `'${word.replaceAll("'", "''")}'`).join(", ")})`;
}

function among(column: string, words: readonly string[]): SQL {
  return sql.raw(amongText(column, words));
}
