// The log of changes, read backwards: a feed begins with what is newest, the API with what is oldest.
import { Refusal } from "../refusal.ts";
import type { ChangeEntry } from "./entry.ts";
import type { Asked } from "./request.ts";
import type { Ask, Taken } from "./take.ts";

/** The last revision there is. */
export const LATEST = "query LatestRevision { dataset { title licence revision } }";

/** Changes after a revision. */
export const CHANGES = `
query ChangesFile($first: Int!, $after: String) {
  changes(first: $first, after: $after) {
    totalCount
    nodes {
      __typename revision at by action note statusBefore statusAfter entityType entitySlug
      entity { __typename slug title }
    }
  }
}`;

/**
 * Reads the newest changes. `after` is the revision of the last change that the reader has: what came before it follows.
 * @throws Refusal INVALID_INPUT when it is no revision.
 */
export async function takeChanges({ first, after }: Asked, ask: Ask): Promise<Taken> {
  const { dataset } = await ask(LATEST, {});
  const { revision, title, licence } = dataset as Pick<Taken, "revision" | "title" | "licence">;
  const newest = after === null ? revision : Math.min(revision, revisionIn(after) - 1);
  const oldest = Math.max(0, newest - first);
  const size = newest - oldest;
  const { changes } = await ask(CHANGES, { first: Math.max(1, size), after: String(oldest) });
  const nodes = (changes.nodes as ChangeEntry[]).filter((change) => change.revision <= newest);
  return {
    ...{ asOf: null, revision, licence, title, totalCount: changes.totalCount },
    next: oldest > 0 ? String(oldest + 1) : null,
    entries: nodes.reverse(),
  };
}

function revisionIn(text: string): number {
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new Refusal("INVALID_INPUT", `\`after\` must be the revision of a change, not “${text}”.`, {
    path: ["after"],
  });
}
