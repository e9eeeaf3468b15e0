// What lies behind the items of a timeline: when it became known, and what it rests on.
import { and, eq, type SQL, sql } from "drizzle-orm";
import { OPEN } from "../ledger/ledger.ts";
import { inList } from "../storage/match.ts";
import { leadsTo, ledTo } from "../storage/merged.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";

/** On which days the reports on these became known, by the day of the slice. */
export async function ticksOf(
  tx: Tx,
  eventIds: readonly string[],
  agreementIds: readonly string[],
  asOf: Day | null,
): Promise<{ day: number[]; count: number[] }> {
  const rows = await prepared(tx, "timeline.ticks", (db, { report, event, agreement }) => {
    const known = sql`${report.knownOn} <= ${sql.placeholder("asOf")}`;
    const of = (which: SQL) =>
      db
        .select({ day: sql<number>`${report.knownOn}`.as("tick_day") })
        .from(report)
        .where(and(which, known));
    const all = of(leadsTo(tx, report.eventId, event, sql.placeholder("events")))
      .unionAll(of(leadsTo(tx, report.agreementId, agreement, sql.placeholder("agreements"))))
      .as("all_reports");
    return db
      .select({ day: all.day, count: sql`count(*)`.mapWith(Number).as("tick_count") })
      .from(all)
      .groupBy(sql`${all.day}`)
      .orderBy(sql`${all.day}`);
  })({ events: [...eventIds], agreements: [...agreementIds], asOf: asOf ?? OPEN });
  return { day: rows.map((row) => row.day), count: rows.map((row) => row.count) };
}

/** How many different sources these rest on, by the day. */
export async function countSourcesOf(
  tx: Tx,
  ids: { events: readonly string[]; agreements: readonly string[]; sessions: readonly string[] },
  asOf: Day | null,
): Promise<number> {
  const [row] = await prepared(tx, "timeline.sources", (db, tables) => {
    const { report, reportSource, sessionSource, event, agreement, source } = tables;
    const known = sql`${report.knownOn} <= ${sql.placeholder("asOf")}`;
    const of = (which: SQL) =>
      db
        .select({ id: ledTo(reportSource.sourceId, source).as("rested_on") })
        .from(report)
        .innerJoin(reportSource, eq(reportSource.reportId, report.id))
        .where(and(which, known));
    const all = of(leadsTo(tx, report.eventId, event, sql.placeholder("events")))
      .unionAll(of(leadsTo(tx, report.agreementId, agreement, sql.placeholder("agreements"))))
      .unionAll(
        db
          .select({ id: sql<string>`${sessionSource.sourceId}`.as("rested_on") })
          .from(sessionSource)
          .where(inList(tx, sessionSource.sessionId, sql.placeholder("sessions"))),
      )
      .as("all_sources");
    return db
      .select({ count: sql`count(distinct ${all.id})`.mapWith(Number).as("sources") })
      .from(all);
  })({
    events: [...ids.events],
    agreements: [...ids.agreements],
    sessions: [...ids.sessions],
    asOf: asOf ?? OPEN,
  });
  return row?.count ?? 0;
}
