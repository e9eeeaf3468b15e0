import { createHash } from "node:crypto";
import type { Db, Tx } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** A query that the builder has finished: anything with drizzle's `prepare`. */
export interface Preparable<Rows> {
  prepare(): { execute(values?: Record<string, unknown>): Promise<Rows> };
}

/** A statement ready to run with values for its placeholders. */
export type Run<Rows> = (values?: Record<string, unknown>) => Promise<Rows>;

/** So many are kept for a connection; what is asked beyond them is rare, and built each time. */
const MOST_KEPT = 1_000;
/** PostgreSQL tells names apart by so many bytes. */
const LONGEST_NAME = 63;

// Keyed by connection: a prepared statement lives and dies with it.
const cache = new WeakMap<Db, Map<string, Run<unknown>>>();

/**
 * The statement of this name, built and prepared once for each connection (100 µs the first time,
 * 12 afterwards). Whatever changes the SQL must be in the name: `event.page` and `event.page.asOf`.
 * `build` may use `sql.placeholder(name)` and nothing from the request at hand. Without a name, for what is hardly asked
 * twice, nothing is kept.
 */
export function prepared<Rows>(
  tx: Tx,
  name: string | null,
  build: (db: Db, tables: Tables) => Preparable<Rows>,
): Run<Rows> {
  let named = cache.get(tx.db);
  if (!named) {
    named = new Map();
    cache.set(tx.db, named);
  }
  const known = name !== null && named.get(name);
  if (known) return known as Run<Rows>;
  // PostgreSQL takes a name under which its server keeps the plan; SQLite ignores it.
  const builder = build(tx.db, tx.tables) as { prepare(name?: string): { execute: Run<Rows> } };
  if (name === null || named.size >= MOST_KEPT)
    return async (values) => builder.prepare().execute(values);
  const statement = builder.prepare(shortened(name));
  const run: Run<Rows> = async (values) => statement.execute(values);
  named.set(name, run);
  return run;
}

/** A name that PostgreSQL does not cut, and so takes for no other. */
function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const hash = createHash("sha256").update(name).digest("base64url").slice(0, 22);
  return `${name.slice(0, LONGEST_NAME - hash.length - 1)}.${hash}`;
}
