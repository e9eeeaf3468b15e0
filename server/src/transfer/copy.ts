// A dump into an empty database: checked first, then all of it or nothing.
import { existsSync, statSync } from "node:fs";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { Refusal } from "../refusal.ts";
import { openStorage } from "../storage/open.ts";
import { noteIn } from "../storage/plain.ts";
import { brokenRule } from "../storage/rule.ts";
import { sqlNameOf } from "../storage/shape.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { COPIED } from "./copied.ts";
import { writeSheets } from "./dump.ts";
import { fill } from "./fill.ts";
import { checkedManifest, damaged, MANIFEST, type Manifest, manifestIn } from "./manifest.ts";
import { fileOf, rowsIn } from "./sheet.ts";

/**
 * Loads a dump: the folder of one, or its SQLite database alone. Answers what the dump says of itself.
 * @throws Refusal NOT_FOUND without a dump; NEWER_DATABASE, NOT_A_DATABASE or INVALID_INPUT for one that will not do; INVALID_INPUT when the
 * database holds data.
 */
export async function loadDump(storage: Storage, from: string): Promise<Manifest> {
  const path = resolve(from);
  await storage.read(refuseFull);
  if (!existsSync(path)) throw new Refusal("NOT_FOUND", `There is no ${path}.`);
  if (statSync(path).isDirectory()) return loadFolder(storage, path);
  if (basename(path) === MANIFEST) return loadFolder(storage, dirname(path));
  return loadFile(storage, path);
}

async function loadFolder(storage: Storage, folder: string): Promise<Manifest> {
  const manifest = await checkedManifest(folder);
  await fillWith(storage, folder, manifest);
  return manifest;
}

async function fillWith(storage: Storage, folder: string, { files }: Manifest): Promise<void> {
  const there = new Set(files.map(({ name }) => name));
  try {
    await storage.write(async (tx) => {
      // Asked again within the write: another program may have loaded in between.
      await refuseFull(tx);
      // A table that came after the dump was made has no file in it.
      await fill(tx, (name) =>
        there.has(fileOf(name)) ? rowsIn(join(folder, fileOf(name)), name) : nothing(),
      );
    });
  } catch (error) {
    const rule = brokenRule(error);
    if (rule === null) throw error;
    throw damaged(folder, `a row breaks a rule of the tables (${rule})`);
  }
}

async function* nothing() {}

/** The rows of a database are written out as those of a dump, and must be what its note says. */
async function loadFile(storage: Storage, file: string): Promise<Manifest> {
  const note = await noteIn(file);
  if (note === null) {
    throw new Refusal(
      "INVALID_INPUT",
      `${file} is a database, but none that \`entente dump\` made. Set DATABASE_URL=file:${file} to use it, or \`entente restore\` it if it is a backup.`,
    );
  }
  const manifest = manifestIn(note, file);
  const place = await mkdtemp(join(tmpdir(), "entente-load-"));
  try {
    const copy = join(place, "entente.db");
    await copyFile(file, copy);
    const source = await openStorage(`file:${copy}`);
    try {
      await source.migrate();
      const written = await source.read((tx) => writeSheets(tx, place));
      // An older one was just brought to this program's tables: then its rows are no longer to be compared.
      const isOlder = !isDeepStrictEqual(written.schema, manifest.schema);
      if (!isOlder && !isDeepStrictEqual(written.files, manifest.files)) {
        throw damaged(file, "its rows are not those that were dumped");
      }
      await fillWith(storage, place, written);
    } finally {
      await source.close();
    }
    return manifest;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Refuses a database that holds data already: a dump takes nobody's place. */
async function refuseFull(tx: Tx): Promise<void> {
  for (const name of COPIED) {
    const [row] = await tx.db.select().from(tx.tables[name]).limit(1);
    if (row === undefined) continue;
    throw new Refusal(
      "INVALID_INPUT",
      `The database holds data already (a row of ${sqlNameOf(name)}). A dump goes into an empty one: set DATABASE_URL to a new file or database.`,
    );
  }
}
