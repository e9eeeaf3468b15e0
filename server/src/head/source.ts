/** A publication as a NewsArticle of schema.org, or as a CreativeWork. */
import { dateOf, inWords } from "./dates.ts";
import { cited, type Publication } from "./nodes.ts";
import { sentence } from "./sentence.ts";
import type { Linked, Site, Told } from "./values.ts";

export interface SourceFacts extends Publication {
  language: string | null;
  publishedOn: string | null;
  description: string | null;
  reports: { totalCount: number };
}

/** What the page of a source tells. */
export function source(facts: SourceFacts, site: Site): Told {
  const { slug, publisher, title } = facts;
  return {
    title: title ?? publisher,
    description: described(facts, site),
    path: `/sources/${encodeURIComponent(slug)}`,
    type: "website",
    linked: linked(facts, site),
    files: [],
  };
}

/** `Kremlin, published 17 January 2025, with 12 reports that rest on it.` */
function described({ publisher, publishedOn, reports }: SourceFacts, site: Site): string {
  const date = publishedOn ? `, published ${inWords(publishedOn)}` : "";
  const { totalCount: count } = reports;
  const rest = count === 1 ? "1 report that rests" : `${count} reports that rest`;
  return sentence(`${publisher}${date}, with ${rest} on it`, site);
}

function linked(facts: SourceFacts, { origin }: Site): Linked | null {
  const { kind, title, publishedOn, language, description } = facts;
  // Named so that nobody takes it for a publication; so it is not given out as one.
  if (kind === "GENERAL_KNOWLEDGE") return null;
  return {
    ...cited(origin, facts),
    headline: title,
    datePublished: dateOf(publishedOn),
    inLanguage: language,
    abstract: description,
  };
}
