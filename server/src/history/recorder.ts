// Which change recorded a report.
import { inArray } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";
import type { ChangeRecord } from "./record.ts";

/** Entry i is the change that recorded report i by itself; null where it came as one of many. One statement. */
export async function recordersOf(
  tx: Tx,
  reportIds: readonly string[],
): Promise<(ChangeRecord | null)[]> {
  if (reportIds.length === 0) return [];
  const { change } = tx.tables;
  const found = await tx.db
    .select()
    .from(change)
    .where(inArray(change.reportId, [...new Set(reportIds)]));
  const byReport = new Map(found.map((record) => [record.reportId, record]));
  return reportIds.map((id) => byReport.get(id) ?? null);
}
