// Connections to a PostgreSQL server: how they are pooled, and what they say when it is gone.
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { tookTooLong } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import type { Log } from "./file.ts";
import { postgresKit } from "./kit.ts";
import { causeOf, codeOf } from "./rule.ts";
import type { Db } from "./storage.ts";
import { tables as tablesOf } from "./tables.ts";

/** Most connections of one process to one server. */
const CONNECTIONS = 10;

// Counts, sums and maxima of whole numbers come as numbers, as they do from SQLite.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);

const tables = tablesOf(postgresKit);
const builders = new WeakMap<pg.PoolClient, Db>();

/** A pool whose connections may die without taking the process along. */
export function makePool(url: string, onTrouble: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    application_name: "entente",
  });
  pool.on("error", onTrouble);
  // One that is lent out reports its death here; unheard, it would end the process.
  pool.on("connect", (client) => client.on("error", onTrouble));
  return pool;
}

/** The query builder of a connection: the same one each time, with its prepared statements. */
export function connectionOf(client: pg.PoolClient, log: Log) {
  let db = builders.get(client);
  if (!db) {
    db = drizzle(client, { logger: { logQuery: log } }) as unknown as Db;
    builders.set(client, db);
  }
  return { db, tables };
}

/** Whether an error means: run the transaction again, and it may well succeed. */
export function isConflict(error: unknown): boolean {
  const code = codeOf(error);
  return code === "40001" || code === "40P01";
}

/** An error of the connection as a refusal that names the server; any other error as it is. */
export function refusalOf(error: unknown, url: string): unknown {
  const code = codeOf(error) ?? "";
  const message = error instanceof Error ? error.message : "";
  const lost =
    /^(ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/.test(code) ||
    /^(08|57P0|53300|3D000|28)/.test(code) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(
      message,
    );
  if (!lost) return error;
  const server = nameOf(url);
  return new Refusal(
    "UNAVAILABLE",
    `The database at ${server} cannot be used just now (${code || message}). A write that was under way may or may not have been kept: send it again with the same idempotency key.`,
    { facts: { server }, cause: error },
  );
}

/** What the server answers when a statement ran out of time. */
const CANCELED = "57014";
/** What it answers when a value cannot be one of the column's kind, or is too large for it. */
const OF_ANOTHER_KIND = ["22P02", "22003"];

/** An error of a read as a refusal, where whoever asks can do something about it; any other as it is. `withinMs` is the time it had. */
export function unread(error: unknown, withinMs: number): unknown {
  const cause = causeOf(error);
  const code = codeOf(cause) ?? "";
  if (code === CANCELED) return tookTooLong(withinMs);
  // All that comes in has the type its contract says, but for cursors: their inside is their own list's.
  if (!OF_ANOTHER_KIND.includes(code)) return error;
  return new Refusal(
    "INVALID_INPUT",
    "A cursor here is not one of its list's. Pass an `endCursor` or an edge's `cursor` from the same list and order, or leave it out.",
    { cause },
  );
}

/** Whatever hindered the first connection, as a refusal that says where to look. */
export function unopened(error: unknown, url: string): Refusal {
  const cause = error instanceof Refusal ? error.cause : error;
  // Some errors of the network have a code and no message.
  const reason = (cause instanceof Error && cause.message) || codeOf(cause) || "no answer";
  const server = nameOf(url);
  return new Refusal(
    "UNAVAILABLE",
    `The database at ${server} cannot be opened: ${reason}. Check DATABASE_URL, and that the server runs.`,
    { facts: { server }, cause },
  );
}

/** Host and database of an address, without who logs in and how. */
export function nameOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "the given address";
  }
}
