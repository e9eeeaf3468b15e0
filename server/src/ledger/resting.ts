// The reports that rest on sources, newest knowledge first.
import { and, asc, count, eq, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { PageRequest } from "../graphql/page.ts";
import { distinct, grouped } from "../storage/align.ts";
import { leadsTo, ledTo } from "../storage/merged.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import type { Day } from "../when/day.ts";
import { mainSource, type ReportRow, reportColumns, reportRow } from "./rows.ts";
import { OPEN } from "./values.ts";

/**
 * Of the reports that rest on each source and were known by the day, the first `limit` behind the key `[knownOn, seq]`, or the very first:
 * newest knowledge first. One statement.
 */
export async function reportsRestingOn(
  tx: Tx,
  sourceIds: readonly string[],
  asOf: Day | null,
  request: PageRequest,
): Promise<ReportRow[][]> {
  const { after, before, backward, size } = request;
  const bounds = [after && "after", before && "before", backward && "back"].filter(Boolean);
  const name = `report.resting.${bounds.join(".")}`;
  const run = prepared(tx, name, (db, tables) => {
    const { report, source } = tables;
    const way = sql.raw(backward ? "asc" : "desc");
    const bounded = (side: "after" | "before") => {
      if (request[side] === null) return undefined;
      const past = sql.raw(side === "after" ? "<" : ">");
      const [knownOn, seq] = [sql.placeholder(`${side}Day`), sql.placeholder(`${side}Seq`)];
      return sql`(${report.knownOn}, ${report.seq}) ${past} (${knownOn}, ${seq})`;
    };
    const resting = restingOn(tx, db, tables, and(bounded("after"), bounded("before")));
    const ranked = db
      .select({
        owner: resting.owner,
        reportSeq: resting.reportSeq,
        place: sql<number>`row_number() over (
          partition by ${resting.owner} order by ${resting.reportDay} ${way}, ${resting.reportSeq} ${way})`.as(
          "place",
        ),
      })
      .from(resting)
      .as("ranked");
    return db
      .select({ owner: ranked.owner, ...reportColumns(tables) })
      .from(ranked)
      .innerJoin(report, eq(report.seq, ranked.reportSeq))
      .leftJoin(source, eq(source.id, mainSource(tables)))
      .where(lte(ranked.place, sql.placeholder("limit")))
      .orderBy(asc(ranked.owner), asc(ranked.place));
  });
  const [afterDay, afterSeq] = after ?? [];
  const [beforeDay, beforeSeq] = before ?? [];
  const values = { afterDay, afterSeq, beforeDay, beforeSeq, limit: size + 1 };
  const rows = await run({ ids: distinct(sourceIds), asOf: asOf ?? OPEN, ...values });
  return grouped(sourceIds, rows, (row) => row.owner).map((group) => group.map(reportRow));
}

/** How many reports known by the day rest on each source. */
export async function countRestingOn(
  tx: Tx,
  sourceIds: readonly string[],
  asOf: Day | null,
): Promise<number[]> {
  const run = prepared(tx, "report.resting.count", (db, tables) => {
    const resting = restingOn(tx, db, tables);
    return db
      .select({ owner: resting.owner, n: count() })
      .from(resting)
      .groupBy(sql`${resting.owner}`);
  });
  const rows = await run({ ids: distinct(sourceIds), asOf: asOf ?? OPEN });
  return grouped(sourceIds, rows, (row) => row.owner).map(([row]) => Number(row?.n ?? 0));
}

/** The events on which reports rest on more than one of these sources and of what became part of them. */
export async function eventsRestingOn(tx: Tx, sourceIds: readonly string[]): Promise<string[]> {
  const { report, reportSource, source, event } = tx.tables;
  const resting = tx.db
    .selectDistinct({
      event: ledTo(report.eventId, event).as("resting_event"),
      source: sql<string>`${reportSource.sourceId}`.as("resting_source"),
    })
    .from(reportSource)
    .innerJoin(report, eq(report.id, reportSource.reportId))
    .where(and(leadsTo(tx, reportSource.sourceId, source, sourceIds), isNotNull(report.eventId)))
    .as("resting");
  const rows = await tx.db
    .select({ event: resting.event })
    .from(resting)
    .groupBy(sql`${resting.event}`)
    .having(sql`count(*) > 1`);
  return rows.map((row) => row.event);
}

/** The reports known by the day that rest on these sources or on what became part of them, each once for a source. */
function restingOn(tx: Tx, db: Tx["db"], { report, reportSource, source }: Tables, within?: SQL) {
  return db
    .selectDistinct({
      owner: ledTo(reportSource.sourceId, source).as("owner"),
      reportSeq: sql<number>`${report.seq}`.as("report_seq"),
      reportDay: sql<number>`${report.knownOn}`.as("report_day"),
    })
    .from(reportSource)
    .innerJoin(report, eq(report.id, reportSource.reportId))
    .where(
      and(
        leadsTo(tx, reportSource.sourceId, source, sql.placeholder("ids")),
        lte(report.knownOn, sql.placeholder("asOf")),
        within,
      ),
    )
    .as("unranked");
}
