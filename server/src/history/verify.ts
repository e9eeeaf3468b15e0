// Whether the log says what was recorded: every hash is worked out anew, from the first change to the last.
import { pagesOf } from "../storage/shape.ts";
import type { Tx } from "../storage/storage.ts";
import { hashOf } from "./chain.ts";
import type { ChangeRecord } from "./record.ts";
import { type Stretch, Walk } from "./walk.ts";

/** What a look at the whole log found. */
export interface Verdict {
  /** Changes and reports that hold, up to the first that does not. */
  changes: number;
  reports: number;
  /** The hash of the last change that holds; null before any. */
  head: string | null;
  /** What is first wrong, in a sentence; null when nothing is. */
  fault: string | null;
  /** Whether one of the changes that hold bears the hash that was asked for. */
  hasNoted: boolean;
}

/**
 * Reads log and ledger once, some hundred rows at a time. `noted` is a hash that was the head once: a log that was cut off, or replaced as a whole,
 * holds in itself, and is found by that alone.
 */
export async function verify(tx: Tx, noted: string | null = null): Promise<Verdict> {
  const found: Verdict = { changes: 0, reports: 0, head: null, fault: null, hasNoted: false };
  const walk = new Walk(tx, 0);
  let last: ChangeRecord | null = null;
  for await (const page of pagesOf(tx, "change")) {
    for (const change of page as unknown as ChangeRecord[]) {
      const fault = linkFault(last, change);
      if (fault !== null) return { ...found, fault };
      const own = await walk.upTo(change.lastReport, change.reportId);
      const other = reportFault(change, own);
      if (other !== null) return { ...found, fault: other };
      found.changes += 1;
      found.reports += own.count;
      found.head = change.hash;
      found.hasNoted ||= change.hash === noted;
      last = change;
    }
  }
  const rest = await walk.upTo(null);
  if (rest.count === 0 || (last === null && (await isPart(tx)))) return found;
  const fault = `${plural(rest.count, "report")}, the first of them “${rest.first}”, ${rest.count === 1 ? "is" : "are"} in the ledger, and no change recorded ${rest.count === 1 ? "it" : "them"}.`;
  return { ...found, fault };
}

/** What is wrong with a change and its place behind another; null for nothing. */
function linkFault(last: ChangeRecord | null, change: ChangeRecord): string | null {
  const { revision, prevHash, hash } = change;
  const next = (last?.revision ?? 0) + 1;
  if (revision !== next) return `Revision ${next} is missing: ${revision} follows ${next - 1}.`;
  if (hash === null) return `Revision ${revision} bears no hash.`;
  if (prevHash !== (last?.hash ?? null)) {
    const before = last
      ? `revision ${last.revision} bears ${last.hash}`
      : "there is none before it";
    return `Revision ${revision} names ${prevHash ?? "nothing"} as the hash before it, and ${before}.`;
  }
  const now = hashOf(change);
  if (now === hash) return null;
  return `Revision ${revision} does not say what was recorded: it hashes to ${now}, and bears ${hash}.`;
}

/** What is wrong with the reports of a change that is itself as it was recorded; null for nothing. */
function reportFault(change: ChangeRecord, own: Stretch): string | null {
  const { revision, reportId, reportsHash, lastReport } = change;
  if (own.hash !== reportsHash) {
    const which = reportId === null ? `up to number ${lastReport}` : `“${reportId}”`;
    return `Revision ${revision} recorded ${reportsHash === null ? "no reports" : `reports (${which}) that hash to ${reportsHash}`}, and what the ledger holds of it ${own.hash === null ? "is nothing" : `hashes to ${own.hash}`}: a report, its sources or its parties are not as they were recorded.`;
  }
  if (reportId === null || own.hasNamed) return null;
  return `Revision ${revision} names the report “${reportId}”, which is not among those that it recorded.`;
}

/** Whether the database is a copy as of a day: it has the reports of then, and the changes of nobody. */
async function isPart({ db, tables }: Tx): Promise<boolean> {
  const rows = await db.select().from(tables.dataset);
  return rows.some(({ key }) => key === "asOf");
}

/** `1 change`, `2 changes`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
