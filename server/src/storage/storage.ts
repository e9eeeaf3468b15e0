import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type { Tables } from "./tables.ts";

/** What keeps the data: a file beside the program, or a server of its own. */
export type Engine = "sqlite" | "postgres";

/**
 * How queries are written, once for both engines: the builders that both have. They are awaited;
 * `.all()`, `.get()` and `.run()` exist on one engine only and must not be called.
 */
export type Db = Pick<
  BaseSQLiteDatabase<"async", unknown>,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "with" | "$with" | "$count"
>;

/** A transaction: one consistent look at the data, or one write that holds whole or not at all. */
export interface Tx {
  readonly engine: Engine;
  readonly db: Db;
  readonly tables: Tables;
  /**
   * Tells the listeners of a channel that something moved, once the transaction is committed and
   * only then. Does nothing in a read.
   */
  notify(channel: string): void;
}

/** The one door to the data. */
export interface Storage {
  readonly engine: Engine;
  /**
   * Runs `fn` over one snapshot of the data. With `stale` it may be a replica's, a moment old. With `withinMs` PostgreSQL
   * cancels a statement that takes longer, and the read is refused with EXECUTION_TIMEOUT; SQLite, which runs on this thread, cannot.
   * @throws Error when called inside another read or write: use the `tx` at hand.
   */
  read<T>(
    fn: (tx: Tx) => Promise<T> | T,
    options?: { stale?: boolean; withinMs?: number },
  ): Promise<T>;
  /**
   * Runs `fn` as the only writer: serializable, whole or not at all, and durable once resolved. It
   * may run `fn` again after a conflict, so `fn` has no effect outside the transaction. When `fn`
   * throws, nothing is written. With `dryRun` nothing is written either, and the value still comes.
   * @throws Error when called inside another read or write: use the `tx` at hand.
   * @throws Refusal UNAVAILABLE when the database cannot be reached or another program holds it.
   */
  write<T>(fn: (tx: Tx) => Promise<T> | T, options?: { dryRun?: boolean }): Promise<T>;
  /**
   * Calls `fn` after commits that notified the channel, from here or from another process. A hint:
   * calls may be merged or come without cause, so read again from where you stood. Returns what
   * ends it.
   */
  listen(channel: string, fn: () => void): () => void;
  /**
   * A number that is another one after every commit, by this program or another; null where telling costs as much as a read. To learn in some
   * microseconds that what was read before still holds. Says nothing across restarts.
   */
  generation(): number | null;
  /**
   * Brings the database to this program's tables. Safe when several programs start at once.
   * @throws Refusal NEWER_DATABASE when it has tables that this program does not know.
   * @throws Refusal NOT_A_DATABASE when it belongs to something else.
   */
  migrate(): Promise<void>;
  /** Calls `fn` with every statement that rooms run. For tests that count. Returns what ends it. */
  onStatement(fn: (sql: string, params: readonly unknown[]) => void): () => void;
  /** The engine's plan for a statement, line by line. For tests that look at indexes. */
  explain(sql: string, params: readonly unknown[]): Promise<string[]>;
  /** Finishes what is under way, then closes. Afterwards every call is refused with an Error. */
  close(): Promise<void>;
}
