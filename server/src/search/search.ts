// The door of the room: finding things of every kind by words.
import type { Reading } from "../graphql/context.ts";
import type { PageRequest, SortKey } from "../graphql/page.ts";
import { countHits, type Hit, hits, type Lookup, type Where } from "./match.ts";
import { type Query, queryOf } from "./query.ts";
import type { SearchKind } from "./values.ts";

export { indexed } from "./index.ts";

/** What is searched for; see `Query.search` in the contract. */
export interface Search {
  text: string;
  kinds: readonly SearchKind[] | null;
}

/** A page of what was found, with one hit more than asked when there are more. */
export interface Found {
  query: Query;
  hits: (Hit & { sortKey: SortKey })[];
  /** How many were found in all, counted up to 10,000. Reads. */
  count(): Promise<number>;
}

const PLACES: readonly Where[] = ["names", "heads", "elsewhere"];

/**
 * Finds things that have every word of the text, the last of which may be the beginning of one. First those named so, then those whose people,
 * countries and places add to it, then those of which it is said; in each, countries, people and forums before what has a date, and then the
 * newest first. Only when nothing of any kind is spelled so, words count that sound alike.
 */
export async function find(
  reading: Reading,
  search: Search,
  page: Pick<PageRequest, "size" | "after">,
): Promise<Found> {
  const { tx, asOf } = reading;
  const [spelled, alike] = [false, true].map((tolerant) => queryOf(search.text, { tolerant })) as [
    Query,
    Query,
  ];
  const lookup = (query: Query, kinds = search.kinds): Lookup => ({ query, kinds, asOf });
  const answer = async (query: Query, tolerant: 0 | 1): Promise<Found> => ({
    query,
    hits: await pageOf(reading, lookup(query), page, tolerant),
    count: () => countHits(tx, lookup(query)),
  });
  if (spelled.length === 0 || search.kinds?.length === 0) {
    return { query: spelled, hits: [], count: async () => 0 };
  }
  if (page.after?.[0] === 1) return answer(alike, 1);
  const found = await answer(spelled, 0);
  if (found.hits.length > 0 || page.after !== null) return found;
  if (JSON.stringify(alike) === JSON.stringify(spelled)) return found;
  if (search.kinds !== null && (await isAny(reading, lookup(spelled, null)))) return found;
  return answer(alike, 1);
}

async function isAny({ tx }: Reading, lookup: Lookup): Promise<boolean> {
  for (const where of PLACES) {
    if ((await hits(tx, where, lookup, null, 1)).length > 0) return true;
  }
  return false;
}

async function pageOf(
  { tx }: Reading,
  lookup: Lookup,
  { size, after }: Pick<PageRequest, "size" | "after">,
  tolerant: 0 | 1,
): Promise<Found["hits"]> {
  const [, begun = 0, key = null] = after ?? [];
  const found: Found["hits"] = [];
  for (let place = Number(begun); place < PLACES.length && found.length <= size; place++) {
    const last = place === begun && key !== null ? Number(key) : null;
    const more = await hits(tx, PLACES[place] as Where, lookup, last, size + 1 - found.length);
    found.push(...more.map((hit) => ({ ...hit, sortKey: [tolerant, place, hit.key] })));
  }
  return found;
}
