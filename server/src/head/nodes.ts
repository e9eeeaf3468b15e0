/** What stands in many things: people, countries, places and publications as nodes of schema.org. */
import type { Linked } from "./values.ts";

/** Sources that one page cites, the latest first: enough to go on from, without making the page heavy. */
const MOST_CITED = 20;

export interface NamedCountry {
  code: string;
  name: string;
}

export interface Named {
  slug: string;
  name: string;
}

/** A publication, as far as it is cited. */
export interface Publication {
  slug: string;
  kind: string;
  publisher: string;
  title: string | null;
  url: string | null;
}

/** A day's worth of knowledge, with what it rests on. */
export interface Said {
  retracted: boolean;
  sources: Publication[];
}

/** The address that names a thing, on every day the same. */
export function idOf(origin: string, room: string, slug: string): string {
  return `${origin}/${room}/${encodeURIComponent(slug)}`;
}

/** A country as a place: where something is, or whose somebody is. */
export function countryAt(origin: string, { code, name }: NamedCountry): Linked {
  return { "@type": "Country", "@id": idOf(origin, "countries", code), name };
}

/** A country that acts. In schema.org a Country is a place, and places neither meet nor join; so it is an Organization as well. */
export function countryActing(origin: string, country: NamedCountry): Linked {
  return { ...countryAt(origin, country), "@type": ["Country", "Organization"] };
}

export function organization(origin: string, { slug, name }: Named): Linked {
  return { "@type": "Organization", "@id": idOf(origin, "forums", slug), name };
}

export function person(origin: string, { slug, name }: Named, jobTitle: string | null): Linked {
  return { "@type": "Person", "@id": idOf(origin, "leaders", slug), name, jobTitle };
}

/** A place with the country it is in, and on the map where it is known to be. */
export function placeAt(
  origin: string,
  {
    name,
    country,
    latitude,
    longitude,
  }: {
    name: string;
    country: NamedCountry | null;
    latitude: number | null;
    longitude: number | null;
  },
): Linked {
  const isOnMap = latitude !== null && longitude !== null;
  return {
    "@type": "Place",
    name,
    // A place that is the country itself is not inside it.
    containedInPlace: country && country.name !== name ? countryAt(origin, country) : null,
    geo: isOnMap ? { "@type": "GeoCoordinates", latitude, longitude } : null,
  };
}

/** What is published as news, by the sort of its publisher. */
const NEWS = new Set(["NEWSPAPER", "NEWS_AGENCY", "BROADCASTER", "ONLINE_NEWS", "AGGREGATOR"]);

/** `NewsArticle` for what the press publishes, `CreativeWork` for everything else that is published. */
export function typeOfPublication(kind: string): "NewsArticle" | "CreativeWork" {
  return NEWS.has(kind) ? "NewsArticle" : "CreativeWork";
}

/** A publication that is cited. */
export function cited(origin: string, { slug, kind, publisher, title, url }: Publication): Linked {
  return {
    "@type": typeOfPublication(kind),
    "@id": idOf(origin, "sources", slug),
    name: title ?? publisher,
    publisher: { "@type": "Organization", name: publisher },
    url,
  };
}

/** What reports rest on, those taken back left out, the latest first. General knowledge is no publication, and is not cited as one. */
export function citations(origin: string, reports: readonly Said[]): Linked[] {
  const sources = reports
    .filter(({ retracted }) => !retracted)
    .flatMap((report) => report.sources)
    .reverse();
  return published(origin, sources);
}

/** Publications as nodes, each once, as many as a page cites. */
export function published(origin: string, sources: readonly Publication[]): Linked[] {
  const bySlug = new Map(sources.map((source) => [source.slug, source]));
  return [...bySlug.values()]
    .filter(({ kind }) => kind !== "GENERAL_KNOWLEDGE")
    .slice(0, MOST_CITED)
    .map((source) => cited(origin, source));
}
