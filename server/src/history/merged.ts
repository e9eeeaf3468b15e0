// Where something went that became part of another: its last change says so.
import type { Tx } from "../storage/storage.ts";
import type { Changed, ChangeRecord } from "./record.ts";
import { changeBefore, changesOfRevisions, lastChangeOf } from "./store.ts";

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
  const seen = new Set<string>();
  let into: string | null = null;
  for (let next: string | null = slug; next !== null && !seen.has(next); ) {
    seen.add(next);
    const last: ChangeRecord | null = await lastChangeOf(tx, type, next);
    next = last && (mergedBy(last)?.mergedInto ?? null);
    into = next ?? into;
  }
  return into;
}

/** Reads things by slug; for each that is not there, what it became part of. Entry i for slug i. */
export async function followed<Read>(
  tx: Tx,
  type: Changed,
  slugs: readonly string[],
  read: (slugs: string[]) => Promise<(Read | null)[]>,
): Promise<(Read | null)[]> {
  const found = await read([...slugs]);
  const led: { place: number; into: string }[] = [];
  for (const [place, slug] of slugs.entries()) {
    const into = found[place] ? null : await mergedInto(tx, type, slug);
    if (into !== null) led.push({ place, into });
  }
  if (led.length === 0) return found;
  const wholes = await read(led.map(({ into }) => into));
  for (const [index, { place }] of led.entries()) found[place] = wholes[index] ?? null;
  return found;
}
