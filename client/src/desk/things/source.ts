// Publications. Pure.
import type { Thing } from "../thing.ts";
import { choice } from "./often.ts";

export const source: Thing = {
  type: "Source",
  noun: "source",
  article: "a",
  ask: "source(slug: $slug)",
  room: "sources",
  isReported: true,
  called: "publisher",
  isOwnSource: true,
  fields: [
    { name: "publisher", label: "Publisher", kind: "text", needs: true },
    { name: "title", label: "Headline", kind: "text" },
    { name: "url", label: "Link", kind: "text", placeholder: "https://" },
    { name: "publishedOn", label: "Published on", kind: "date" },
    { name: "language", label: "Language", aside: "such as en, ru or fa", kind: "text" },
    {
      name: "kind",
      label: "Kind",
      kind: "choice",
      options: choice(
        "NEWSPAPER",
        "NEWS_AGENCY",
        "PHOTO_AGENCY",
        "BROADCASTER",
        "AGGREGATOR",
        "ONLINE_NEWS",
        "DOCUMENT_ARCHIVE",
        "GOVERNMENT",
        "BLOG",
        "INTERNATIONAL_ORGANISATION",
        "BUSINESS_ASSOCIATION",
        "EDUCATION: University",
        "PRESENTATION",
        "ENCYCLOPAEDIA",
        "OTHER",
        "GENERAL_KNOWLEDGE",
      ),
    },
    { name: "stateMedia", label: "State media", kind: "flag" },
    { name: "description", label: "Description", kind: "long" },
  ],
};
