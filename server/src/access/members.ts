// What admins do about users. Each within the transaction it is given, written down with who did it, and refused with a sentence.
import { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { giveLink, LINK_MS, refuseTaken } from "./joining.ts";
import { removeLinksOf } from "./links.ts";
import { type AccessAction, noteAccess } from "./log.ts";
import {
  countAdmins,
  disable,
  endSessions,
  insertUser,
  removeUser,
  setRole,
  type UserRecord,
  userOf,
  userOfEmail,
} from "./people.ts";
import type { Role } from "./role.ts";
import { revokeTokensOf } from "./store.ts";

/** Who does it and when, with what chance there is. */
export interface Doing {
  by: string;
  now: Date;
  /** At least `LINK_BYTES` random bytes. */
  random: Uint8Array;
  /** An id that nobody has. */
  id: string;
}

/** A link that was given out. */
export interface GivenLink {
  token: string;
  /** A moment, ISO 8601. */
  expiresAt: string;
}

/** Somebody to be invited. Their address is in small letters. */
export interface Wanted {
  email: string;
  role: Role;
  /** A name for them to keep or to change. */
  name?: string;
}

/** Invites somebody, or again whoever has not joined. Refuses with INVALID_INPUT who is in already. */
export async function invite(tx: Tx, wanted: Wanted, doing: Doing): Promise<GivenLink> {
  const { email, role, name } = wanted;
  const at = doing.now.toISOString();
  const known = await userOfEmail(tx, email);
  if (known?.joinedAt) {
    throw new Refusal(
      "INVALID_INPUT",
      `${email} is here already, as ${known.name}. Give them another role or a new link instead.`,
      { path: ["email"] },
    );
  }
  if (name !== undefined) await refuseTaken(tx, name, known?.id ?? null);
  if (known) await setRole(tx, known.id, role, at);
  else await insertUser(tx, { id: doing.id, email, role, at, ...(name && { name }) });
  const given = await linkFor(tx, known?.id ?? doing.id, doing);
  await note(tx, "INVITE", email, doing, role.toLowerCase());
  return given;
}

/** Takes back the invitation of somebody who has not joined; answers their address. Refuses with NOT_FOUND any other. */
export async function revokeInvitation(tx: Tx, id: string, doing: Doing): Promise<string> {
  const user = await userOf(tx, id);
  if (!user || user.joinedAt) {
    throw new Refusal("NOT_FOUND", "There is no such invitation: it was used or taken back.", {
      path: ["invitationId"],
    });
  }
  await removeUser(tx, id);
  await note(tx, "REVOKE_INVITATION", user.email, doing);
  return user.email;
}

/** A link for somebody who is to choose another password. */
export async function giveUserLink(tx: Tx, user: UserRecord, doing: Doing): Promise<GivenLink> {
  const given = await linkFor(tx, user.id, doing);
  await note(tx, "GIVE_LINK", user.email, doing);
  return given;
}

/** Gives a user another role, and ends their sessions if it is another. Refuses with INVALID_INPUT to leave no admin. */
export async function changeRole(tx: Tx, user: UserRecord, role: Role, doing: Doing) {
  if (user.role === role) return;
  if (role !== "ADMIN") await keepAnAdmin(tx, user, ["role"]);
  await setRole(tx, user.id, role, doing.now.toISOString());
  await endSessions(tx, user.id);
  const detail = `${user.role.toLowerCase()} to ${role.toLowerCase()}`;
  await note(tx, "SET_ROLE", user.email, doing, detail);
}

/** Lets a user in no more. Refuses with INVALID_INPUT to leave no admin. */
export async function shutOut(tx: Tx, user: UserRecord, doing: Doing): Promise<void> {
  if (user.disabledAt) return;
  await keepAnAdmin(tx, user, ["userId"]);
  const at = doing.now.toISOString();
  await disable(tx, user.id, at);
  await removeLinksOf(tx, user.id);
  await endSessions(tx, user.id);
  await revokeTokensOf(tx, user.id, at);
  await note(tx, "DISABLE", user.email, doing);
}

/** The user with this id who has joined. Refuses with NOT_FOUND. */
export async function memberOf(tx: Tx, id: string): Promise<UserRecord> {
  const user = await userOf(tx, id);
  if (user?.joinedAt) return user;
  throw new Refusal("NOT_FOUND", "There is no user with this id. `users` lists them.", {
    path: ["userId"],
  });
}

async function linkFor(tx: Tx, userId: string, { by, now, random }: Doing): Promise<GivenLink> {
  const token = await giveLink(tx, { userId, by }, now, random);
  return { token, expiresAt: new Date(now.getTime() + LINK_MS).toISOString() };
}

async function keepAnAdmin(tx: Tx, user: UserRecord, path: string[]): Promise<void> {
  const isOne = user.role === "ADMIN" && user.joinedAt !== null && user.disabledAt === null;
  if (!isOne || (await countAdmins(tx)) > 1) return;
  throw new Refusal(
    "INVALID_INPUT",
    `${user.name} is the last admin: make somebody else an admin first.`,
    { path },
  );
}

function note(
  tx: Tx,
  action: AccessAction,
  subject: string,
  { by, now }: Doing,
  detail: string | null = null,
): Promise<void> {
  return noteAccess(tx, { at: now.toISOString(), by, action, subject, detail });
}
