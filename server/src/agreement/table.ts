import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { CONFIDENCES, OPEN } from "../ledger/values.ts";
import type { Key, Kit } from "../storage/kit.ts";
import { whenChecks, whenColumns } from "../storage/when.ts";
import { AGREEMENT_KINDS, AGREEMENT_STATUSES, BINDINGS } from "./values.ts";

/** Agreements, their parties, and what was known of them when. */
export function agreementTables(
  kit: Kit,
  to: { country: Key; forum: Key; topic: Key; report: Key },
) {
  const agreement = kit.table(
    "agreement",
    {
      id: kit.text("id").primaryKey(),
      title: kit.text("title").notNull(),
      shortTitle: kit.text("short_title").notNull(),
      aliases: kit.json("aliases").$type<string[]>().notNull(),
      kind: kit.word("kind", AGREEMENT_KINDS).notNull(),
      binding: kit.word("binding", BINDINGS).notNull(),
      requiresRatification: kit.bool("requires_ratification").notNull(),
      duration: kit.text("duration"),
      subject: kit.text("subject"),
      supersedesId: kit.text("supersedes_id").references((): AnySQLiteColumn => agreement.id),
      confidence: kit.word("confidence", CONFIDENCES).notNull(),
      note: kit.text("note"),
      position: kit.int("position").notNull(),
      version: kit.int("version").notNull(),
      /** What it became part of, to its end; null for what stands by itself. Its row stays, as reports name it for ever. */
      mergedInto: kit.text("merged_into").references((): AnySQLiteColumn => agreement.id),
    },
    (t) => [
      kit.index("agreement_by_merged").on(t.mergedInto).where(kit.sql('"merged_into" is not null')),
      kit.index("agreement_by_title").on(t.title, t.id),
      kit.index("agreement_by_superseded").on(t.supersedesId),
      kit.oneOf("agreement_kind", "kind", AGREEMENT_KINDS),
      kit.oneOf("agreement_binding", "binding", BINDINGS),
      kit.oneOf("agreement_confidence", "confidence", CONFIDENCES),
      kit.check("agreement_version", kit.sql('"version" >= 1')),
    ],
  );

  const agreementParty = kit.table(
    "agreement_party",
    {
      agreementId: kit
        .text("agreement_id")
        .notNull()
        .references(() => agreement.id),
      position: kit.int("position").notNull(),
      countryId: kit.text("country_id").references(to.country),
      forumId: kit.text("forum_id").references(to.forum),
      role: kit.text("role").notNull(),
      mustRatify: kit.bool("must_ratify").notNull(),
      note: kit.text("note"),
    },
    (t) => [
      kit.primaryKey({ columns: [t.agreementId, t.position] }),
      kit.index("agreement_party_by_country").on(t.countryId, t.agreementId),
      kit.index("agreement_party_by_forum").on(t.forumId, t.agreementId),
      kit.check("agreement_party_one", kit.sql('("country_id" is null) <> ("forum_id" is null)')),
    ],
  );

  const agreementTopic = kit.table(
    "agreement_topic",
    {
      agreementId: kit
        .text("agreement_id")
        .notNull()
        .references(() => agreement.id),
      topicId: kit.text("topic_id").notNull().references(to.topic),
    },
    (t) => [
      kit.primaryKey({ columns: [t.agreementId, t.topicId] }),
      kit.index("agreement_topic_by_topic").on(t.topicId, t.agreementId),
    ],
  );

  const agreementState = kit.table(
    "agreement_state",
    {
      agreementId: kit
        .text("agreement_id")
        .notNull()
        .references(() => agreement.id),
      knownFrom: kit.int("known_from").notNull(),
      knownTo: kit.int("known_to").notNull(),
      status: kit.word("status", AGREEMENT_STATUSES).notNull(),
      ...whenColumns(kit),
      /** The day it is sorted by: never the first of a month or year of doubt; null without a date. */
      sortDay: kit.int("sort_day"),
      /** First day of its life as known then: when it entered its first status, or was known to have. */
      began: kit.int("began").notNull(),
      /** Last day of its life; null while it has not ended. */
      ended: kit.int("ended"),
      disputed: kit.bool("disputed").notNull(),
      ratified: kit.int("ratified").notNull(),
      mustRatify: kit.int("must_ratify").notNull(),
      reportId: kit.text("report_id").notNull().references(to.report),
      stages: kit.json("stages").$type<unknown[]>().notNull(),
      rivals: kit.json("rivals").$type<unknown[]>().notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.agreementId, t.knownFrom] }),
      kit
        .uniqueIndex("agreement_state_latest")
        .on(t.agreementId)
        .where(kit.sql(`"known_to" = ${OPEN}`)),
      kit.index("agreement_state_by_status").on(t.status, t.sortDay, t.agreementId),
      kit.index("agreement_state_by_report").on(t.reportId),
      kit.check("agreement_state_known", kit.sql('"known_from" < "known_to"')),
      kit.oneOf("agreement_state_status", "status", AGREEMENT_STATUSES),
      ...whenChecks(kit, "agreement_state"),
    ],
  );

  return { agreement, agreementParty, agreementTopic, agreementState };
}
