import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { amongText, type Key, type Kit } from "../storage/kit.ts";
import { whenChecks, whenColumns } from "../storage/when.ts";
import { CONFIDENCES, KNOWN_ON_BASES, REPORT_ACTS, STANDINGS, SUBJECTS } from "./values.ts";

/** What the ledger points at in rooms that come after it. */
export interface LedgerKeys {
  event: Key;
  agreement: Key;
  place: Key;
  source: Key;
  country: Key;
  forum: Key;
  eventStatuses: readonly string[];
  agreementStatuses: readonly string[];
}

/** Reports, append-only (a trigger refuses update and delete), and what they rest on. */
export function ledgerTables(kit: Kit, to: LedgerKeys) {
  const report = kit.table(
    "report",
    {
      // Given as one more than the largest, inside the one writer's transaction.
      seq: kit.long("seq").primaryKey(),
      id: kit.text("id").notNull(),
      subject: kit.word("subject", SUBJECTS).notNull(),
      eventId: kit.text("event_id").references(to.event),
      agreementId: kit.text("agreement_id").references(to.agreement),
      act: kit.word("act", REPORT_ACTS).notNull(),
      targetId: kit.text("target_id").references((): AnySQLiteColumn => report.id),
      knownOn: kit.int("known_on").notNull(),
      knownOnBasis: kit.word("known_on_basis", KNOWN_ON_BASES).notNull(),
      status: kit.text("status").notNull(),
      step: kit.text("step"),
      moves: kit.bool("moves").notNull(),
      ...whenColumns(kit),
      placeId: kit.text("place_id").references(to.place),
      claimant: kit.text("claimant").notNull(),
      standing: kit.word("standing", STANDINGS).notNull(),
      body: kit.text("body"),
      confidence: kit.word("confidence", CONFIDENCES).notNull(),
      dateConfidence: kit.word("date_confidence", CONFIDENCES).notNull(),
      uncertainty: kit.text("uncertainty"),
      note: kit.text("note"),
      recordedAt: kit.text("recorded_at").notNull(),
      recordedBy: kit.text("recorded_by").notNull(),
    },
    (t) => [
      kit.unique("report_id").on(t.id),
      kit.index("report_by_event").on(t.eventId, t.knownOn, t.seq),
      kit.index("report_by_agreement").on(t.agreementId, t.knownOn, t.seq),
      kit.index("report_by_known").on(t.knownOn, t.seq),
      kit.index("report_by_target").on(t.targetId),
      kit.oneOf("report_act", "act", REPORT_ACTS),
      kit.oneOf("report_known_on_basis", "known_on_basis", KNOWN_ON_BASES),
      kit.oneOf("report_standing", "standing", STANDINGS),
      kit.oneOf("report_confidence", "confidence", CONFIDENCES),
      kit.oneOf("report_date_confidence", "date_confidence", CONFIDENCES),
      kit.check(
        "report_subject",
        kit.sql(
          `("subject" = 'EVENT' and "event_id" is not null and "agreement_id" is null` +
            ` and ${amongText("status", to.eventStatuses)})` +
            ` or ("subject" = 'AGREEMENT' and "agreement_id" is not null and "event_id" is null` +
            ` and ${amongText("status", to.agreementStatuses)})`,
        ),
      ),
      kit.check("report_target", kit.sql(`("act" = 'CLAIM') = ("target_id" is null)`)),
      ...whenChecks(kit, "report"),
    ],
  );

  const reportSource = kit.table(
    "report_source",
    {
      reportId: kit
        .text("report_id")
        .notNull()
        .references(() => report.id),
      position: kit.int("position").notNull(),
      sourceId: kit.text("source_id").notNull().references(to.source),
    },
    (t) => [
      kit.primaryKey({ columns: [t.reportId, t.position] }),
      kit.unique("report_source_once").on(t.reportId, t.sourceId),
      kit.index("report_source_by_source").on(t.sourceId, t.reportId),
    ],
  );

  const reportParty = kit.table(
    "report_party",
    {
      reportId: kit
        .text("report_id")
        .notNull()
        .references(() => report.id),
      position: kit.int("position").notNull(),
      countryId: kit.text("country_id").references(to.country),
      forumId: kit.text("forum_id").references(to.forum),
    },
    (t) => [
      kit.primaryKey({ columns: [t.reportId, t.position] }),
      kit.index("report_party_by_country").on(t.countryId),
      kit.index("report_party_by_forum").on(t.forumId),
      kit.check("report_party_one", kit.sql('("country_id" is null) <> ("forum_id" is null)')),
    ],
  );

  return { report, reportSource, reportParty };
}
