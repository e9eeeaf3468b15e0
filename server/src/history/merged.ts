// Where something went that became part of another: its last change says so.
import type { Tx } from "../storage/storage.ts";
import type { Changed, ChangeRecord } from "./record.ts";
import { lastChangeOf } from "./store.ts";

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
