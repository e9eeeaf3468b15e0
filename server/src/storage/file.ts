// One connection to a SQLite file: how it is opened, and what it says when the file will not do.
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { Refusal } from "../refusal.ts";
import { fold } from "./match.ts";
import { isOurs } from "./ours.ts";
import { codeOf } from "./rule.ts";
import type { Db } from "./storage.ts";

/** How long to wait for another program's lock, in milliseconds. */
export const BUSY_MS = 5_000;

/** A connection with its query builder. */
export interface Connection {
  client: Database.Database;
  db: Db;
}

/** Called with every statement the query builder runs. */
export type Log = (sql: string, params: readonly unknown[]) => void;

/**
 * Opens the connection that writes, making the folder and the file when they are missing.
 * @throws Refusal NOT_A_DATABASE or UNAVAILABLE, naming the file.
 */
export async function openWriter(file: string, log: Log): Promise<Connection> {
  return open(file, log, async () => {
    mkdirSync(dirname(resolve(file)), { recursive: true });
    refuseForeign(file);
    const client = new Database(file, { timeout: 0 });
    try {
      await locking(client, "PRAGMA journal_mode = WAL");
      // FULL: with NORMAL a loss of power could take back what was said to be saved.
      client.pragma("synchronous = FULL");
      client.pragma("foreign_keys = ON");
      // Without it `insert or replace` would slip past the triggers that refuse to delete.
      client.pragma("recursive_triggers = ON");
      return client;
    } catch (error) {
      client.close();
      throw error;
    }
  });
}

/** Opens a connection that only reads. The writer's must be open already. */
export async function openReader(file: string, log: Log): Promise<Connection> {
  return open(file, log, async () => new Database(file, { readonly: true, timeout: BUSY_MS }));
}

async function open(
  file: string,
  log: Log,
  connect: () => Promise<Database.Database>,
): Promise<Connection> {
  try {
    const client = await connect();
    client.pragma("cache_size = -65536");
    client.pragma("mmap_size = 2147483648");
    client.pragma("temp_store = MEMORY");
    client.function("fold", { deterministic: true }, (text) =>
      text === null ? null : fold(String(text)),
    );
    const db = drizzle(client, { logger: { logQuery: log } });
    // The synchronous builder may be awaited like the other; rooms see only that.
    return { client, db: db as unknown as Db };
  } catch (error) {
    throw refusalOf(error, file);
  }
}

/** Refuses a database of another program before a byte of it is changed: the writer's first act is to change how it is journaled. */
function refuseForeign(file: string): void {
  if (!existsSync(file)) return;
  let ours = true;
  try {
    const client = new Database(file, { readonly: true, timeout: BUSY_MS });
    try {
      ours = isOurs(client);
    } finally {
      client.close();
    }
  } catch {
    // What cannot be read so, the writer will mend or say.
  }
  if (!ours) throw foreign(file);
}

/** The refusal of a database that is another program's. */
export function foreign(file: string): Refusal {
  const path = resolve(file);
  return new Refusal(
    "NOT_A_DATABASE",
    `${path} is a database of another program. Name another file.`,
    { facts: { file: path } },
  );
}

/**
 * Runs a statement that takes a lock on the file, and runs it again while another program holds
 * it. SQLite's own way of waiting would stop this whole process, and for some locks it has none.
 */
export async function locking(client: Database.Database, statement: string): Promise<void> {
  const patience = Date.now() + BUSY_MS;
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    try {
      client.exec(statement);
      return;
    } catch (error) {
      if (!isBusy(error) || Date.now() > patience) throw error;
      await sleep(wait);
    }
  }
}

/** Whether another program holds the lock that was wanted. */
export function isBusy(error: unknown): boolean {
  return codeOf(error)?.startsWith("SQLITE_BUSY") ?? false;
}

/** An error of the file as a refusal that names it; any other error as it is. */
export function refusalOf(error: unknown, file: string): unknown {
  const code = codeOf(error) ?? "";
  const path = resolve(file);
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") {
    return new Refusal(
      "NOT_A_DATABASE",
      `${path} is not a database, or it is damaged. Name another file, or move it away and restore a backup there.`,
      { facts: { file: path }, cause: error },
    );
  }
  if (isBusy(error)) {
    return new Refusal(
      "UNAVAILABLE",
      `Another program is writing to ${path} and did not finish in ${BUSY_MS / 1000} seconds. Try again.`,
      { facts: { file: path }, cause: error },
    );
  }
  const system = /^(EACCES|EPERM|EROFS|EISDIR|ENOTDIR|EEXIST|ENOSPC)$/.test(code);
  if (system || /^SQLITE_(CANTOPEN|READONLY|FULL|IOERR|PERM|AUTH)/.test(code)) {
    const kind = existsSync(path) ? "read and written" : "made";
    return new Refusal(
      "UNAVAILABLE",
      `${path} cannot be ${kind} (${code}). Check that it is a file, its folder, its permissions and the space left.`,
      { facts: { file: path }, cause: error },
    );
  }
  return error;
}
