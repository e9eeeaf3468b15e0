// Tokens in the database.
import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";
import type { UserRecord } from "./people.ts";
import type { Role } from "./role.ts";

/** A token as it is kept: everything but the token itself. Moments are ISO 8601, UTC. */
export interface TokenRecord {
  id: string;
  name: string;
  role: Role;
  hash: string;
  prefix: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  /** The hour in which it was last used; null for never, and for one that was used only before this was noted. */
  usedAt: string | null;
  /** Whose it is; null for one made from a terminal. */
  userId: string | null;
}

/** Keeps a new token. */
export async function keepToken(tx: Tx, record: TokenRecord): Promise<void> {
  await tx.db.insert(tx.tables.token).values(record);
}

/** The token with this hash and whose it is, expired and revoked ones included; null if none was given out. */
export async function tokenOfHash(
  tx: Tx,
  hash: string,
): Promise<(TokenRecord & { owner: UserRecord | null }) | null> {
  const { token, user } = tx.tables;
  const [found] = await tx.db
    .select()
    .from(token)
    .leftJoin(user, eq(user.id, token.userId))
    .where(eq(token.hash, hash))
    .limit(1);
  return found ? { ...found.token, owner: found.user } : null;
}

/** One token, whatever became of it; null when there is none. */
export async function tokenOf(tx: Tx, id: string): Promise<TokenRecord | null> {
  const { token } = tx.tables;
  const [record] = await tx.db.select().from(token).where(eq(token.id, id)).limit(1);
  return record ?? null;
}

/** Notes the hour in which a token was last used. */
export async function noteUse(tx: Tx, id: string, hour: string): Promise<void> {
  const { token } = tx.tables;
  const isLater = or(isNull(token.usedAt), lt(token.usedAt, hour));
  await tx.db
    .update(token)
    .set({ usedAt: hour })
    .where(and(eq(token.id, id), isLater));
}

/** Revokes every token of a user. */
export async function revokeTokensOf(tx: Tx, userId: string, at: string): Promise<void> {
  const { token } = tx.tables;
  await tx.db
    .update(token)
    .set({ revokedAt: sql`coalesce(${token.revokedAt}, ${at})` })
    .where(eq(token.userId, userId));
}

/** All tokens, the newest first. */
export async function allTokens(tx: Tx): Promise<TokenRecord[]> {
  const records = await tx.db.select().from(tx.tables.token);
  return records.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** Ends a token now; one that has ended already keeps its moment. Answers whether there is such a token. */
export async function revokeToken(tx: Tx, id: string, at: string): Promise<boolean> {
  const ended = await tx.db
    .update(tx.tables.token)
    .set({ revokedAt: sql`coalesce(${tx.tables.token.revokedAt}, ${at})` })
    .where(eq(tx.tables.token.id, id))
    .returning({ id: tx.tables.token.id });
  return ended.length > 0;
}
