import type { Thing } from "../edit/edit.ts";
import { sourcesById } from "../source/source.ts";
import { dropSource, keepSourceRow, keptSource } from "./kept.ts";

/** Sources, as corrections see them. What one says of itself needs no other. */
export const SOURCE: Thing = {
  type: "Source",
  noun: "source",
  table: "source",
  parts: {},
  sources: [],
  points: {},
  sourced: new Set(),
  read: keptSource,
  write: keepSourceRow,
  remove: dropSource,
  stays: [],
  rows: ({ tx }, ids) => sourcesById(tx, ids, null),
  staleType: "StaleSourceError",
};
