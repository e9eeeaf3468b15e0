import { FACETS, type Facet, type Fact } from "./fact.ts";
import { type Filter, judge } from "./narrow.ts";

/** For every facet, how many facts each of its words would show. */
export type Counts = Record<Facet, ReadonlyMap<string, number>>;

/**
 * Counts, for every word of every facet, the facts that it alone would show while the other facets and the words in the title stand.
 * What has the same id is one fact, however many stages of it there are. A word that would show nothing is not in the map.
 */
export function facetsOf(facts: readonly (Fact & { id: string })[], filter: Filter): Counts {
  const counts = FACETS.map((facet) => {
    const lets = judge(filter, facet);
    const shown = new Map<string, Set<string>>();
    for (const fact of facts) {
      if (!lets(fact)) continue;
      for (const word of fact[facet]) {
        const ids = shown.get(word);
        if (ids) ids.add(fact.id);
        else shown.set(word, new Set([fact.id]));
      }
    }
    return [facet, new Map([...shown].map(([word, ids]) => [word, ids.size]))] as const;
  });
  return Object.fromEntries(counts) as unknown as Counts;
}
