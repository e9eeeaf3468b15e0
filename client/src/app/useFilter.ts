import { useMemo } from "react";
import { FACETS } from "../filter/fact.ts";
import type { Filter } from "../filter/narrow.ts";
import type { Address } from "./address.ts";

/** The filter that an address says. It stays the same object until a word of it changes, whatever else the address says. */
export function useFilter(address: Address): Filter {
  const said = JSON.stringify([...FACETS.map((facet) => address[facet]), address.text]);
  return useMemo(() => {
    const words = JSON.parse(said) as unknown[];
    return Object.fromEntries(
      [...FACETS, "text"].map((name, index) => [name, words[index]]),
    ) as Filter;
  }, [said]);
}
