// The data set, dumps of it, and copies of the whole database, from a terminal.
import { resolve } from "node:path";
import { type Command, wordsOf } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { backupSqlite, restoreSqlite } from "../storage/backup.ts";
import type { Mark } from "../storage/held.ts";
import { fileOf } from "../storage/open.ts";
import { dayOf } from "../when/day.ts";
import { loadDump } from "./copy.ts";
import { dump } from "./dump.ts";
import { loadShipped } from "./load.ts";
import { DATABASE, type Manifest } from "./manifest.ts";

/** `dump`, `load`, `backup` and `restore`. */
export const dataCommands: Record<string, Command> = {
  dump: {
    help: [
      ["dump FOLDER", "write the public data to files: JSONL, SQLite, and a manifest"],
      ["     [--as-of DAY]", "only what was known on that day, such as 2024-12-05"],
      ["     [--force]", "also over a folder that is there"],
    ],
    async run(words, { use, clock }) {
      const options = { "as-of": { type: "string" }, force: { type: "boolean" } } as const;
      const { values, given } = wordsOf(words, options, "FOLDER");
      const [folder = ""] = given;
      const day = values["as-of"];
      const asOf = day === undefined ? null : dayOf(day);
      const force = values.force === true;
      const manifest = await use((storage) => dump(storage, folder, { clock, asOf, force }));
      return `${resolve(folder)} holds ${summed(manifest)}.`;
    },
  },

  load: {
    help: [
      ["load", "load the shipped data set into a database that holds none"],
      ["load FOLDER|FILE", "load a dump: its folder, or its SQLite file alone"],
    ],
    async run(words, { use, clock }) {
      if (words.length > 0) {
        const [from = ""] = wordsOf(words, {}, "FOLDER").given;
        const manifest = await use((storage) => loadDump(storage, from));
        return `The database holds ${summed(manifest)}.`;
      }
      const { loaded, version } = await use((storage) => loadShipped(storage, { clock }));
      return loaded
        ? `The shipped data set is loaded, version ${version}.`
        : `A data set was loaded before, version ${version}; nothing changed.`;
    },
  },

  backup: {
    help: [
      ["backup FILE", "copy the database to a file, whole, while the server runs"],
      ["       [--force]", "also over a file that is there"],
    ],
    async run(words, { databaseUrl }) {
      const { values, given } = wordsOf(words, { force: { type: "boolean" } }, "FILE");
      const file = databaseFile(databaseUrl, "pg_dump --format=custom --file=FILE DATABASE_URL");
      const [to = ""] = given;
      const last = await backupSqlite(file, to, { force: values.force === true });
      return `${resolve(to)} holds the database: ${told(last)}.`;
    },
  },

  restore: {
    help: [
      ["restore FILE", "make the database what it was when FILE was made"],
      ["        [--force]", "also when it holds changes that FILE does not; they are lost"],
    ],
    async run(words, { databaseUrl, use }) {
      const { values, given } = wordsOf(words, { force: { type: "boolean" } }, "FILE");
      const file = databaseFile(databaseUrl, "pg_restore --clean --dbname=DATABASE_URL FILE");
      const [from = ""] = given;
      const last = await restoreSqlite(from, file, { force: values.force === true });
      // A backup of an earlier version is brought to this one.
      await use(async () => {});
      return `${resolve(file)} is restored: ${told(last)}. Its tokens are those of the backup.`;
    },
  },
};

function databaseFile(url: string, instead: string): string {
  if (url.startsWith("file:")) return fileOf(url);
  throw new Refusal("INVALID_INPUT", `This is for SQLite. PostgreSQL brings its own: ${instead}`);
}

function summed({ files, revision, asOf }: Manifest): string {
  const tables = files.filter(({ name }) => name !== DATABASE);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const day = asOf === null ? "" : `, as known on ${asOf}`;
  return `${rows} rows, revision ${revision}${day}`;
}

function told(last: Mark | null): string {
  if (!last) return "no changes yet";
  const { revision, at } = last;
  return `${revision} ${revision === 1 ? "change" : "changes"}, the last on ${at.slice(0, 16).replace("T", " at ")} UTC`;
}
