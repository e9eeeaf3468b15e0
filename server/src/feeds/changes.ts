// The log of changes, read from its end: a file begins with what is newest, the API with what is oldest.
import { Refusal } from "../refusal.ts";
import type { ChangeEntry } from "./entry.ts";
import type { Asked } from "./request.ts";
import type { Ask, Taken } from "./take.ts";

/** Changes that one execution reads: as many as keep its cost within what anybody may ask. */
const PAGE = 50;

/** The newest changes before a revision. */
export const CHANGES = `
query ChangesFile($last: Int!, $before: String, $filter: ChangeFilter) {
  dataset { title licence revision }
  changes(last: $last, before: $before, filter: $filter) {
    totalCount
    pageInfo { hasPreviousPage }
    nodes {
      __typename revision at by action note version statusBefore statusAfter entityType entitySlug hash prevHash canonical
      entity { __typename slug title }
      differences { field before after }
      report { claimant sources { slug publisher url } }
      source { slug publisher url }
    }
  }
}`;

/**
 * Reads the newest changes. `after` is the revision of the last change that the reader has: what came before it follows.
 * @throws Refusal INVALID_INPUT when it is no revision.
 */
export async function takeChanges({ first, after, filter }: Asked, ask: Ask): Promise<Taken> {
  const entries: ChangeEntry[] = [];
  let before = after === null ? null : revisionIn(after);
  let began: Omit<Taken, "entries" | "next"> | null = null;
  let hasMore = true;
  while (hasMore && entries.length < first) {
    const last = Math.min(PAGE, first - entries.length);
    const { dataset, changes } = await ask(CHANGES, { last, before, filter });
    began ??= { asOf: null, ...dataset, totalCount: changes.totalCount };
    entries.push(...(changes.nodes as ChangeEntry[]).reverse());
    hasMore = changes.pageInfo.hasPreviousPage;
    before = String(entries.at(-1)?.revision ?? before);
  }
  if (!began) throw new RangeError("A file of no entries was asked for");
  return { ...began, entries, next: hasMore ? before : null };
}

function revisionIn(text: string): string {
  if (/^[1-9]\d{0,9}$/.test(text) && Number(text) < 2 ** 31) return text;
  throw new Refusal("INVALID_INPUT", `\`after\` must be the revision of a change, not “${text}”.`, {
    path: ["after"],
  });
}
