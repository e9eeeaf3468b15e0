import type { Kit } from "../storage/kit.ts";
import { SEARCH_KINDS } from "./values.ts";

/** What can be searched for, and what is waiting to be indexed anew. The full-text index over it is each engine's own (match.ts). */
export function searchTables(kit: Kit) {
  const searchEntry = kit.table(
    "search_entry",
    {
      // Larger comes first: see `keyFor`.
      key: kit.long("key").primaryKey(),
      kind: kit.word("kind", SEARCH_KINDS).notNull(),
      refId: kit.text("ref_id").notNull(),
      knownFrom: kit.int("known_from").notNull(),
      knownTo: kit.int("known_to").notNull(),
      /** Search keys of its names, between spaces. */
      names: kit.text("names").notNull(),
      /** Of who and where it is about, but for those. */
      heads: kit.text("heads").notNull().default(""),
      /** Of all else that finds it. */
      words: kit.text("words").notNull(),
      /** What a reader is shown: its name, then other names and passages. */
      shown: kit.json("shown").$type<string[]>().notNull(),
    },
    (t) => [
      kit.index("search_entry_by_ref").on(t.kind, t.refId),
      kit.oneOf("search_entry_kind", "kind", SEARCH_KINDS),
      kit.check("search_entry_known", kit.sql('"known_from" < "known_to"')),
    ],
  );

  // Filled by triggers in the write that changes a thing, emptied at its end (index.ts).
  const searchStale = kit.table(
    "search_stale",
    { kind: kit.word("kind", SEARCH_KINDS).notNull(), refId: kit.text("ref_id").notNull() },
    (t) => [kit.primaryKey({ columns: [t.kind, t.refId] })],
  );

  return { searchEntry, searchStale };
}
