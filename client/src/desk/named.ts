// What a search found, as a form names it. Pure.
import type { DeskFindQuery } from "../app/operations.gen.ts";
import type { Named } from "./newEvent.ts";

/** What was found, as it is named: those of the search, then places and offices. */
export function namedIn({ search, places, offices }: DeskFindQuery): Named[] {
  const found = (search?.edges ?? []).map(({ kind, slug, name, node }): Named => {
    const key = node.__typename === "Country" ? node.code : slug;
    const short = node.__typename === "Agreement" ? node.shortTitle : name;
    const from =
      node.__typename === "Leader"
        ? node.country?.name
        : node.__typename === "Source" && node.publisher !== name
          ? node.publisher
          : undefined;
    return { of: kind, key, name: short, aside: from ?? kind.toLowerCase(), id: node.id };
  });
  const at = (places?.nodes ?? []).map(({ id, slug, name, country }): Named => {
    const aside = country && country.name !== name ? country.name : null;
    return { of: "PLACE", key: slug, name, aside, id };
  });
  const held = (offices?.nodes ?? []).map(
    ({ id, slug, title }): Named => ({ of: "OFFICE", key: slug, name: title, aside: null, id }),
  );
  return [...found, ...at, ...held];
}
