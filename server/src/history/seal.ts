// The end of the chain, and the sealing of what an earlier version of this program recorded without a hash.
import { and, asc, desc, eq, gt, isNotNull } from "drizzle-orm";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import { pagesOf } from "../storage/shape.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { hashOf } from "./chain.ts";
import type { ChangeRecord } from "./record.ts";
import { Walk } from "./walk.ts";

/** Where the chain ends: the last change, which bears a hash. */
export interface Head {
  revision: number;
  hash: string;
  lastReport: number;
}

/** The end of the chain, within a write; null before the first change. Seals what lacks a hash first. */
export async function headOf(tx: Tx): Promise<Head | null> {
  const last = await lastLink(tx);
  if (last === null || last.hash !== null) return last as Head | null;
  await seal(tx);
  return (await lastLink(tx)) as Head;
}

/** Seals what an earlier version recorded, if there is any: to be called whenever a database is opened. */
export async function sealed(storage: Storage): Promise<void> {
  const last = await storage.read(lastLink);
  if (last !== null && last.hash === null) await storage.write(seal);
}

/** Gives every change that lacks one its hash. What has one stays as it is, so it may be done as often as one likes. Only inside a write. */
export async function seal(tx: Tx): Promise<void> {
  const { change } = tx.tables;
  const [last] = await tx.db
    .select({
      revision: change.revision,
      hash: change.hash,
      lastReport: change.lastReport,
    })
    .from(change)
    .where(isNotNull(change.hash))
    .orderBy(desc(change.revision))
    .limit(1);
  let head = (last ?? null) as Head | null;
  const walk = new Walk(tx, head?.lastReport ?? 0);
  const after = head && { revision: head.revision };
  for await (const page of pagesOf(tx, "change", { after })) {
    const records = page as unknown as ChangeRecord[];
    const numbers = await numbersOf(tx, records);
    for (const record of records) {
      const named = numbers.get(record.reportId ?? "");
      // One that names no report, such as a load, recorded whatever comes before the next that does.
      const own = await walk.upTo(named ?? (await beforeNext(tx, record.revision)));
      const link = {
        prevHash: head?.hash ?? null,
        lastReport: own.last,
        reportsHash: own.hash,
      };
      const hash = hashOf({ ...record, ...link });
      await tx.db
        .update(change)
        .set({ ...link, hash })
        .where(eq(change.revision, record.revision));
      head = { revision: record.revision, hash, lastReport: own.last };
    }
  }
}

async function lastLink(
  tx: Tx,
): Promise<{ revision: number; hash: string | null; lastReport: number | null } | null> {
  const [last] = await prepared(tx, "change.head", (db, { change }) =>
    db
      .select({ revision: change.revision, hash: change.hash, lastReport: change.lastReport })
      .from(change)
      .orderBy(desc(change.revision))
      .limit(1),
  )();
  return last ?? null;
}

/** The ledger's numbers of the reports that changes name, by their ids. */
async function numbersOf(tx: Tx, records: readonly ChangeRecord[]): Promise<Map<string, number>> {
  const { report } = tx.tables;
  const ids = records.flatMap(({ reportId }) => reportId ?? []);
  const rows = await tx.db
    .select({ id: report.id, seq: report.seq })
    .from(report)
    .where(inList(tx, report.id, ids));
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}

/** The number of the last report before that of the next change that names one; null when none does any more. */
async function beforeNext(tx: Tx, revision: number): Promise<number | null> {
  const { change, report } = tx.tables;
  const [next] = await tx.db
    .select({ seq: report.seq })
    .from(change)
    .innerJoin(report, eq(report.id, change.reportId))
    .where(and(gt(change.revision, revision), isNotNull(change.reportId)))
    .orderBy(asc(change.revision))
    .limit(1);
  return next ? next.seq - 1 : null;
}
