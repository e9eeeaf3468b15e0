import type { Kit } from "../storage/kit.ts";

/** What lanes stand for in the tally; `ALL` is the one lane of everything. */
export const LANE_KINDS = ["ALL", "COUNTRY", "FORUM", "AGREEMENT"] as const;

/** Counts of the events known today, kept for views from far away (tally.ts). */
export function timelineTables(kit: Kit) {
  const tally = kit.table(
    "tally",
    {
      laneKind: kit.word("lane_kind", LANE_KINDS).notNull(),
      /** Cells are 2^exponent days long. */
      exponent: kit.int("exponent").notNull(),
      cell: kit.int("cell").notNull(),
      /** Id of the country, forum or agreement; empty in the lane of everything. */
      lane: kit.text("lane").notNull(),
      kind: kit.text("kind").notNull(),
      count: kit.int("count").notNull(),
      held: kit.int("held").notNull(),
      planned: kit.int("planned").notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.laneKind, t.exponent, t.cell, t.lane, t.kind] }),
      // Counts that have come to nothing, for taking them away.
      kit.index("tally_empty").on(t.count).where(kit.sql('"count" = 0')),
      kit.oneOf("tally_lane_kind", "lane_kind", LANE_KINDS),
    ],
  );

  // Days whose counts a write has moved: filled by triggers, emptied at its end.
  const tallyStale = kit.table("tally_stale", { day: kit.int("day").primaryKey() });

  return { tally, tallyStale };
}
