// Filters that name something under the slug that it had before it became part of another mean that other.
import type { Nested } from "../storage/logic.ts";
import { pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { mergedAmong } from "./merged.ts";

/** The lists of a filter that name what can become part of another. */
const NAMING = { leaders: "leader", forums: "forum", agreements: "agreement" } as const;
const TYPES = { leaders: "Leader", forums: "Forum", agreements: "Agreement" } as const;

type List = keyof typeof NAMING;
type Naming = { [Name in List]?: readonly string[] | null };

/** A filter with the slugs of what stands by itself. Reads nothing for one that names nothing of the kind, and one statement for each list else. */
export async function ledFilter<Filter extends Naming & Nested<Filter>>(
  tx: Tx,
  filter: Filter,
): Promise<Filter> {
  const ways = new Map<string, string>();
  for (const list of Object.keys(NAMING) as List[]) {
    const slugs = [...new Set(slugsIn(filter, list))];
    if (slugs.length === 0) continue;
    const rows = await pick(tx, NAMING[list], slugs);
    const isWhole = (row: object | null | undefined) =>
      row != null && (!("mergedInto" in row) || row.mergedInto === null);
    const gone = slugs.filter((_, index) => !isWhole(rows[index]));
    for (const [slug, into] of await mergedAmong(tx, TYPES[list], gone))
      ways.set(`${list} ${slug}`, into);
  }
  return ways.size === 0 ? filter : led(filter, ways);
}

function slugsIn<Filter extends Naming & Nested<Filter>>(filter: Filter, list: List): string[] {
  const inner = [...(filter.and ?? []), ...(filter.or ?? []), ...(filter.not ? [filter.not] : [])];
  return [...(filter[list] ?? []), ...inner.flatMap((each) => slugsIn(each, list))];
}

function led<Filter extends Naming & Nested<Filter>>(
  filter: Filter,
  ways: ReadonlyMap<string, string>,
): Filter {
  const lists = (Object.keys(NAMING) as List[]).flatMap((list) => {
    const slugs = filter[list];
    if (slugs == null) return [];
    return [[list, [...new Set(slugs.map((slug) => ways.get(`${list} ${slug}`) ?? slug))]]];
  });
  return {
    ...filter,
    ...Object.fromEntries(lists),
    ...(filter.and && { and: filter.and.map((each) => led(each, ways)) }),
    ...(filter.or && { or: filter.or.map((each) => led(each, ways)) }),
    ...(filter.not && { not: led(filter.not, ways) }),
  };
}
