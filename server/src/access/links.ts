// Links by which somebody joins, in the database: their hash alone.
import { eq, isNull } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";

/** A link as it is kept. Moments are ISO 8601, UTC. */
export interface LinkRecord {
  id: string;
  hash: string;
  /** Whose it is; null for the first admin's. */
  userId: string | null;
  /** Who gave it out. */
  by: string;
  createdAt: string;
  expiresAt: string;
}

/** Keeps a link, in place of every other that its user had. */
export async function keepLink(tx: Tx, record: LinkRecord): Promise<void> {
  const { joinLink } = tx.tables;
  const { userId } = record;
  const others = userId === null ? isNull(joinLink.userId) : eq(joinLink.userId, userId);
  await tx.db.delete(joinLink).where(others);
  await tx.db.insert(joinLink).values(record);
}

/** The link with this hash, whether it has ended or not; null when there is none. */
export async function linkOfHash(tx: Tx, hash: string): Promise<LinkRecord | null> {
  const { joinLink } = tx.tables;
  const [record] = await tx.db.select().from(joinLink).where(eq(joinLink.hash, hash)).limit(1);
  return record ?? null;
}

/** Takes a link away. */
export async function removeLink(tx: Tx, id: string): Promise<void> {
  const { joinLink } = tx.tables;
  await tx.db.delete(joinLink).where(eq(joinLink.id, id));
}

/** Takes every link of a user away. */
export async function removeLinksOf(tx: Tx, userId: string): Promise<void> {
  const { joinLink } = tx.tables;
  await tx.db.delete(joinLink).where(eq(joinLink.userId, userId));
}
