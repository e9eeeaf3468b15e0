/** A country as a Country of schema.org, or as an Organization when it only takes part like one. */
import { countryAt, type NamedCountry } from "./nodes.ts";
import { sentence } from "./sentence.ts";
import type { Linked, Site, Told } from "./values.ts";

export interface CountryFacts extends NamedCountry {
  alpha3: string | null;
  officialName: string;
  kind: string;
  capital: { name: string } | null;
}

/** What the page of a country tells. */
export function country(facts: CountryFacts, site: Site): Told {
  const { code, name, officialName } = facts;
  const full = officialName === name ? name : `${name} (${officialName})`;
  return {
    title: name,
    description: sentence(
      `${full}, who governs it, what it agreed and whom it met, with sources`,
      site,
    ),
    path: `/countries/${code}`,
    type: "website",
    linked: linked(facts, site),
    files: [
      { view: "events", by: { country: code } },
      { view: "agreements", by: { country: code } },
      { view: "leaders", by: { country: code } },
    ],
  };
}

function linked(facts: CountryFacts, { origin }: Site): Linked {
  const { alpha3, officialName, name, kind, capital, code } = facts;
  const isState = kind !== "ORGANISATION";
  return {
    ...countryAt(origin, facts),
    ...(isState ? {} : { "@type": "Organization" }),
    alternateName: officialName === name ? null : officialName,
    identifier: [code, alpha3].filter(Boolean),
    containsPlace: isState && capital ? { "@type": "City", name: capital.name } : null,
  };
}
