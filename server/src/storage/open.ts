import { fileURLToPath } from "node:url";
import { Refusal } from "../refusal.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";
import type { Storage } from "./storage.ts";

/** What can be chosen when a storage is opened. */
export interface OpenOptions {
  /** PostgreSQL only: a replica, for reads that may be stale. */
  replicaUrl?: string;
  /** Receives what went wrong in the background and was mended, such as a lost connection. */
  onTrouble?: (error: Error) => void;
}

/**
 * Opens `file:PATH` (SQLite; the folder is made when it is missing) or `postgres://…`.
 * @throws Refusal NOT_A_DATABASE or UNAVAILABLE, naming the file or the server.
 */
export async function openStorage(url: string, options: OpenOptions = {}): Promise<Storage> {
  if (url.startsWith("file:")) return openSqlite(fileOf(url), options);
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url, options);
  throw new Refusal(
    "INVALID_INPUT",
    "A database address is file:PATH for SQLite or postgres://… for PostgreSQL.",
  );
}

/** The path in an address of SQLite, as it was given. */
export function fileOf(url: string): string {
  return url.startsWith("file:///") ? fileURLToPath(url) : url.slice("file:".length);
}
