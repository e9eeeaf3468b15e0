// A user's sessions in the database, one beside the other. Neither place nor browser is kept of them: only when tells them apart.
import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";

/** A session that counts. Moments are ISO 8601, UTC. */
export interface Login {
  id: string;
  /** When somebody signed in. */
  createdAt: string;
  /** When it was last used, give or take some minutes. */
  seenAt: string;
  /** When it ends at the latest. */
  expiresAt: string;
}

/** The sessions of a user that had not ended by `now` and were used after `idleSince`, the last used first. As many as somebody signs in. */
export async function loginsOf(
  tx: Tx,
  userId: string,
  { now, idleSince }: { now: string; idleSince: string },
): Promise<Login[]> {
  const { login } = tx.tables;
  const rows = await tx.db
    .select()
    .from(login)
    .where(and(eq(login.userId, userId), gt(login.expiresAt, now)))
    .orderBy(desc(login.createdAt))
    .limit(100);
  return rows
    .map(({ id, createdAt, seenAt, expiresAt }) => ({
      id,
      createdAt,
      seenAt: seenAt ?? createdAt,
      expiresAt,
    }))
    .filter(({ seenAt }) => seenAt > idleSince)
    .sort((one, other) => other.seenAt.localeCompare(one.seenAt));
}

/** Ends every session of a user but one; answers how many there were. */
export async function endOthers(tx: Tx, userId: string, except: string): Promise<number> {
  const { login } = tx.tables;
  const ended = await tx.db
    .delete(login)
    .where(and(eq(login.userId, userId), ne(login.id, except)))
    .returning({ id: login.id });
  return ended.length;
}
