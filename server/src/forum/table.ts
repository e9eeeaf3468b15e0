import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { CONFIDENCES } from "../ledger/values.ts";
import type { Key, Kit } from "../storage/kit.ts";
import { whenChecks, whenColumns } from "../storage/when.ts";
import { FORUM_KINDS, MEMBERSHIP_ROLES, SESSION_MODES } from "./values.ts";

/** Forums, who belongs to them, and their sessions. */
export function forumTables(
  kit: Kit,
  to: { country: Key; place: Key; source: Key; eventStatuses: readonly [string, ...string[]] },
) {
  const forum = kit.table(
    "forum",
    {
      id: kit.text("id").primaryKey(),
      name: kit.text("name").notNull(),
      shortName: kit.text("short_name").notNull(),
      kind: kit.word("kind", FORUM_KINDS).notNull(),
      founded: kit.text("founded"),
      note: kit.text("note"),
      /** From which day it can be told; null for what the data set ships. */
      knownOn: kit.int("known_on"),
      version: kit.int("version").notNull().default(1),
      /** What it became part of, to its end; null for what stands by itself. Its row stays, as reports name it for ever. */
      mergedInto: kit.text("merged_into").references((): AnySQLiteColumn => forum.id),
    },
    (t) => [
      kit.index("forum_by_name").on(t.name, t.id),
      kit.index("forum_by_merged").on(t.mergedInto).where(kit.sql('"merged_into" is not null')),
      kit.oneOf("forum_kind", "kind", FORUM_KINDS),
    ],
  );

  const membership = kit.table(
    "membership",
    {
      id: kit.text("id").primaryKey(),
      forumId: kit
        .text("forum_id")
        .notNull()
        .references(() => forum.id),
      countryId: kit.text("country_id").notNull().references(to.country),
      role: kit.word("role", MEMBERSHIP_ROLES).notNull(),
      fromEdtf: kit.text("from_edtf"),
      toEdtf: kit.text("to_edtf"),
      fromDay: kit.int("from_day"),
      toDay: kit.int("to_day"),
      confidence: kit.word("confidence", CONFIDENCES).notNull(),
      note: kit.text("note"),
      knownOn: kit.int("known_on"),
    },
    (t) => [
      kit.index("membership_by_forum").on(t.forumId, t.fromDay, t.id),
      kit.index("membership_by_country").on(t.countryId, t.fromDay, t.id),
      kit.oneOf("membership_role", "role", MEMBERSHIP_ROLES),
      kit.oneOf("membership_confidence", "confidence", CONFIDENCES),
      kit.check("membership_days", kit.sql('"from_day" <= "to_day"')),
    ],
  );

  const membershipSource = kit.table(
    "membership_source",
    {
      membershipId: kit
        .text("membership_id")
        .notNull()
        .references(() => membership.id),
      position: kit.int("position").notNull(),
      sourceId: kit.text("source_id").notNull().references(to.source),
    },
    (t) => [
      kit.primaryKey({ columns: [t.membershipId, t.position] }),
      kit.unique("membership_source_once").on(t.membershipId, t.sourceId),
      kit.index("membership_source_by_source").on(t.sourceId),
    ],
  );

  const session = kit.table(
    "session",
    {
      id: kit.text("id").primaryKey(),
      forumId: kit
        .text("forum_id")
        .notNull()
        .references(() => forum.id),
      name: kit.text("name").notNull(),
      ordinal: kit.int("ordinal"),
      ...whenColumns(kit),
      placeId: kit.text("place_id").references(to.place),
      mode: kit.word("mode", SESSION_MODES),
      status: kit.text("status").notNull(),
      theme: kit.text("theme"),
      confidence: kit.word("confidence", CONFIDENCES).notNull(),
      dateConfidence: kit.word("date_confidence", CONFIDENCES).notNull(),
      note: kit.text("note"),
      knownOn: kit.int("known_on").notNull(),
    },
    (t) => [
      kit.index("session_by_forum").on(t.forumId, t.earliest, t.id),
      kit.index("session_by_start").on(t.earliest, t.id),
      kit.index("session_by_known").on(t.knownOn),
      kit.oneOf("session_mode", "mode", SESSION_MODES),
      kit.oneOf("session_status", "status", to.eventStatuses),
      kit.oneOf("session_confidence", "confidence", CONFIDENCES),
      kit.oneOf("session_date_confidence", "date_confidence", CONFIDENCES),
      ...whenChecks(kit, "session"),
    ],
  );

  const sessionSource = kit.table(
    "session_source",
    {
      sessionId: kit
        .text("session_id")
        .notNull()
        .references(() => session.id),
      position: kit.int("position").notNull(),
      sourceId: kit.text("source_id").notNull().references(to.source),
    },
    (t) => [
      kit.primaryKey({ columns: [t.sessionId, t.position] }),
      kit.unique("session_source_once").on(t.sessionId, t.sourceId),
      kit.index("session_source_by_source").on(t.sourceId),
    ],
  );

  return { forum, membership, membershipSource, session, sessionSource };
}
