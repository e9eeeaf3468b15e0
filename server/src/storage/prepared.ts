import type { Db, Tx } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** A query that the builder has finished: anything with drizzle's `prepare`. */
export interface Preparable<Rows> {
  prepare(): { execute(values?: Record<string, unknown>): Promise<Rows> };
}

/** A statement ready to run with values for its placeholders. */
export type Run<Rows> = (values?: Record<string, unknown>) => Promise<Rows>;

// Keyed by connection: a prepared statement lives and dies with it.
const cache = new WeakMap<Db, Map<string, Run<unknown>>>();

/**
 * The statement of this name, built and prepared once for each connection (100 µs the first time,
 * 12 afterwards). Whatever changes the SQL must be in the name: `event.page` and `event.page.asOf`.
 * `build` may use `sql.placeholder(name)` and nothing from the request at hand.
 */
export function prepared<Rows>(
  tx: Tx,
  name: string,
  build: (db: Db, tables: Tables) => Preparable<Rows>,
): Run<Rows> {
  let named = cache.get(tx.db);
  if (!named) {
    named = new Map();
    cache.set(tx.db, named);
  }
  const known = named.get(name);
  if (known) return known as Run<Rows>;
  // PostgreSQL takes a name under which its server keeps the plan; SQLite ignores it.
  const builder = build(tx.db, tx.tables) as { prepare(name: string): { execute: Run<Rows> } };
  const statement = builder.prepare(name);
  const run: Run<Rows> = async (values) => statement.execute(values);
  named.set(name, run);
  return run;
}
