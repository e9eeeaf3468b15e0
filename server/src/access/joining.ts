// How somebody comes in for the first time: by a link that works once, for a day, and lets them choose their own password. The same link, given
// to somebody who is in already, lets them choose another.
import { createHash } from "node:crypto";
import { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { keepLink, type LinkRecord, linkOfHash, removeLink } from "./links.ts";
import { noteAccess } from "./log.ts";
import {
  allUsers,
  endSessions,
  insertUser,
  isAnybody,
  markJoined,
  setPassword,
  userOf,
} from "./people.ts";
import type { Role } from "./role.ts";
import { allTokens } from "./store.ts";

/** Random bytes of a link. */
export const LINK_BYTES = 32;
/** Milliseconds for which a link works. */
export const LINK_MS = 86_400_000;

const SHAPE = /^[\w-]{43}$/;

/** Gives out a link for a user, or for the first admin, in place of any other of theirs; answers its secret part, which is never to be had again. */
export async function giveLink(
  tx: Tx,
  { userId, by }: { userId: string | null; by: string },
  now: Date,
  random: Uint8Array,
): Promise<string> {
  if (random.length < LINK_BYTES) throw new Error("Too few random bytes for a link");
  const token = Buffer.from(random.subarray(0, LINK_BYTES)).toString("base64url");
  const hash = hashOf(token);
  await keepLink(tx, {
    id: hash.slice(0, 16),
    hash,
    userId,
    by,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + LINK_MS).toISOString(),
  });
  return token;
}

/** The path that a link's holder opens. */
export function pathOfLink(token: string): string {
  return `/join/${token}`;
}

/** A link for the first admin, while there is nobody at all; null once there is. */
export async function firstLink(tx: Tx, now: Date, random: Uint8Array): Promise<string | null> {
  if (await isAnybody(tx)) return null;
  return giveLink(tx, { userId: null, by: "the first start" }, now, random);
}

/** Whom a link is for. */
export interface Invited {
  /** Null when the holder is to give their own: the first admin. */
  email: string | null;
  /** The name they have; empty when they have yet to join. */
  name: string;
  role: Role;
  /** Whether they are in already, and choose another password. */
  again: boolean;
  /** A moment, ISO 8601. */
  expiresAt: string;
}

/** Whom a link is for. Refuses with NOT_FOUND one that does not work, for whatever reason. */
export async function lookAtLink(tx: Tx, token: string, now: Date): Promise<Invited> {
  const { link, user } = await linkOf(tx, token, now);
  return {
    email: user?.email ?? null,
    name: user?.name ?? "",
    role: user?.role ?? "ADMIN",
    again: user !== null && user.joinedAt !== null,
    expiresAt: link.expiresAt,
  };
}

/** What the holder of a link gives of themselves, checked. */
export interface Joining {
  token: string;
  /** Only the first admin's counts; everybody else has one already. */
  email: string | null;
  name: string;
  /** Of the password. */
  passwordHash: string;
}

/** Lets the holder of a link in: uses it up, keeps name and password, ends what sessions there were. Answers their address. */
export async function joinBy(
  tx: Tx,
  { token, email, name, passwordHash }: Joining,
  now: Date,
  id: () => string,
): Promise<{ userId: string; email: string }> {
  const at = now.toISOString();
  const { link, user } = await linkOf(tx, token, now);
  await refuseTaken(tx, name, user?.id ?? null);
  const userId = user?.id ?? id();
  const address = user?.email ?? email;
  if (address === null) {
    throw new Refusal(
      "INVALID_INPUT",
      "Give your e-mail address: you will sign in by it.",
      EMAIL_PATH,
    );
  }
  if (!user) await insertUser(tx, { id: userId, email: address, role: "ADMIN", at });
  await removeLink(tx, link.id);
  await endSessions(tx, userId);
  await setPassword(tx, { id: id(), userId, hash: passwordHash, at });
  await markJoined(tx, userId, name, at);
  const detail = user?.joinedAt ? "chose another password" : null;
  await noteAccess(tx, { at, by: name, action: "JOIN", subject: address, detail });
  return { userId, email: address };
}

const EMAIL_PATH = { path: ["email"] };

async function linkOf(tx: Tx, token: string, now: Date) {
  const link = SHAPE.test(token) ? await linkOfHash(tx, hashOf(token)) : null;
  const user = link?.userId ? await userOf(tx, link.userId) : null;
  const isGood = link !== null && link.expiresAt > now.toISOString() && (await isMeant(tx, link));
  if (isGood) return { link, user };
  throw new Refusal(
    "NOT_FOUND",
    "This link does not work: it was used, replaced by another, or is older than a day. Ask an admin for a new one.",
  );
}

/** The first admin's link counts only while there is nobody. */
async function isMeant(tx: Tx, link: LinkRecord): Promise<boolean> {
  return link.userId !== null || !(await isAnybody(tx));
}

/** Refuses with INVALID_INPUT a name that another user has, or a token that is nobody's: the history could not tell them apart. */
export async function refuseTaken(tx: Tx, name: string, except: string | null): Promise<void> {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  const others = (await allUsers(tx)).filter(({ id }) => id !== except);
  const nobodys = (await allTokens(tx)).filter(({ userId }) => userId === null);
  if (![...others, ...nobodys].some((other) => same(other.name))) return;
  throw new Refusal(
    "INVALID_INPUT",
    `Somebody here, or a token, is called “${name}” already. Add an initial or a second name, so that the history tells you apart.`,
    { path: ["name"] },
  );
}

/** Refuses with INVALID_INPUT a user's name for a token that is nobody's: what it does would stand in the history as theirs. */
export async function refuseUsersName(tx: Tx, name: string): Promise<void> {
  const user = (await allUsers(tx)).find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!user) return;
  throw new Refusal(
    "INVALID_INPUT",
    `“${name}” is a user here: what this token does would stand in the history as theirs. Name it after what it is for. They make tokens of their own at /account.`,
    { path: ["name"] },
  );
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
