import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Refusal } from "../refusal.ts";
import type { Engine } from "./storage.ts";

/** One step of the tables' history. */
export interface Migration {
  name: string;
  hash: string;
  statements: string[];
}

/** Where a database keeps what was done to it. */
export const MIGRATION_TABLE = `create table if not exists "migration" (
  "name" text primary key not null,
  "hash" text not null,
  "at" text not null
)`;

/** The repository's folder of migrations: as far from `src/storage` as from `dist/storage`. */
const FOLDER = new URL("../../../migrations/", import.meta.url);

/** The migrations of an engine, oldest first. */
export function readMigrations(engine: Engine, folder: URL = FOLDER): Migration[] {
  const read = (path: string) =>
    readFileSync(fileURLToPath(new URL(`${engine}/${path}`, folder)), "utf8");
  const journal = JSON.parse(read("meta/_journal.json")) as { entries: { tag: string }[] };
  return journal.entries.map(({ tag }) => {
    // A checkout may have changed the line ends; the migration is the same.
    const text = read(`${tag}.sql`).replaceAll("\r\n", "\n");
    return {
      name: tag,
      hash: createHash("sha256").update(text).digest("hex"),
      statements: text.split("--> statement-breakpoint").filter((part) => part.trim() !== ""),
    };
  });
}

/**
 * What is still to be done to a database on which `applied` was done.
 * @throws Refusal NEWER_DATABASE when something was done that this program does not know.
 * @throws Error when a migration was edited after it had been applied.
 */
export function pendingMigrations(
  known: Migration[],
  applied: readonly { name: string; hash: string }[],
  where: string,
): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, hash } of applied) {
    const migration = byName.get(name);
    if (!migration) {
      throw new Refusal(
        "NEWER_DATABASE",
        `${where} was written by a newer version of this program (it has the tables of “${name}”). Start that version, or restore a backup made by this one.`,
        { facts: { migration: name } },
      );
    }
    if (migration.hash !== hash) {
      throw new Error(`Migration ${name} was edited after it had been applied to ${where}`);
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return known.filter(({ name }) => !done.has(name));
}
