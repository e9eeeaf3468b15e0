import type { Database } from "better-sqlite3";
import { Channels } from "./channels.ts";
import { type Connection, openReader, openWriter, refusalOf } from "./file.ts";
import { sqliteKit } from "./kit.ts";
import { migrateSqlite } from "./migrate-sqlite.ts";
import { Nesting } from "./nesting.ts";
import type { OpenOptions } from "./open.ts";
import { Readers } from "./readers.ts";
import { causeOf } from "./rule.ts";
import type { Storage, Tx } from "./storage.ts";
import { tables as tablesOf } from "./tables.ts";
import { Writer } from "./writer.ts";

/** Most snapshots open at once. Reads are short; more would only cool the caches. */
const READERS = 4;

/** How often to look whether another program wrote to the file, in milliseconds. */
const WATCH_MS = 1_000;

const tables = tablesOf(sqliteKit);

/**
 * Opens a SQLite file. See `Storage` for what it promises.
 * @throws Refusal NOT_A_DATABASE or UNAVAILABLE, naming the file.
 */
export async function openSqlite(file: string, _options: OpenOptions = {}): Promise<Storage> {
  const channels = new Channels();
  const nesting = new Nesting();
  const loggers = new Set<(sql: string, params: readonly unknown[]) => void>();
  const log = (sql: string, params: readonly unknown[]) => {
    for (const logger of loggers) logger(sql, params);
  };
  const main = await openWriter(file, log);
  const writer = new Writer(main.client);
  const readers = new Readers<Connection>(READERS, () => openReader(file, log));
  // A connection that never writes: SQLite counts for it whatever any other one commits.
  const onlooker = await openReader(file, log);
  const generation = onlooker.client.prepare<[], number>("PRAGMA data_version").pluck();
  let closed = false;

  const alive = () => {
    if (closed) throw new Error(`The storage of ${file} is closed`);
  };
  const named = (error: unknown) => refusalOf(causeOf(error), file);

  return {
    engine: "sqlite",

    async read(fn) {
      alive();
      nesting.refuse("read");
      return readers.use(async ({ client, db }) => {
        client.exec("BEGIN");
        try {
          const tx: Tx = { engine: "sqlite", db, tables, notify: () => {} };
          return await nesting.run("read", () => fn(tx));
        } catch (error) {
          throw named(error);
        } finally {
          if (client.inTransaction) client.exec("COMMIT");
        }
      });
    },

    async write(fn, { dryRun = false } = {}) {
      alive();
      nesting.refuse("write");
      const told = new Set<string>();
      const tx: Tx = {
        engine: "sqlite",
        db: main.db,
        tables,
        notify: (channel) => told.add(channel),
      };
      try {
        return await writer.add({
          run: () => nesting.run("write", () => fn(tx)),
          dryRun,
          committed: () => channels.tell(told),
        });
      } catch (error) {
        throw named(error);
      }
    },

    listen: (channel, fn) => channels.listen(channel, fn, () => watch(main.client, channels)),

    generation() {
      alive();
      return generation.get() ?? null;
    },

    async migrate() {
      alive();
      try {
        await writer.alone(() => migrateSqlite(main.client, file));
      } catch (error) {
        throw named(error);
      }
    },

    onStatement(fn) {
      loggers.add(fn);
      return () => loggers.delete(fn);
    },

    async explain(sql, params) {
      const rows = main.client.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params);
      return (rows as { detail: string }[]).map(({ detail }) => detail);
    },

    async close() {
      if (closed) return;
      closed = true;
      channels.close();
      await writer.idle();
      for (const { client } of await readers.drain()) client.close();
      onlooker.client.close();
      main.client.close();
    },
  };
}

/**
 * Tells every channel when another program has written to the file: SQLite says that something
 * changed, not what. Own commits do not count, as they are made on this connection.
 */
function watch(client: Database, channels: Channels): () => void {
  const version = () => client.pragma("data_version", { simple: true }) as number;
  let last = version();
  const timer = setInterval(() => {
    if (version() === last) return;
    last = version();
    channels.tellAll();
  }, WATCH_MS);
  timer.unref();
  return () => clearInterval(timer);
}
