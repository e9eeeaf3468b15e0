// The ledger from end to end, some hundred reports at a time.
import { and, asc, gt, lte } from "drizzle-orm";
import { grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Stored } from "../storage/pick.ts";
import { pagesOf } from "../storage/shape.ts";
import type { Tx } from "../storage/storage.ts";

/** A report as the tables hold it, with what belongs to it. */
export interface Held {
  row: Stored<"report">;
  /** Its sources, the main one first, and whose act it was. */
  sources: Omit<Stored<"reportSource">, "reportId">[];
  parties: Omit<Stored<"reportParty">, "reportId">[];
}

/** Ids of the reports after one number, up to another, in the order they were recorded. */
export async function idsBetween(tx: Tx, after: number, upTo: number): Promise<string[]> {
  const { report } = tx.tables;
  const rows = await tx.db
    .select({ id: report.id })
    .from(report)
    .where(and(gt(report.seq, after), lte(report.seq, upTo)))
    .orderBy(asc(report.seq));
  return rows.map(({ id }) => id);
}

/** Every report after a number, in the order they were recorded: as much memory for a million as for a thousand. */
export async function* reportsAfter(tx: Tx, seq: number): AsyncGenerator<Held[]> {
  const { reportSource, reportParty } = tx.tables;
  for await (const page of pagesOf(tx, "report", { after: { seq } })) {
    const rows = page as Stored<"report">[];
    const ids = rows.map(({ id }) => id);
    const sources = await tx.db
      .select()
      .from(reportSource)
      .where(inList(tx, reportSource.reportId, ids))
      .orderBy(asc(reportSource.reportId), asc(reportSource.position));
    const parties = await tx.db
      .select()
      .from(reportParty)
      .where(inList(tx, reportParty.reportId, ids))
      .orderBy(asc(reportParty.reportId), asc(reportParty.position));
    const sourcesOf = grouped(ids, sources, ({ reportId }) => reportId);
    const partiesOf = grouped(ids, parties, ({ reportId }) => reportId);
    yield rows.map((row, index) => ({
      row,
      sources: (sourcesOf[index] ?? []).map(({ reportId: _, ...rest }) => rest),
      parties: (partiesOf[index] ?? []).map(({ reportId: _, ...rest }) => rest),
    }));
  }
}
