// The reports that rest on sources, newest knowledge first.
import { and, asc, count, eq, lte, sql } from "drizzle-orm";
import type { PageRequest } from "../graphql/page.ts";
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
  request: PageRequest,
): Promise<ReportRow[][]> {
  const { after, before, backward, size } = request;
  const bounds = [after && "after", before && "before", backward && "back"].filter(Boolean);
  const name = `report.resting.${bounds.join(".")}`;
  const run = prepared(tx, name, (db, tables) => {
    const { report, reportSource, source } = tables;
    const way = sql.raw(backward ? "asc" : "desc");
    const bounded = (side: "after" | "before") => {
      if (request[side] === null) return undefined;
      const past = sql.raw(side === "after" ? "<" : ">");
      const [knownOn, seq] = [sql.placeholder(`${side}Day`), sql.placeholder(`${side}Seq`)];
      return sql`(${report.knownOn}, ${report.seq}) ${past} (${knownOn}, ${seq})`;
    };
    const ranked = db
      .select({
        owner: sql<string>`${reportSource.sourceId}`.as("owner"),
        reportSeq: sql<number>`${report.seq}`.as("report_seq"),
        place: sql<number>`row_number() over (
          partition by ${reportSource.sourceId} order by ${report.knownOn} ${way}, ${report.seq} ${way})`.as(
          "place",
        ),
      })
      .from(reportSource)
      .innerJoin(report, eq(report.id, reportSource.reportId))
      .where(
        and(
          inList(tx, reportSource.sourceId, sql.placeholder("ids")),
          lte(report.knownOn, sql.placeholder("asOf")),
          bounded("after"),
          bounded("before"),
        ),
      )
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
