// Events. Pure.
import { EVENT_KINDS } from "../../event/words.ts";
import type { Thing } from "../thing.ts";
import { choice, TOPICS } from "./often.ts";

export const event: Thing = {
  type: "Event",
  noun: "event",
  article: "an",
  ask: "event(slug: $slug)",
  room: "events",
  isReported: true,
  called: "title",
  fields: [
    { name: "title", label: "Title", kind: "text", needs: true },
    {
      name: "kind",
      label: "Kind",
      kind: "choice",
      sourced: true,
      options: choice(
        ...EVENT_KINDS.map((kind) => (kind === "STATEMENT" ? "STATEMENT: Remarks" : kind)),
      ),
    },
    {
      name: "level",
      label: "Level",
      kind: "choice",
      sourced: true,
      options: choice("LEADERS", "MINISTERS", "OFFICIALS"),
    },
    { name: "summary", label: "About", aside: "in a sentence", kind: "long", sourced: true },
    {
      name: "participants",
      label: "Who takes part",
      kind: "many",
      needs: true,
      sourced: true,
      finds: ["LEADER", "COUNTRY", "FORUM"],
      placeholder: "A leader, a country or a forum",
      read: "participants { role leader { slug name country { code } } country { code name } forum { slug name } }",
      columns: [
        {
          name: "role",
          label: "Role",
          usual: "PARTICIPANT",
          options: choice(
            "PARTICIPANT: Takes part",
            "GUEST",
            "HOST",
            "SPEAKER",
            "SIGNATORY: Signed by",
            "CHAIR",
            "MEDIATOR",
            "SENDER: From",
            "RECIPIENT: To",
            "SUBJECT: About",
            "CANDIDATE",
            "WINNER: Won by",
            "FOR",
            "AGAINST",
            "VICTIM: Died or hurt",
          ),
        },
      ],
    },
    {
      name: "agreements",
      label: "Agreements",
      aside: "that it bears on",
      kind: "many",
      sourced: true,
      finds: ["AGREEMENT"],
      placeholder: "A treaty, a memorandum",
      read: "agreements { relation agreement { slug shortTitle } }",
      columns: [
        {
          name: "relation",
          label: "How",
          usual: "DISCUSSED",
          options: choice("DISCUSSED", "PREPARED", "SIGNED", "RATIFIED"),
        },
      ],
    },
    {
      name: "partOf",
      label: "Part of",
      kind: "one",
      finds: ["EVENT"],
      read: "partOf { slug title }",
      sourced: true,
    },
    TOPICS,
  ],
};
