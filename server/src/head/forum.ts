/** A forum as an Organization of schema.org. */
import { wordOf } from "../feeds/feeds.ts";
import { dateOf, lasts } from "./dates.ts";
import { countryActing, type NamedCountry, organization } from "./nodes.ts";
import { listed, sentence } from "./sentence.ts";
import type { Linked, Site, Told } from "./values.ts";

export interface ForumFacts {
  slug: string;
  name: string;
  shortName: string;
  kind: string;
  founded: string | null;
  memberships: {
    nodes: { role: string; from: string | null; to: string | null; country: NamedCountry }[];
  };
}

/** In these capacities a country is one of the forum's own. Observers, partners and those who want to join are not. */
const BELONGING = new Set(["FULL", "FOUNDING", "PERMANENT", "GUARANTOR", "PARTICIPANT", "HOST"]);

/** Members that one page names. */
const MOST_MEMBERS = 60;

/** What the page of a forum tells. */
export function forum(facts: ForumFacts, site: Site): Told {
  const { slug, name } = facts;
  return {
    title: name,
    description: described(facts, site),
    path: `/forums/${encodeURIComponent(slug)}`,
    type: "website",
    linked: linked(facts, site),
    files: [
      { view: "events", by: { forum: slug } },
      { view: "agreements", by: { forum: slug } },
    ],
  };
}

/** The members of the page's day, each once. */
function members({ memberships }: ForumFacts, { asOf, today }: Site): NamedCountry[] {
  const belonging = memberships.nodes.filter(
    (one) => BELONGING.has(one.role) && lasts(one, asOf ?? today),
  );
  const byCode = new Map(belonging.map(({ country }) => [country.code, country]));
  return [...byCode.values()].slice(0, MOST_MEMBERS);
}

/** `BRICS, intergovernmental group of Brazil, Russia and 8 more, with its sessions, members and their sources.` */
function described(facts: ForumFacts, site: Site): string {
  const names = members(facts, site).map(({ name }) => name);
  const of = names.length > 0 ? ` of ${listed(names)}` : "";
  return sentence(
    `${facts.name}, ${wordOf(facts.kind)}${of}, with its sessions, members and their sources`,
    site,
  );
}

function linked(facts: ForumFacts, site: Site): Linked {
  const { shortName, founded } = facts;
  return {
    ...organization(site.origin, facts),
    alternateName: shortName === facts.name ? null : shortName,
    foundingDate: dateOf(founded),
    member: members(facts, site).map((country) => countryActing(site.origin, country)),
  };
}
