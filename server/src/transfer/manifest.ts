// What a dump says of itself: what it holds, as of when, under which licence, and the fingerprint of every file.
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Refusal } from "../refusal.ts";
import { readMigrations } from "../storage/migrations.ts";
import { printOf } from "./sheet.ts";

/** The file that holds it. */
export const MANIFEST = "manifest.json";

/** The dump as one SQLite database. */
export const DATABASE = "entente.sqlite";

const entry = z.object({
  name: z.string().regex(/^[a-z_]+\.(jsonl|sqlite)$/),
  rows: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifest = z.object({
  format: z.literal("entente-dump"),
  formatVersion: z.number().int(),
  title: z.string().nullable(),
  licence: z.string().nullable(),
  attribution: z.string().nullable(),
  /** The day whose knowledge it holds; null for all. */
  asOf: z.string().nullable(),
  /** Number and moment of the last change that it holds the data of; 0 and null before any. */
  revision: z.number().int().nonnegative(),
  recordedAt: z.string().nullable(),
  /** The tables' version: every migration that made them. */
  schema: z.array(z.string()).nonempty(),
  files: z.array(entry),
});

/** What a dump says of itself. */
export type Manifest = z.infer<typeof manifest>;

/** Of how dumps are laid out. A program reads those up to its own. */
const FORMAT_VERSION = 1;

/** What every manifest of this program begins with. */
export function heading(): Pick<Manifest, "format" | "formatVersion" | "schema"> {
  const [first = "", ...rest] = readMigrations("sqlite").map(({ name }) => name);
  return { format: "entente-dump", formatVersion: FORMAT_VERSION, schema: [first, ...rest] };
}

/** The text of a manifest, with its own fingerprint. */
export function textOf(content: Manifest): string {
  return `${JSON.stringify({ ...content, sha256: sealOf(content) }, null, 2)}\n`;
}

function sealOf(content: object): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/**
 * Reads a manifest. `where` names the dump for whoever reads a refusal.
 * @throws Refusal NEWER_DATABASE when a newer program made it; INVALID_INPUT when it is damaged.
 */
export function manifestIn(text: string, where: string): Manifest {
  const raw = jsonIn(text);
  if (raw?.format !== "entente-dump") throw damaged(where, "its manifest cannot be read");
  refuseNewer(raw, where);
  const { sha256, ...rest } = raw;
  const read = manifest.safeParse(rest);
  if (!read.success || sealOf(rest) !== sha256) {
    throw damaged(where, "its manifest is not as it was written");
  }
  return read.data;
}

function refuseNewer({ formatVersion, schema }: Record<string, unknown>, where: string): void {
  const known = new Set<unknown>(heading().schema);
  const foreign = Array.isArray(schema) ? schema.find((name) => !known.has(name)) : undefined;
  if (Number(formatVersion) <= FORMAT_VERSION && foreign === undefined) return;
  const what = foreign === undefined ? "" : ` (it has the tables of “${foreign}”)`;
  throw new Refusal(
    "NEWER_DATABASE",
    `${where} was made by a newer version of this program${what}. Load it with that version.`,
  );
}

/**
 * Reads the manifest of a dump in a folder, and compares every file with it.
 * @throws Refusal NOT_FOUND without a dump; NEWER_DATABASE or INVALID_INPUT for one that will not do.
 */
export async function checkedManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => {
    const message = `${folder} is no dump: it has no ${MANIFEST}. Name the folder that \`entente dump\` made.`;
    throw new Refusal("NOT_FOUND", message);
  });
  const content = manifestIn(text, folder);
  for (const { name, bytes, sha256 } of content.files) {
    const path = join(folder, name);
    const size = await stat(path).then(
      (found) => found.size,
      () => null,
    );
    if (size === null) throw damaged(folder, `${name} is missing`);
    if (size !== bytes) throw damaged(folder, `${name} has ${size} bytes instead of ${bytes}`);
    if ((await printOf(path)) !== sha256) throw damaged(folder, `${name} has other contents`);
  }
  return content;
}

/** The refusal of a dump that is not as it was written. */
export function damaged(where: string, how: string): Refusal {
  return new Refusal(
    "INVALID_INPUT",
    `${where} is damaged: ${how}. Nothing was loaded; take it anew.`,
  );
}

function jsonIn(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
