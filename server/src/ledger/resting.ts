// The reports that rest on sources, newest knowledge first.
import { and, asc, count, desc, eq, lt, lte, or, sql } from "drizzle-orm";
import { distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
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
  behind: readonly [knownOn: Day, seq: number] | null,
  limit: number,
): Promise<ReportRow[][]> {
  const name = `report.resting.${behind === null ? "first" : "behind"}`;
  const run = prepared(tx, name, (db, tables) => {
    const { report, reportSource, source } = tables;
    const knownOn = sql.placeholder("knownOn");
    const ranked = db
      .select({
        owner: sql<string>`${reportSource.sourceId}`.as("owner"),
        reportSeq: sql<number>`${report.seq}`.as("report_seq"),
        place: sql<number>`row_number() over (
          partition by ${reportSource.sourceId} order by ${report.knownOn} desc, ${report.seq} desc)`.as(
          "place",
        ),
      })
      .from(reportSource)
      .innerJoin(report, eq(report.id, reportSource.reportId))
      .where(
        and(
          inList(tx, reportSource.sourceId, sql.placeholder("ids")),
          lte(report.knownOn, sql.placeholder("asOf")),
          behind === null
            ? undefined
            : or(
                lt(report.knownOn, knownOn),
                and(eq(report.knownOn, knownOn), lt(report.seq, sql.placeholder("seq"))),
              ),
        ),
      )
      .as("ranked");
    return db
      .select({ owner: ranked.owner, ...reportColumns(tables) })
      .from(ranked)
      .innerJoin(report, eq(report.seq, ranked.reportSeq))
      .leftJoin(source, eq(source.id, mainSource(tables)))
      .where(lte(ranked.place, sql.placeholder("limit")))
      .orderBy(asc(ranked.owner), desc(report.knownOn), desc(report.seq));
  });
  const values = { knownOn: behind?.[0] ?? null, seq: behind?.[1] ?? null };
  const rows = await run({ ids: distinct(sourceIds), asOf: asOf ?? OPEN, limit, ...values });
  return grouped(sourceIds, rows, (row) => row.owner).map((group) => group.map(reportRow));
}

/** How many reports known by the day rest on each source. */
export async function countRestingOn(
  tx: Tx,
  sourceIds: readonly string[],
  asOf: Day | null,
): Promise<number[]> {
  const run = prepared(tx, "report.resting.count", (db, { report, reportSource }) =>
    db
      .select({ owner: reportSource.sourceId, n: count() })
      .from(reportSource)
      .innerJoin(report, eq(report.id, reportSource.reportId))
      .where(
        and(
          inList(tx, reportSource.sourceId, sql.placeholder("ids")),
          lte(report.knownOn, sql.placeholder("asOf")),
        ),
      )
      .groupBy(reportSource.sourceId),
  );
  const rows = await run({ ids: distinct(sourceIds), asOf: asOf ?? OPEN });
  return grouped(sourceIds, rows, (row) => row.owner).map(([row]) => Number(row?.n ?? 0));
}
