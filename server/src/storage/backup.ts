// A copy of a SQLite database in one file, and the way back. Both are SQLite's own copy, page by page in one transaction: a server may run
// on either meanwhile, and a program that ends in the middle leaves everything as it was.
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import Database from "better-sqlite3";
import { isRefusal, Refusal } from "../refusal.ts";
import { BUSY_MS, refusalOf } from "./file.ts";
import { lastMark, type Mark, markOf, migrationsOf, reading } from "./held.ts";
import { pendingMigrations, readMigrations } from "./migrations.ts";

/** Whether to go ahead where something would be lost. */
interface Force {
  force: boolean;
}

/**
 * Copies the database in the file `from` to the file `to`, which appears whole or not at all. Answers the last change in it.
 * @throws Refusal NOT_FOUND without a database; INVALID_INPUT when `to` is there already, unless forced.
 */
export async function backupSqlite(from: string, to: string, { force }: Force) {
  const path = resolve(to);
  if (resolve(from) === path) {
    throw new Refusal("INVALID_INPUT", `${path} is the database itself. Name another file.`);
  }
  if (existsSync(path) && !force) {
    throw new Refusal(
      "INVALID_INPUT",
      `${path} is there already. Name another file, or add --force to write over it.`,
    );
  }
  const part = `${path}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    rmSync(part, { force: true });
    await reading(from, (client) => copy(client, part));
    // One plain file, readable also where nothing can be written beside it.
    const client = new Database(part);
    client.pragma("journal_mode = DELETE");
    client.close();
    const last = await reading(part, lastMark);
    renameSync(part, path);
    return last;
  } catch (error) {
    rmSync(part, { force: true });
    throw refusalOf(error, to);
  }
}

/**
 * Makes the database in the file `to` what the backup in the file `from` holds. Answers the last change in it.
 * @throws Refusal NOT_FOUND, NOT_A_DATABASE or NEWER_DATABASE for a backup that will not do; NOT_A_DATABASE when `to` is something else;
 * INVALID_INPUT when it holds what the backup does not, unless forced.
 */
export async function restoreSqlite(from: string, to: string, { force }: Force) {
  const path = resolve(to);
  const last = await reading(from, (client) => {
    pendingMigrations(readMigrations("sqlite"), migrationsOf(client), resolve(from));
    const found = client.pragma("quick_check(1)", { simple: true });
    if (found === "ok") return lastMark(client);
    throw new Refusal("NOT_A_DATABASE", `${resolve(from)} is damaged (${found}).`);
  });
  if (existsSync(path)) {
    const loss = await target(path, (client) => lossOf(client, from, path));
    if (loss && !force) {
      throw new Refusal(
        "INVALID_INPUT",
        `${loss} Nothing was restored; add --force to lose what it holds.`,
      );
    }
  }
  mkdirSync(dirname(path), { recursive: true });
  await reading(from, (client) => copy(client, path));
  const restored = await reading(path, lastMark);
  if (!isDeepStrictEqual(restored, last)) throw new Error(`${path} is not what ${from} holds`);
  return last;
}

async function target<T>(path: string, fn: (client: Database.Database) => Promise<T>): Promise<T> {
  try {
    return await reading(path, fn);
  } catch (error) {
    if (!isRefusal(error) || error.code !== "NOT_A_DATABASE") throw error;
    throw new Refusal("NOT_A_DATABASE", `${error.message} Move it away, then restore again.`, {
      facts: error.facts,
      cause: error,
    });
  }
}

/** What would be lost if the backup took this database's place, in a sentence; null for nothing. */
async function lossOf(
  client: Database.Database,
  from: string,
  path: string,
): Promise<string | null> {
  const known = new Set(readMigrations("sqlite").map(({ name }) => name));
  if (migrationsOf(client).some(({ name }) => !known.has(name))) {
    return `${path} was written by a newer version of this program.`;
  }
  const last = lastMark(client);
  if (!last) return null;
  const [base, same] = await reading(
    from,
    (backup) => [lastMark(backup), markOf(backup, last.revision)] satisfies (Mark | null)[],
  );
  if (isDeepStrictEqual(same, last)) return null;
  const shared = base && markOf(client, base.revision);
  if (!base || !isDeepStrictEqual(shared, base)) {
    return `${path} holds another history than the backup does.`;
  }
  const more = last.revision - base.revision;
  return `${path} holds ${more} ${more === 1 ? "change" : "changes"} made after the backup, the last on ${last.at.slice(0, 10)}.`;
}

async function copy(client: Database.Database, to: string): Promise<void> {
  const patience = Date.now() + BUSY_MS;
  for (;;) {
    const { totalPages } = await client.backup(to, { progress: () => 0x7fffffff });
    // None at all: another program was writing there, and nothing was begun.
    if (totalPages > 0) return;
    if (Date.now() > patience) {
      throw refusalOf(Object.assign(new Error("locked"), { code: "SQLITE_BUSY" }), to);
    }
    await sleep(20);
  }
}
