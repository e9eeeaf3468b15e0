import type { Thing } from "../edit/edit.ts";
import { dropLeader, dropOffice, keepLeader, keepOffice, keptLeader, keptOffice } from "./kept.ts";
import { leadersById, officesById } from "./store.ts";

/** Leaders with their terms in office, as corrections see them. */
export const LEADER: Thing = {
  type: "Leader",
  noun: "leader",
  table: "leader",
  parts: { terms: "term" },
  sources: ["termSource"],
  points: { country: "country", office: "office", sources: "source" },
  sourced: new Set(["born", "died", "country", "office", "from", "to"]),
  read: keptLeader,
  write: keepLeader,
  remove: dropLeader,
  rows: ({ tx }, ids) => leadersById(tx, ids, null),
};

/** Offices, as corrections see them. */
export const OFFICE: Thing = {
  type: "Office",
  noun: "office",
  table: "office",
  parts: {},
  sources: [],
  points: { country: "country", forum: "forum" },
  sourced: new Set(["country", "forum", "rank"]),
  read: keptOffice,
  write: keepOffice,
  remove: dropOffice,
  rows: ({ tx }, ids) => officesById(tx, ids),
};
