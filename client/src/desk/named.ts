// What a search found, as a form names it. Pure.
import type { DeskFindQuery } from "../app/operations.gen.ts";
import type { Named } from "./newEvent.ts";

const ASIDE = { LEADER: "leader", COUNTRY: "country", FORUM: "forum", AGREEMENT: "agreement" };

/** Leaders, countries, forums and agreements found; or, of a text for places, the places of the events found that have its words. */
export function namedIn({ search }: DeskFindQuery, places: string | null): Named[] {
  const found = search.edges.flatMap(({ kind, slug, name, node }): Named[] => {
    if (places !== null) {
      const place = node.__typename === "Event" ? node.place : null;
      if (!place || !hasWords(`${place.name} ${place.country?.name ?? ""}`, places)) return [];
      const country = place.country?.name ?? null;
      const aside = country === place.name ? null : country;
      return [{ of: "PLACE", key: place.slug, name: place.name, aside }];
    }
    if (kind !== "LEADER" && kind !== "COUNTRY" && kind !== "FORUM" && kind !== "AGREEMENT")
      return [];
    const key = node.__typename === "Country" ? node.code : slug;
    const short = node.__typename === "Agreement" ? node.shortTitle : name;
    const from = node.__typename === "Leader" ? node.country?.name : undefined;
    return [{ of: kind, key, name: short, aside: from ?? ASIDE[kind] }];
  });
  return found.filter(
    ({ of, key }, at) => found.findIndex((one) => one.of === of && one.key === key) === at,
  );
}

/** Whether every word of a text begins a word of another. */
function hasWords(text: string, words: string): boolean {
  const parts = text.toLowerCase().split(/[\s,-]+/);
  return words
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}
