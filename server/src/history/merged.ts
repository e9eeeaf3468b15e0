// Where something went that became part of another: its last change says so.
import type { Tx } from "../storage/storage.ts";
import type { Changed, ChangeRecord } from "./record.ts";
import { changeBefore, changesOfRevisions, lastChangesOf } from "./store.ts";

/** What the change of something that became part of another holds as what is left of it. */
export interface Merged {
  /** The slug of the other. */
  mergedInto: string;
  /** What pointed at it, each as `storage/repoint` tells it. */
  moved: string[];
}

/** What is left of what a change was done to, where it became part of another by that; null for any other change. */
export function mergedBy({ after }: ChangeRecord): Merged | null {
  const left = after as Partial<Merged> | null;
  return typeof left?.mergedInto === "string" && Array.isArray(left.moved)
    ? { mergedInto: left.mergedInto, moved: left.moved }
    : null;
}

/**
 * The change that is the other half of one edit of two: each merge, and each undoing of one, records what it did to the one that stays, then what
 * it did to the other. Null for the change of the other itself, and for any edit of one.
 */
export async function halfOf(tx: Tx, change: ChangeRecord): Promise<ChangeRecord | null> {
  const [next] = await changesOfRevisions(tx, [change.revision + 1]);
  if (!next || next.entityType !== change.entityType || next.at !== change.at) return null;
  const merged = mergedBy(next) ?? (await splitBy(tx, next));
  return merged?.mergedInto === change.entityId ? next : null;
}

/** What a change undid the merge of; null for any other change. */
export async function splitBy(tx: Tx, change: ChangeRecord): Promise<Merged | null> {
  if (change.before !== null || change.after === null) return null;
  const before = await changeBefore(tx, change);
  return before && mergedBy(before);
}

/** The slug of what something became part of, and of what that became part of in turn; null for what did not. */
export async function mergedInto(tx: Tx, type: Changed, slug: string): Promise<string | null> {
  return (await mergedAmong(tx, type, [slug])).get(slug) ?? null;
}

/** The slug of what each of these became part of in the end; those that did not are not in it. One statement for all, and one more for each further merge. */
export async function mergedAmong(
  tx: Tx,
  type: Changed,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  const ways = new Map<string, string>();
  for (let asked = [...new Set(slugs)]; asked.length > 0; ) {
    const last = await lastChangesOf(tx, type, asked);
    for (const change of last) {
      const into = mergedBy(change)?.mergedInto;
      if (into !== undefined && change.entityId !== null) ways.set(change.entityId, into);
    }
    asked = [...new Set(asked.flatMap((slug) => ways.get(slug) ?? []))].filter(
      (slug) => !ways.has(slug),
    );
  }
  return new Map(slugs.flatMap((slug) => (ways.has(slug) ? [[slug, endOf(slug, ways)]] : [])));
}

/** Where the way from a slug ends. What went round in a circle would end where it began. */
function endOf(slug: string, ways: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let at = slug;
  for (let next: string | undefined = slug; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    at = next;
    next = ways.get(next);
  }
  return at;
}

/** Reads things by slug; for each that is not there, what it became part of. Entry i for slug i. */
export async function followed<Read>(
  tx: Tx,
  type: Changed,
  slugs: readonly string[],
  read: (slugs: string[]) => Promise<(Read | null)[]>,
): Promise<(Read | null)[]> {
  const found = await read([...slugs]);
  const lacking = slugs.filter((_, place) => found[place] === null);
  const ways = await mergedAmong(tx, type, lacking);
  if (ways.size === 0) return found;
  const ends = [...new Set(ways.values())];
  const wholes = await read(ends);
  return slugs.map((slug, place) => {
    const end = ways.get(slug);
    return found[place] ?? (end === undefined ? null : (wholes[ends.indexOf(end)] ?? null));
  });
}
