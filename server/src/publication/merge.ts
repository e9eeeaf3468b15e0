// Two records of one publication become one.
import { firstSaid, type Merger } from "../edit/edit.ts";
import { dayOfPublication } from "../source/source.ts";
import type { SourceFields } from "./kept.ts";
import { SOURCE } from "./thing.ts";

/** How sources are merged. What rests on either rests on the one. What follows from that for events is for a room that knows them. */
export const MERGING_SOURCES: Merger = {
  action: "mergeSources",
  alias: "source",
  thing: SOURCE,
  joined: (into, from) =>
    firstSaid(["title", "url", "publishedOn", "language", "description"], into, from),
  check(_, { from, into }, wrong) {
    const [goes, stays] = [from.fields, into.fields] as unknown as [SourceFields, SourceFields];
    const differ = (name: "language" | "publishedOn", why: string) => {
      const [here, there] = [stays[name], goes[name]];
      if (here === null || there === null || here === there) return;
      if (name === "publishedOn" && dayOfPublication(stays) === dayOfPublication(goes)) return;
      wrong(
        "fromId",
        `${why}: ${there} in the one that goes, ${here} in the one that stays. If one of them is wrong, correct it by \`updateSource\`; then merge.`,
      );
    };
    differ("publishedOn", "They came out on different days");
    differ("language", "They are in different languages, and a translation is a text of its own");
    const general = [stays, goes].filter(({ kind }) => kind === "GENERAL_KNOWLEDGE").length;
    if (general === 1)
      wrong(
        "fromId",
        "One is general knowledge, which is no publication, and the other is one. Correct the kind by `updateSource`; then merge.",
      );
  },
};
