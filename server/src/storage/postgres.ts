import type pg from "pg";
import { Channels } from "./channels.ts";
import { Listener } from "./listener.ts";
import { migratePostgres } from "./migrate-postgres.ts";
import { Nesting } from "./nesting.ts";
import type { OpenOptions } from "./open.ts";
import { causeOf } from "./rule.ts";
import { connectionOf, isConflict, makePool, refusalOf, unopened, unread } from "./server.ts";
import type { Storage, Tx } from "./storage.ts";

/** How often a write is run again after a conflict, before the conflict is reported. */
const TRIES = 10;

/**
 * Opens a PostgreSQL database. See `Storage` for what it promises.
 * @throws Refusal UNAVAILABLE, naming the server, when it cannot be reached.
 */
export async function openPostgres(url: string, options: OpenOptions = {}): Promise<Storage> {
  const trouble = options.onTrouble ?? (() => {});
  const loggers = new Set<(sql: string, params: readonly unknown[]) => void>();
  const log = (sql: string, params: readonly unknown[]) => {
    for (const logger of loggers) logger(sql, params);
  };
  const primary = makePool(url, trouble);
  const replica = options.replicaUrl ? makePool(options.replicaUrl, trouble) : primary;
  const channels = new Channels();
  const listener = new Listener(url, channels, trouble);
  const nesting = new Nesting();
  let line: Promise<unknown> = Promise.resolve();
  let closed = false;

  const alive = () => {
    if (closed) throw new Error("The storage is closed");
  };

  /** Lends a connection; one that broke is not used again. */
  const lend = async <T>(pool: pg.Pool, fn: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
    let client: pg.PoolClient | undefined;
    let broken: Error | undefined;
    try {
      client = await pool.connect();
      return await fn(client);
    } catch (error) {
      const cause = causeOf(error);
      const refusal = refusalOf(cause, url);
      if (refusal !== cause) broken = cause as Error;
      throw refusal;
    } finally {
      client?.release(broken);
    }
  };

  const attempt = <T>(fn: (tx: Tx) => Promise<T> | T, dryRun: boolean): Promise<T> =>
    lend(primary, async (client) => {
      const { db, tables } = connectionOf(client, log);
      const told = new Set<string>();
      const notify = (channel: string) => void told.add(channel);
      await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
      try {
        // One writer in the whole cluster, as on SQLite: the ledger's counters then grow in the
        // order of commits, and whoever reads on from a cursor misses nothing. Locked before the
        // snapshot is taken, so waiting causes no conflict.
        await client.query('LOCK TABLE "migration" IN EXCLUSIVE MODE');
        const tx: Tx = { engine: "postgres", db, tables, notify };
        const value = await nesting.run("write", () => fn(tx));
        if (!dryRun) {
          for (const channel of told) await client.query("select pg_notify($1, '')", [channel]);
        }
        await client.query(dryRun ? "ROLLBACK" : "COMMIT");
        return value;
      } catch (error) {
        await client.query("ROLLBACK").catch(() => {});
        throw error;
      }
    });

  const persist = async <T>(fn: (tx: Tx) => Promise<T> | T, dryRun: boolean): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(fn, dryRun);
      } catch (error) {
        if (!isConflict(error) || tries >= TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, 5 * tries * tries));
      }
    }
  };

  const storage: Storage = {
    engine: "postgres",

    async read(fn, { stale = false, withinMs = 0 } = {}) {
      alive();
      nesting.refuse("read");
      return lend(stale ? replica : primary, async (client) => {
        const { db, tables } = connectionOf(client, log);
        // Zero is without a bound. Both in one message, so that the bound costs no way there and back.
        const bound = `SET LOCAL statement_timeout = ${Math.ceil(withinMs)}`;
        await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${bound}`);
        try {
          const tx: Tx = { engine: "postgres", db, tables, notify: () => {} };
          return await nesting.run("read", () => fn(tx));
        } catch (error) {
          throw unread(error, withinMs);
        } finally {
          await client.query("COMMIT").catch(() => {});
        }
      });
    },

    async write(fn, { dryRun = false } = {}) {
      alive();
      nesting.refuse("write");
      // In line within this process, so that waiting writes do not take the readers' connections.
      const turn = line.then(() => persist(fn, dryRun));
      line = turn.catch(() => {});
      return turn;
    },

    listen: (channel, fn) => listener.listen(channel, fn),

    generation: () => null,

    async migrate() {
      alive();
      await lend(primary, migratePostgres);
    },

    onStatement(fn) {
      loggers.add(fn);
      return () => loggers.delete(fn);
    },

    explain: (sql, params) =>
      lend(primary, async (client) => {
        const { rows } = await client.query(`EXPLAIN ${sql}`, [...params]);
        return rows.map((row: { "QUERY PLAN": string }) => row["QUERY PLAN"]);
      }),

    async close() {
      if (closed) return;
      closed = true;
      await listener.close();
      await line;
      await primary.end();
      if (replica !== primary) await replica.end();
    },
  };

  try {
    await lend(primary, (client) => client.query("select 1"));
  } catch (error) {
    await storage.close();
    throw unopened(error, url);
  }
  return storage;
}
