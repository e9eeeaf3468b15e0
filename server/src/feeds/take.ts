// Reads what a file holds from the API, page by page.
import { takeChanges } from "./changes.ts";
import { READINGS, RESTS } from "./documents.ts";
import type { Entry } from "./entry.ts";
import type { Asked } from "./request.ts";
import type { File } from "./values.ts";

/** Has the API answer one of the documents of this room. Throws a Refusal where it refuses. */
// biome-ignore lint/suspicious/noExplicitAny: each document has an answer of its own shape.
export type Ask = (document: string, variables: Record<string, unknown>) => Promise<any>;

/** What a file is written from. */
export interface Taken {
  /** ISO day; null for today's knowledge. */
  asOf: string | null;
  /** The last change that had been recorded when reading began. */
  revision: number;
  /** SPDX identifier. */
  licence: string;
  /** The data set's name. */
  title: string;
  /** How many there are in all, on this page or not. */
  totalCount: number;
  /** Cursor to go on after; null on the last page. */
  next: string | null;
  entries: Entry[];
}

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: Answered[];
}

/** A node as it was answered: its own pages still folded up. */
type Answered = Record<string, unknown> & { id: string };

/** A list inside a node. */
interface List {
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: unknown[];
}

/** Reads as many entries as were asked for, with all their reports. */
export async function take({ view, format }: File, asked: Asked, ask: Ask): Promise<Taken> {
  if (view === "changes") return takeChanges(asked, ask);
  const { document, page: size, variables, newest } = READINGS[view];
  const { asOf, first } = asked;
  const entries: Entry[] = [];
  let after = asked.after;
  let began: Omit<Taken, "entries" | "next"> | null = null;
  let hasMore = true;
  while (hasMore && entries.length < first) {
    const { dataset, page }: { dataset: Omit<Taken, "asOf" | "totalCount">; page: Page } =
      await ask(document, {
        ...variables(asked.filter),
        ...(format === "atom" && { orderBy: { field: newest, direction: "DESC" } }),
        asOf,
        first: Math.min(size, first - entries.length),
        after,
      });
    const { revision, licence, title } = dataset;
    began ??= { asOf, revision, licence, title, totalCount: page.totalCount };
    for (const node of page.nodes) entries.push(await whole(node, asOf, ask));
    hasMore = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  if (!began) throw new RangeError("A file of no entries was asked for");
  return { ...began, entries, next: hasMore ? after : null };
}

/** A node with its lists as lists, and what of them did not come with the page. */
async function whole(node: Answered, asOf: string | null, ask: Ask): Promise<Entry> {
  const lists: Record<string, unknown[]> = {};
  for (const [name, rest] of Object.entries(RESTS)) {
    let list = node[name] as List | undefined;
    if (!list) continue;
    const all = [...list.nodes];
    while (list.pageInfo.hasNextPage) {
      const answer = await ask(rest, { id: node.id, after: list.pageInfo.endCursor, asOf });
      list = answer.node[name] as List;
      all.push(...list.nodes);
    }
    lists[name] = all;
  }
  return { ...node, ...lists } as unknown as Entry;
}
