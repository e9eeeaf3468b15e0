/** A story as an Article of schema.org. */
import { idOf, type Publication, published } from "./nodes.ts";
import { sentence } from "./sentence.ts";
import type { Linked, Site, Told } from "./values.ts";

export interface StoryFacts {
  slug: string;
  title: string;
  summary: string;
  source: Publication | null;
  steps: { sources: Publication[] }[];
}

/** What the page of a story tells. */
export function story(facts: StoryFacts, site: Site): Told {
  const { slug, title, summary } = facts;
  return {
    title,
    description: sentence(summary, site),
    path: `/stories/${encodeURIComponent(slug)}`,
    type: "article",
    linked: linked(facts, site),
    files: [],
  };
}

function linked({ slug, title, summary, source, steps }: StoryFacts, { origin }: Site): Linked {
  const sources = [...(source ? [source] : []), ...steps.flatMap((step) => step.sources)];
  return {
    "@type": "Article",
    "@id": idOf(origin, "stories", slug),
    headline: title,
    abstract: summary,
    inLanguage: "en",
    publisher: { "@type": "Organization", name: "Entente", url: `${origin}/` },
    citation: published(origin, sources),
  };
}
