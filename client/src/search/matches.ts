import type { SearchKind, SearchQuery } from "../app/operations.gen.ts";

/** One thing that the search box offers. */
export interface Match {
  group: string;
  to: string;
  name: string;
  /** What tells it from others of the same name: a country, a date. */
  aside: string | null;
  /** The passage that was found, when the name does not say it. */
  passage: string | null;
}

const GROUPS: Record<SearchKind, [group: string, path: string]> = {
  COUNTRY: ["Countries", "/countries/"],
  LEADER: ["Leaders", "/leaders/"],
  FORUM: ["Forums", "/forums/"],
  SESSION: ["Sessions", "/forums/"],
  AGREEMENT: ["Agreements", "/agreements/"],
  EVENT: ["Events", "/events/"],
  SOURCE: ["Sources", "/sources/"],
  STORY: ["Stories", "/stories/"],
  TOPIC: ["Topics", "/explore?topic="],
};

/** The answer as one list by groups, the group of the best first, each in the order of the answer. */
export function matchesOf({ search }: SearchQuery): Match[] {
  const matches = search.edges.map(({ kind, slug, name, matched, when, node }): Match => {
    const [group, path] = GROUPS[kind];
    const short = node.__typename === "Agreement" ? node.shortTitle : name;
    const country = node.__typename === "Leader" ? node.country?.name : undefined;
    let end = slug;
    if (node.__typename === "Country") end = node.code;
    if (node.__typename === "Session") end = `${node.forum.slug}#${slug}`;
    return {
      group,
      to: path + end,
      name: short,
      aside: country ?? when?.text ?? null,
      passage: matched === name || matched === short ? null : matched,
    };
  });
  const order = [...new Set(matches.map(({ group }) => group))];
  return order.flatMap((group) => matches.filter((match) => match.group === group));
}
