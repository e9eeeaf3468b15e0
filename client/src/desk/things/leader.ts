// Leaders, their times in office, and the offices themselves. Pure.
import type { Thing } from "../thing.ts";
import { CONFIDENCE, COUNTRY, choice, FROM, REMARK, TO } from "./often.ts";

export const leader: Thing = {
  type: "Leader",
  noun: "leader",
  article: "a",
  pronoun: "them",
  ask: "leader(slug: $slug)",
  room: "leaders",
  called: "name",
  fields: [
    {
      name: "name",
      label: "Name",
      aside: "as their own government romanises it",
      kind: "text",
      needs: true,
    },
    {
      name: "alsoKnownAs",
      label: "Other spellings",
      aside: "in any script, one on a line",
      kind: "lines",
    },
    COUNTRY,
    { name: "born", label: "Born", kind: "date", sourced: true },
    { name: "died", label: "Died", aside: "empty while alive", kind: "date", sourced: true },
    REMARK,
  ],
  parts: [{ of: "term", heading: "Times in office", ask: "offices(first: 100)" }],
};

export const term: Thing = {
  type: "Term",
  noun: "time in office",
  article: "a",
  ask: "node(id: $slug)",
  owner: "leader",
  room: null,
  called: "office",
  fields: [
    {
      name: "office",
      label: "Office",
      kind: "one",
      finds: ["OFFICE"],
      needs: true,
      only: "new",
      placeholder: "Minister of Foreign Affairs of Iran",
    },
    FROM,
    TO,
    {
      name: "how",
      label: "How they came to it",
      kind: "text",
      placeholder: "elected, appointed",
    },
    CONFIDENCE,
    REMARK,
  ],
  parts: [{ of: "office", heading: "The office itself", ask: "office" }],
};

export const office: Thing = {
  type: "Office",
  noun: "office",
  article: "an",
  ask: "node(id: $slug)",
  room: null,
  called: "title",
  fields: [
    {
      name: "title",
      label: "Title",
      aside: "with the country",
      kind: "text",
      needs: true,
      placeholder: "Minister of Foreign Affairs of Iran",
    },
    {
      name: "kind",
      label: "Kind",
      kind: "text",
      needs: true,
      placeholder: "head-of-state, minister, ambassador",
    },
    {
      name: "rank",
      label: "Rank",
      kind: "choice",
      options: choice("LEADER", "MINISTER", "OFFICIAL"),
      sourced: true,
    },
    { ...COUNTRY, aside: "that it serves" },
    {
      name: "forum",
      label: "Forum",
      aside: "that it serves, in place of a country",
      kind: "one",
      finds: ["FORUM"],
      read: "forum { slug name }",
      sourced: true,
    },
  ],
};
