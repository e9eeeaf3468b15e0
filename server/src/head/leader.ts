/** A leader as a Person of schema.org. */
import { dateOf, lasts } from "./dates.ts";
import { countryAt, type NamedCountry, person } from "./nodes.ts";
import { listed, sentence } from "./sentence.ts";
import type { Linked, Site, Told } from "./values.ts";

export interface LeaderFacts {
  slug: string;
  name: string;
  alsoKnownAs: string[];
  born: string | null;
  died: string | null;
  country: NamedCountry | null;
  offices: {
    nodes: {
      from: string | null;
      to: string | null;
      office: { title: string; country: NamedCountry | null };
    }[];
  };
}

/** What the page of a leader tells. */
export function leader(facts: LeaderFacts, site: Site): Told {
  const { slug, name } = facts;
  return {
    title: name,
    description: described(facts, site),
    path: `/leaders/${encodeURIComponent(slug)}`,
    type: "profile",
    linked: linked(facts, site),
    files: [{ view: "events", by: { leader: slug } }],
  };
}

/** The offices held on the page's day. */
function held({ offices, died }: LeaderFacts, { asOf, today }: Site) {
  if (died !== null) return [];
  return offices.nodes.filter((term) => lasts(term, asOf ?? today));
}

/** `Masoud Pezeshkian, President of Iran, with offices, events and their sources.` */
function described(facts: LeaderFacts, site: Site): string {
  const { name, country } = facts;
  const titles = held(facts, site).map(({ office }) => office.title);
  const what = titles.length > 0 ? listed(titles) : country?.name;
  return sentence(
    `${name}${what ? `, ${what}` : ""}, with offices, events and their sources`,
    site,
  );
}

function linked(facts: LeaderFacts, site: Site): Linked {
  const { origin } = site;
  const { alsoKnownAs, born, died, country, offices } = facts;
  return {
    ...person(origin, facts, null),
    jobTitle: [...new Set(held(facts, site).map(({ office }) => office.title))],
    alternateName: alsoKnownAs,
    birthDate: dateOf(born),
    deathDate: dateOf(died),
    nationality: country && countryAt(origin, country),
    // A Role is schema.org's way to say from when to when.
    hasOccupation: offices.nodes.map(({ from, to, office }) => ({
      "@type": "Role",
      startDate: dateOf(from),
      endDate: dateOf(to),
      hasOccupation: {
        "@type": "Occupation",
        name: office.title,
        occupationLocation: office.country && countryAt(origin, office.country),
      },
    })),
  };
}
