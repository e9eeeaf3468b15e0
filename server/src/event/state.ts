import { OPEN } from "../ledger/values.ts";
import type { Key, Kit } from "../storage/kit.ts";
import { formerWhenChecks, formerWhenColumns, whenChecks, whenColumns } from "../storage/when.ts";
import { EVENT_STATUSES } from "./values.ts";

/**
 * Classes of states by how many days lie between the first and the last that their date allows. A state whose date lies
 * in a window [a, b] and allows at most n days more than one has its sort day in [a - n, b + n]: with the classes apart,
 * each is a short range of an index, and only the few long ones are looked at one by one.
 */
export const SPANS = ["SHORT", "MIDDLE", "LONG", "NONE"] as const;

/** Longest duration in days, from first to last, of the classes that have one. */
export const SPAN_DAYS = { SHORT: 16, MIDDLE: 128 } as const;

/** Predicate of the partial indexes over the latest states. A query must hold it literally for an index to serve it. */
export const LATEST = `"known_to" = ${OPEN}`;

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
      /** The day it is sorted by: never the first of a month or year of doubt; null without a date. */
      sortDay: kit.int("sort_day"),
      span: kit.word("span", SPANS).notNull(),
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
      kit.uniqueIndex("event_state_latest").on(t.eventId).where(kit.sql(LATEST)),
      kit
        .index("event_state_latest_by_day")
        .on(t.span, t.sortDay, t.eventId, t.knownFrom, t.earliest, t.latest)
        .where(kit.sql(LATEST)),
      // The few that claims disagree about, in the order of a list, with all that is asked of them: else the index above looks as good.
      kit
        .index("event_state_latest_disputed")
        .on(t.span, t.sortDay, t.eventId, t.knownFrom, t.disputed, t.reportId)
        .where(kit.sql(`${LATEST} and "disputed"`)),
      // For a day of knowledge in the past, which no partial index covers.
      kit
        .index("event_state_by_day")
        .on(t.span, t.sortDay, t.eventId, t.knownFrom, t.knownTo, t.earliest, t.latest),
      kit.index("event_state_by_status").on(t.status, t.sortDay, t.eventId),
      kit.index("event_state_by_report").on(t.reportId),
      kit.check("event_state_known", kit.sql('"known_from" < "known_to"')),
      kit.oneOf("event_state_status", "status", EVENT_STATUSES),
      kit.oneOf("event_state_span", "span", SPANS),
      ...whenChecks(kit, "event_state"),
      ...formerWhenChecks(kit, "event_state"),
    ],
  );
}
