// The public data in files that anybody can read:
//
//   one snapshot ─ a JSONL file a table ─ loaded into an empty SQLite database ─ manifest with the fingerprint of all
//
// The same data gives the same bytes, whichever engine holds it. The database is made from the files, so that they have been loaded once
// before anybody needs them.
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { Refusal } from "../refusal.ts";
import { indexed } from "../search/search.ts";
import { refusalOf } from "../storage/file.ts";
import { openStorage } from "../storage/open.ts";
import { makePlain } from "../storage/plain.ts";
import { pagesOf } from "../storage/shape.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { tallied } from "../timeline/timeline.ts";
import { type Day, isoOf, today } from "../when/day.ts";
import { asKnown, NAMED_LAST } from "./asof.ts";
import { COPIED, type Copied } from "./copied.ts";
import { datasetOf } from "./dataset.ts";
import { fill } from "./fill.ts";
import type { LookBack } from "./known.ts";
import { DATABASE, heading, MANIFEST, type Manifest, textOf } from "./manifest.ts";
import { markOf } from "./mark.ts";
import { type Entry, fileOf, printOf, rowsIn, Sheet } from "./sheet.ts";

/** Noted as the moment of a database in which nothing was ever recorded. */
const NEVER = "1970-01-01T00:00:00.000Z";

/** What can be chosen of a dump. */
export interface DumpOptions {
  clock: () => Date;
  /** Only what was known on this day; all there is when left out. */
  asOf?: Day | null;
  /** Whether a folder that is there is replaced. */
  force?: boolean;
}

/**
 * Writes the public data to a folder, which appears whole or not at all. Answers what the dump says of itself.
 * @throws Refusal INVALID_INPUT when the folder is there already, unless forced, and for a day that is still to come.
 */
export async function dump(
  storage: Storage,
  folder: string,
  { clock, asOf = null, force = false }: DumpOptions,
): Promise<Manifest> {
  const path = resolve(folder);
  const now = today(clock);
  if (asOf !== null && asOf > now) {
    const message = `${isoOf(asOf)} is still to come, and nobody knows what will be known. Today is ${isoOf(now)}.`;
    throw new Refusal("INVALID_INPUT", message);
  }
  if (existsSync(path) && !force) {
    throw new Refusal(
      "INVALID_INPUT",
      `${path} is there already. Name another folder, or add --force to replace it.`,
    );
  }
  const part = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await rm(part, { recursive: true, force: true });
    await mkdir(part);
    const sheets = await storage.read((tx) =>
      writeSheets(tx, part, asOf === null ? null : { tx, asOf, today: now }),
    );
    const rows = sheets.files.reduce((sum, entry) => sum + entry.rows, 0);
    await makeDatabase(part, sheets);
    const database = join(part, DATABASE);
    const bytes = (await stat(database)).size;
    const whole = { name: DATABASE, rows, bytes, sha256: await printOf(database) };
    const manifest = { ...sheets, files: [...sheets.files, whole] };
    await writeFile(join(part, MANIFEST), textOf(manifest));
    await replace(path, part);
    return manifest;
  } catch (error) {
    await rm(part, { recursive: true, force: true }).catch(() => {});
    throw refusalOf(error, path);
  }
}

/** Writes every table to its file in a folder, as it was known when somebody looks back. */
export async function writeSheets(
  tx: Tx,
  folder: string,
  look: LookBack | null = null,
): Promise<Manifest> {
  const held = await datasetOf(tx);
  const mark = await markOf(tx, look?.asOf ?? null);
  const pages = look ? asKnown(look) : (name: Copied) => pagesOf(tx, name);
  const files = new Map<Copied, Entry>();
  const last: readonly Copied[] = NAMED_LAST;
  for (const name of [...COPIED.filter((each) => !last.includes(each)), ...last]) {
    const sheet = new Sheet(join(folder, fileOf(name)), name);
    for await (const page of pages(name)) await sheet.write(page);
    files.set(name, await sheet.close());
  }
  return {
    ...heading(),
    title: held?.title ?? null,
    licence: held?.licence ?? null,
    attribution: held?.attribution ?? null,
    asOf: mark.asOf === null ? null : isoOf(mark.asOf),
    revision: mark.revision,
    recordedAt: mark.recordedAt,
    files: COPIED.map((name) => files.get(name) as Entry),
  };
}

/** Loads the files of a folder into a database of their own beside them. */
async function makeDatabase(folder: string, manifest: Manifest): Promise<void> {
  const place = await mkdtemp(join(tmpdir(), "entente-dump-"));
  try {
    const file = join(place, "entente.db");
    const storage = indexed(tallied(await openStorage(`file:${file}`)));
    try {
      await storage.migrate();
      await storage.write((tx) => fill(tx, (name) => rowsIn(join(folder, fileOf(name)), name)));
    } finally {
      await storage.close();
    }
    makePlain(file, join(folder, DATABASE), textOf(manifest), manifest.recordedAt ?? NEVER);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

/** Puts a folder in the place of another, which is gone only once the new one is there. */
async function replace(path: string, part: string): Promise<void> {
  if (!existsSync(path)) return rename(part, path);
  const before = `${part}.before`;
  await rename(path, before);
  await rename(part, path);
  await rm(before, { recursive: true, force: true });
}
