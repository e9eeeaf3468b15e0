import { CONFIDENCES } from "../ledger/values.ts";
import type { Key, Kit } from "../storage/kit.ts";
import { OFFICE_RANKS } from "./values.ts";

/** People, offices, and who held which when. */
export function leaderTables(kit: Kit, to: { country: Key; forum: Key; source: Key }) {
  const leader = kit.table(
    "leader",
    {
      id: kit.text("id").primaryKey(),
      name: kit.text("name").notNull(),
      countryId: kit.text("country_id").references(to.country),
      born: kit.text("born"),
      died: kit.text("died"),
      diedDay: kit.int("died_day"),
      alsoKnownAs: kit.json("also_known_as").$type<string[]>().notNull(),
      note: kit.text("note"),
      /** From which day the remark can be told; null for one that the data set ships. */
      noteKnownOn: kit.int("note_known_on"),
      /** From which day it can be told; null for what the data set ships. */
      knownOn: kit.int("known_on"),
      version: kit.int("version").notNull().default(1),
    },
    (t) => [
      kit.index("leader_by_name").on(t.name, t.id),
      kit.index("leader_by_country").on(t.countryId, t.name, t.id),
    ],
  );

  const office = kit.table(
    "office",
    {
      id: kit.text("id").primaryKey(),
      title: kit.text("title").notNull(),
      countryId: kit.text("country_id").references(to.country),
      forumId: kit.text("forum_id").references(to.forum),
      kind: kit.text("kind").notNull(),
      rank: kit.word("rank", OFFICE_RANKS).notNull(),
      knownOn: kit.int("known_on"),
      version: kit.int("version").notNull().default(1),
    },
    (t) => [
      kit.index("office_by_country").on(t.countryId, t.rank, t.id),
      kit.index("office_by_forum").on(t.forumId, t.id),
      kit.oneOf("office_rank", "rank", OFFICE_RANKS),
      kit.check("office_of_one", kit.sql('"country_id" is null or "forum_id" is null')),
    ],
  );

  const term = kit.table(
    "term",
    {
      id: kit.text("id").primaryKey(),
      leaderId: kit
        .text("leader_id")
        .notNull()
        .references(() => leader.id),
      officeId: kit
        .text("office_id")
        .notNull()
        .references(() => office.id),
      fromEdtf: kit.text("from_edtf"),
      toEdtf: kit.text("to_edtf"),
      fromDay: kit.int("from_day"),
      toDay: kit.int("to_day"),
      how: kit.text("how"),
      confidence: kit.word("confidence", CONFIDENCES).notNull(),
      note: kit.text("note"),
      knownOn: kit.int("known_on"),
    },
    (t) => [
      kit.index("term_by_leader").on(t.leaderId, t.fromDay, t.id),
      kit.index("term_by_office").on(t.officeId, t.fromDay, t.id),
      kit.oneOf("term_confidence", "confidence", CONFIDENCES),
      kit.check("term_days", kit.sql('"from_day" <= "to_day"')),
    ],
  );

  const termSource = kit.table(
    "term_source",
    {
      termId: kit
        .text("term_id")
        .notNull()
        .references(() => term.id),
      position: kit.int("position").notNull(),
      sourceId: kit.text("source_id").notNull().references(to.source),
    },
    (t) => [
      kit.primaryKey({ columns: [t.termId, t.position] }),
      kit.unique("term_source_once").on(t.termId, t.sourceId),
      kit.index("term_source_by_source").on(t.sourceId),
    ],
  );

  return { leader, office, term, termSource };
}
