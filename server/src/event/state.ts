import { OPEN } from "../ledger/values.ts";
import type { Key, Kit } from "../storage/kit.ts";
import { formerWhenChecks, formerWhenColumns, whenChecks, whenColumns } from "../storage/when.ts";
import { EVENT_STATUSES } from "./values.ts";

/** Longest duration, in days between first and last, of the two shorter classes of states. */
export const SPANS = { short: 16, middle: 128 } as const;

/**
 * Predicates of the partial indexes over the latest states, as SQL text without a table name. A
 * query must hold the same words for SQLite to use the index.
 *
 * A window [a, b] of days is met by `short` with start in [a - 16, b], `middle` with start in
 * [a - 128, b], and every `long` with start ≤ b whose end is open or ≥ a. `undated` has no start.
 */
export const LATEST = {
  all: `"known_to" = ${OPEN}`,
  short: `"known_to" = ${OPEN} and "latest" - "earliest" <= ${SPANS.short}`,
  middle:
    `"known_to" = ${OPEN} and "latest" - "earliest" > ${SPANS.short}` +
    ` and "latest" - "earliest" <= ${SPANS.middle}`,
  long:
    `"known_to" = ${OPEN} and "earliest" is not null` +
    ` and ("latest" is null or "latest" - "earliest" > ${SPANS.middle})`,
  undated: `"known_to" = ${OPEN} and "earliest" is null`,
} as const;

/** What was known of an event from one day of knowledge to the next. */
export function eventStateTable(kit: Kit, to: { event: Key; place: Key; report: Key }) {
  return kit.table(
    "event_state",
    {
      eventId: kit.text("event_id").notNull().references(to.event),
      knownFrom: kit.int("known_from").notNull(),
      knownTo: kit.int("known_to").notNull(),
      status: kit.word("status", EVENT_STATUSES).notNull(),
      ...whenColumns(kit),
      ...formerWhenColumns(kit),
      placeId: kit.text("place_id").references(to.place),
      disputed: kit.bool("disputed").notNull(),
      reportId: kit.text("report_id").notNull().references(to.report),
      rivals: kit.json("rivals").$type<unknown[]>().notNull(),
      lastReportOn: kit.int("last_report_on").notNull(),
      sourceCount: kit.int("source_count").notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.eventId, t.knownFrom] }),
      kit.uniqueIndex("event_state_latest").on(t.eventId).where(kit.sql(LATEST.all)),
      kit
        .index("event_state_latest_by_start")
        .on(t.earliest, t.eventId, t.latest)
        .where(kit.sql(LATEST.all)),
      kit
        .index("event_state_short")
        .on(t.earliest, t.eventId, t.latest)
        .where(kit.sql(LATEST.short)),
      kit
        .index("event_state_middle")
        .on(t.earliest, t.eventId, t.latest)
        .where(kit.sql(LATEST.middle)),
      kit.index("event_state_long").on(t.earliest, t.eventId, t.latest).where(kit.sql(LATEST.long)),
      kit.index("event_state_undated").on(t.eventId).where(kit.sql(LATEST.undated)),
      // For a day of knowledge in the past, which no partial index covers.
      kit.index("event_state_by_start").on(t.earliest, t.eventId, t.knownFrom, t.knownTo, t.latest),
      kit.index("event_state_by_status").on(t.status, t.earliest, t.eventId),
      kit.index("event_state_by_report").on(t.reportId),
      kit.check("event_state_known", kit.sql('"known_from" < "known_to"')),
      kit.oneOf("event_state_status", "status", EVENT_STATUSES),
      ...whenChecks(kit, "event_state"),
      ...formerWhenChecks(kit, "event_state"),
    ],
  );
}
