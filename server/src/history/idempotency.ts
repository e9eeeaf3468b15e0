// A request sent twice is carried out once. What came of it is kept beside the change, in the same transaction.
import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";
import { canonical } from "./canonical.ts";

/** What is kept of a request that was carried out. */
export interface Outcome {
  entityId: string;
  /** Null for what recorded no report. */
  reportId: string | null;
  revision: number;
  /** What was told of each row, where it was of many. */
  rows?: readonly unknown[];
}

/** Fingerprint of an input: equal for equal values, whatever the order of their names. Hexadecimal SHA-256. */
export function fingerprint(input: unknown): string {
  return createHash("sha256").update(canonical(input, isSaid)).digest("hex");
}

const isSaid = (value: unknown) => value !== undefined && value !== null;

/** What came of an earlier request of this actor with this key; null if there was none. */
export async function outcomeOf(
  tx: Tx,
  actor: string,
  key: string,
): Promise<{ inputHash: string; outcome: Outcome } | null> {
  const { idempotency } = tx.tables;
  const [row] = await tx.db
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.actor, actor), eq(idempotency.key, key)))
    .limit(1);
  return row ? { inputHash: row.inputHash, outcome: row.outcome as Outcome } : null;
}

/** Keeps what came of a request. */
export async function keepOutcome(
  tx: Tx,
  actor: string,
  key: string,
  inputHash: string,
  outcome: Outcome,
  at: string,
): Promise<void> {
  await tx.db.insert(tx.tables.idempotency).values({ actor, key, inputHash, outcome, at });
}
