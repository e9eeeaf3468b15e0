// What a SQLite file holds, asked without changing a byte of it and without bringing it to this program's tables.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import Database from "better-sqlite3";
import { Refusal } from "../refusal.ts";
import { BUSY_MS, foreign, refusalOf } from "./file.ts";
import { isOurs } from "./ours.ts";

/** A change as far as it tells one history from another. */
export interface Mark {
  revision: number;
  /** The moment it was recorded, ISO 8601. */
  at: string;
  by: string;
  action: string;
}

/**
 * Runs `fn` over a file that is a database of this program, of whatever version.
 * @throws Refusal NOT_FOUND, NOT_A_DATABASE or UNAVAILABLE, naming the file.
 */
export async function reading<T>(
  file: string,
  fn: (client: Database.Database) => T | Promise<T>,
): Promise<T> {
  const path = resolve(file);
  if (!existsSync(path)) {
    throw new Refusal("NOT_FOUND", `There is no file ${path}.`, { facts: { file: path } });
  }
  let client: Database.Database | undefined;
  try {
    client = new Database(path, { readonly: true, timeout: BUSY_MS });
    if (!isOurs(client)) throw foreign(path);
    return await fn(client);
  } catch (error) {
    throw refusalOf(error, path);
  } finally {
    client?.close();
  }
}

/** The migrations that were applied; none in an empty file. */
export function migrationsOf(client: Database.Database): { name: string; hash: string }[] {
  if (!hasTable(client, "migration")) return [];
  const applied = client.prepare("select name, hash from migration").all();
  return applied as { name: string; hash: string }[];
}

/** The last change; null when there is none. */
export function lastMark(client: Database.Database): Mark | null {
  if (!hasTable(client, "change")) return null;
  const [last] = client.prepare(`${MARK} order by revision desc limit 1`).all();
  return (last as Mark | undefined) ?? null;
}

/** The change of this revision; null when there is none. */
export function markOf(client: Database.Database, revision: number): Mark | null {
  if (!hasTable(client, "change")) return null;
  const [mark] = client.prepare(`${MARK} where revision = ?`).all(revision);
  return (mark as Mark | undefined) ?? null;
}

const MARK = 'select revision, at, "by", action from change';

function hasTable(client: Database.Database, name: string): boolean {
  const found = client.prepare("select 1 from sqlite_schema where type = 'table' and name = ?");
  return found.get(name) !== undefined;
}
