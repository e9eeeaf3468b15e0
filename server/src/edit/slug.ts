import anyAscii from "any-ascii";
import { type Changed, lastChangeOf } from "../history/history.ts";
import { type Entity, pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";

const LONGEST = 60;

/** Words as a slug, in whatever script they are: `Türkiye, Ankara`: `turkiye-ankara`. Empty when nothing of them can be written so. */
export function slugOfWords(words: string): string {
  return anyAscii(words)
    .replace(/[^0-9A-Za-z]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase()
    .slice(0, LONGEST)
    .replace(/-$/, "");
}

/** A slug that nothing of the type has or had: the plain one, else the first of `-2`, `-3` … that is free. Only inside a write. */
export async function freeSlug(
  tx: Tx,
  { table, type }: { table: Entity; type: Changed },
  base: string,
): Promise<string> {
  for (let nth = 1; ; nth++) {
    const slug = nth === 1 ? base : `${base}-${nth}`;
    const [taken] = await pick(tx, table, [slug]);
    // What was withdrawn keeps its slug: its history is found by it.
    if (!taken && (await lastChangeOf(tx, type, slug)) === null) return slug;
  }
}
