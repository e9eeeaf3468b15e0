import { resolve } from "node:path";
import type { Database } from "better-sqlite3";
import { foreign, locking } from "./file.ts";
import { MIGRATION_TABLE, pendingMigrations, readMigrations } from "./migrations.ts";
import { isOurs } from "./ours.ts";

/** Brings the file to this program's tables, in one transaction. See `Storage.migrate`. */
export async function migrateSqlite(client: Database, file: string): Promise<void> {
  const known = readMigrations("sqlite");
  const path = resolve(file);
  // A migration that rebuilds a table must drop the old one while others point at it.
  client.pragma("foreign_keys = OFF");
  try {
    // Before anything is read, so that a program starting at the same time waits its turn.
    await locking(client, "BEGIN IMMEDIATE");
    if (!isOurs(client)) throw foreign(file);
    client.exec(MIGRATION_TABLE);
    const applied = client.prepare("select name, hash from migration").all();
    const pending = pendingMigrations(known, applied as { name: string; hash: string }[], path);
    const note = client.prepare("insert into migration (name, hash, at) values (?, ?, ?)");
    for (const { name, hash, statements } of pending) {
      for (const statement of statements) client.exec(statement);
      note.run(name, hash, new Date().toISOString());
    }
    const broken = pending.length > 0 ? (client.pragma("foreign_key_check") as unknown[]) : [];
    if (broken.length > 0) throw new Error(`The migration of ${path} would break foreign keys`);
    client.exec("COMMIT");
  } catch (error) {
    if (client.inTransaction) client.exec("ROLLBACK");
    throw error;
  } finally {
    client.pragma("foreign_keys = ON");
  }
}
