// Users and their sessions in the database.
import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";
import type { Role } from "./role.ts";

/** A user as they are kept. Moments are ISO 8601, UTC. */
export interface UserRecord {
  id: string;
  /** Empty until they have joined. */
  name: string;
  email: string;
  role: Role;
  createdAt: string;
  joinedAt: string | null;
  disabledAt: string | null;
}

/** What is known of a user when they are put down. */
export interface NewUser {
  id: string;
  email: string;
  role: Role;
  at: string;
  /** A name for them to keep or to change, when they join. */
  name?: string;
}

/** Puts a user down who has yet to join. Their address is believed: an admin wrote it, or they hold the first admin's link. */
export async function insertUser(
  tx: Tx,
  { id, email, role, at, name = "" }: NewUser,
): Promise<void> {
  await tx.db.insert(tx.tables.user).values({
    id,
    name,
    email,
    emailVerified: true,
    role,
    createdAt: at,
    updatedAt: at,
  });
}

/** The user with this id; null when there is none. */
export async function userOf(tx: Tx, id: string): Promise<UserRecord | null> {
  const { user } = tx.tables;
  const [record] = await tx.db.select().from(user).where(eq(user.id, id)).limit(1);
  return record ?? null;
}

/** The user with this address, in small letters; null when there is none. */
export async function userOfEmail(tx: Tx, email: string): Promise<UserRecord | null> {
  const { user } = tx.tables;
  const [record] = await tx.db.select().from(user).where(eq(user.email, email)).limit(1);
  return record ?? null;
}

/** Every user, the oldest first. There are as many as a desk has seats. */
export async function allUsers(tx: Tx): Promise<UserRecord[]> {
  const { user } = tx.tables;
  return tx.db.select().from(user).orderBy(user.createdAt, user.id);
}

/** Whether there is anybody at all, joined or not. */
export async function isAnybody(tx: Tx): Promise<boolean> {
  const { user } = tx.tables;
  const some = await tx.db.select({ id: user.id }).from(user).limit(1);
  return some.length > 0;
}

/** How many admins can come in. */
export async function countAdmins(tx: Tx): Promise<number> {
  const { user } = tx.tables;
  const isIn = and(eq(user.role, "ADMIN"), isNotNull(user.joinedAt), isNull(user.disabledAt));
  return tx.db.$count(user, isIn);
}

/** Writes down that a user has joined, or joined anew: their name, and that they may come in. */
export async function markJoined(tx: Tx, id: string, name: string, at: string): Promise<void> {
  const { user } = tx.tables;
  const joinedAt = sql`coalesce(${user.joinedAt}, ${at})`;
  await tx.db
    .update(user)
    .set({ name, joinedAt, disabledAt: null, updatedAt: at })
    .where(eq(user.id, id));
}

/** Gives a user the password of this hash, and no other. */
export async function setPassword(
  tx: Tx,
  { id, userId, hash, at }: { id: string; userId: string; hash: string; at: string },
): Promise<void> {
  const { account } = tx.tables;
  await tx.db
    .delete(account)
    .where(and(eq(account.userId, userId), eq(account.providerId, "credential")));
  await tx.db.insert(account).values({
    id,
    accountId: userId,
    providerId: "credential",
    userId,
    password: hash,
    createdAt: at,
    updatedAt: at,
  });
}

/** Gives a user another role. */
export async function setRole(tx: Tx, id: string, role: Role, at: string): Promise<void> {
  const { user } = tx.tables;
  await tx.db.update(user).set({ role, updatedAt: at }).where(eq(user.id, id));
}

/** Lets a user in no more: their password and whatever else they came by are gone. */
export async function disable(tx: Tx, id: string, at: string): Promise<void> {
  const { account, user } = tx.tables;
  await tx.db.delete(account).where(eq(account.userId, id));
  await tx.db.update(user).set({ disabledAt: at, updatedAt: at }).where(eq(user.id, id));
}

/** Removes somebody who never joined, with their link. */
export async function removeUser(tx: Tx, id: string): Promise<void> {
  const { user } = tx.tables;
  await tx.db.delete(user).where(eq(user.id, id));
}

/** Ends every session of a user. */
export async function endSessions(tx: Tx, userId: string): Promise<void> {
  const { login } = tx.tables;
  await tx.db.delete(login).where(eq(login.userId, userId));
}

/** Ends one session. */
export async function endSession(tx: Tx, id: string): Promise<void> {
  const { login } = tx.tables;
  await tx.db.delete(login).where(eq(login.id, id));
}

/** Forgets the sessions that have ended by themselves. */
export async function forgetEnded(tx: Tx, at: string): Promise<void> {
  const { login } = tx.tables;
  await tx.db.delete(login).where(lte(login.expiresAt, at));
}

/** Notes that a session was used. */
export async function touchSession(tx: Tx, id: string, at: string): Promise<void> {
  const { login } = tx.tables;
  await tx.db.update(login).set({ seenAt: at }).where(eq(login.id, id));
}
