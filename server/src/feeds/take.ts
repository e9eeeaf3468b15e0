// Reads what a file holds from the API, page by page.
import { takeChanges } from "./changes.ts";
import { READINGS, RESTS } from "./documents.ts";
import type { Entry } from "./entry.ts";
import { COUNT, nearest } from "./nearest.ts";
import type { Asked } from "./request.ts";
import type { File, View } from "./values.ts";

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

/** Reads as many entries as were asked for, with all their reports. `today` is an ISO day. */
export async function take(
  { view, format }: File,
  asked: Asked,
  ask: Ask,
  today: string,
): Promise<Taken> {
  if (view === "changes") return takeChanges(asked, ask);
  if (format === "ics" && asked.after === null) return takeNearest(asked, ask, today);
  const { newest } = READINGS[view];
  // A day's knowledge does not change by being recorded later, so its feed goes by when things became known.
  const field = newest && asked.asOf === null ? "CHANGED" : newest;
  return takeList(view, asked, ask, format === "atom" && field ? [field, "DESC"] : null);
}

/** Reads a calendar: all that was asked for or, where that is too much, what is nearest to the day. */
async function takeNearest(asked: Asked, ask: Ask, today: string): Promise<Taken> {
  const { filter, asOf, first } = asked;
  const { totalCount } = (await ask(COUNT, { filter, asOf })).page;
  if (totalCount <= first) return takeList("events", asked, ask, null);
  const entries: Entry[] = [];
  let began: Taken | null = null;
  for (const part of nearest(filter, asOf ?? today)) {
    const more = { ...asked, filter: part.filter, first: first - entries.length };
    if (more.first === 0) break;
    const taken = await takeList("events", more, ask, ["WHEN", part.direction]);
    began ??= taken;
    entries.push(...taken.entries);
  }
  if (!began) throw new RangeError("A calendar of no events was asked for");
  return { ...began, entries, totalCount, next: null };
}

/** Reads a list from its front, or from a cursor. `by` is the order; the API's own when it is null. */
async function takeList(
  view: Exclude<View, "changes">,
  asked: Asked,
  ask: Ask,
  by: [field: string, direction: "ASC" | "DESC"] | null,
): Promise<Taken> {
  const { document, page: size, variables } = READINGS[view];
  const { asOf, first } = asked;
  const entries: Entry[] = [];
  let after = asked.after;
  let began: Omit<Taken, "entries" | "next"> | null = null;
  let hasMore = true;
  while (hasMore && entries.length < first) {
    const { dataset, page }: { dataset: Omit<Taken, "asOf" | "totalCount">; page: Page } =
      await ask(document, {
        ...variables(asked.filter),
        ...(by && { orderBy: { field: by[0], direction: by[1] }, isFeed: by[0] === "CHANGED" }),
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
