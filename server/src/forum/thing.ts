import type { Thing } from "../edit/edit.ts";
import { dropForum, keepForum, keptForum } from "./kept.ts";
import { forumsById } from "./store.ts";

/** Forums with their memberships and sessions, as corrections see them. */
export const FORUM: Thing = {
  type: "Forum",
  noun: "forum",
  table: "forum",
  parts: { memberships: "membership", sessions: "session" },
  sources: ["membershipSource", "sessionSource"],
  points: { country: "country", place: "place", sources: "source" },
  sourced: new Set(["founded", "country", "role", "from", "to", "when", "status", "place"]),
  read: keptForum,
  write: keepForum,
  remove: dropForum,
  stays: [],
  rows: ({ tx }, ids) => forumsById(tx, ids),
};
