// Stories and their steps. Pure.
import type { Thing } from "../thing.ts";

export const story: Thing = {
  type: "Story",
  noun: "story",
  article: "a",
  ask: "story(slug: $slug)",
  room: "stories",
  called: "title",
  isOwnSource: true,
  fields: [
    { name: "title", label: "Title", kind: "text", needs: true },
    { name: "summary", label: "Summary", kind: "long", needs: true },
    {
      name: "view",
      label: "Its timeline",
      aside: "the link of a view, from /explore on",
      kind: "text",
      needs: true,
      placeholder: "/explore?lanes=RU,IR",
    },
    { name: "quote", label: "Quote", kind: "long" },
    { name: "quoteBy", label: "Said by", aside: "when, and by way of whom", kind: "text" },
    {
      name: "publication",
      label: "Publication",
      aside: "that it quotes or follows",
      kind: "one",
      finds: ["SOURCE"],
      read: "publication: source { slug publisher title }",
    },
    { name: "featured", label: "On the first page", kind: "flag" },
    {
      name: "steps",
      label: "Steps",
      one: "step",
      kind: "list",
      needs: true,
      read: "steps { title text knownOn view about { __typename id ... on Versioned { slug title } ... on Session { slug name } ... on Source { slug publisher } ... on Topic { slug name } } sources { slug publisher title } }",
      among: [
        { name: "title", label: "Title", kind: "text", needs: true },
        { name: "text", label: "Text", kind: "long", needs: true },
        {
          name: "knownOn",
          label: "As known on",
          aside: "a day; empty for the latest",
          kind: "date",
        },
        {
          name: "view",
          label: "View",
          aside: "from /explore on",
          kind: "text",
          needs: true,
          placeholder: "/explore?known=2024-12-05",
        },
        {
          name: "about",
          label: "About",
          kind: "many",
          byId: true,
          finds: ["EVENT", "AGREEMENT", "LEADER", "COUNTRY", "FORUM"],
        },
        { name: "sources", label: "Rests on", kind: "many", needs: true, finds: ["SOURCE"] },
      ],
    },
  ],
};
