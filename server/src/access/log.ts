// What became of users and tokens, in the database.
import { max } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";

/** What can become of them. */
export const ACCESS_ACTIONS = [
  "INVITE",
  "REVOKE_INVITATION",
  "JOIN",
  "GIVE_LINK",
  "SET_ROLE",
  "DISABLE",
  "CREATE_TOKEN",
  "REVOKE_TOKEN",
] as const;

/** One of them. */
export type AccessAction = (typeof ACCESS_ACTIONS)[number];

/** One of them, as it was done. `at` is a moment, ISO 8601, UTC. */
export interface AccessChange {
  at: string;
  by: string;
  action: AccessAction;
  /** Whom or what it was done to, as people know it. */
  subject: string;
  detail: string | null;
}

/** Writes one down. */
export async function noteAccess(tx: Tx, change: AccessChange): Promise<void> {
  const { accessChange } = tx.tables;
  const [last] = await tx.db.select({ id: max(accessChange.id) }).from(accessChange);
  // PostgreSQL answers the greatest of large numbers as text.
  await tx.db.insert(accessChange).values({ ...change, id: Number(last?.id ?? 0) + 1 });
}
