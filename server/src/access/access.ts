// The door of the room: who sends a request, and making tokens.
import { ANONYMOUS, type Viewer } from "../graphql/context.ts";
import { Refusal } from "../refusal.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import type { Auth } from "./auth.ts";
import { atMost, type Role } from "./role.ts";
import { keepToken, noteUse, type TokenRecord, tokenOfHash } from "./store.ts";
import { hashOfToken, hintOfToken, idOfHash, isWellFormed, mintToken } from "./token.ts";

export { type Auth, authOver, type Session, type SignedIn } from "./auth.ts";
export { type CookieRule, isLoopback, sessionCookieIn } from "./cookie.ts";
export { firstLink, giveLink, LINK_BYTES, pathOfLink } from "./joining.ts";
export { gateTo, RIGHTS, type Right, verdictOn } from "./rights.ts";
export { ROLES, type Role, requireRole } from "./role.ts";
export { allTokens, revokeToken, type TokenRecord } from "./store.ts";
export { RANDOM_BYTES } from "./token.ts";

/**
 * Who sends a request with this `Authorization` header. Never throws for a bad token: the viewer carries the refusal, so that reading stays
 * open and whatever needs a role says what is wrong with the token.
 */
export async function viewerOf(
  storage: Storage,
  authorization: string | undefined,
  now: Date,
): Promise<Viewer> {
  if (authorization === undefined) return ANONYMOUS;
  const [scheme, token, ...rest] = authorization.trim().split(/\s+/);
  if (scheme?.toLowerCase() !== "bearer" || token === undefined || rest.length > 0) {
    return refused("The Authorization header must read `Bearer ent_…`.");
  }
  if (!isWellFormed(token)) {
    return refused(
      "This is not a token of this server: a character is missing or mistyped. Copy it whole.",
    );
  }
  const record = await storage.read((tx) => tokenOfHash(tx, hashOfToken(token)));
  if (record === null || record.owner?.disabledAt)
    return refused("This server has given out no such token. Ask an admin for one.");
  if (record.revokedAt !== null) {
    return refused(
      `The token “${record.name}” was revoked on ${record.revokedAt.slice(0, 10)}. Ask an admin for a new one.`,
    );
  }
  if (record.expiresAt !== null && record.expiresAt <= now.toISOString()) {
    return refused(
      `The token “${record.name}” expired on ${record.expiresAt.slice(0, 10)}. Ask an admin for a new one.`,
    );
  }
  noteOnce(storage, record, hourOf(now));
  const { owner, expiresAt } = record;
  return {
    name: owner?.name ?? record.name,
    email: owner?.email ?? null,
    // Whose role shrank has no stronger hand left in a token.
    role: owner ? lesser(owner.role, record.role) : record.role,
    via: "TOKEN",
    userId: owner?.id ?? null,
    expiresAt,
    refused: null,
  };
}

/** Who sends a request with this cookie. One that does not count carries the refusal, as a bad token does. */
export async function viewerOfSession(auth: Auth, cookie: string): Promise<Viewer> {
  const session = await auth.sessionOf(cookie);
  if (!session) return refused("Your session has ended. Sign in again.", "SESSION");
  const { name, email, role, userId, expiresAt } = session;
  return { name, email, role, via: "SESSION", userId, expiresAt, refused: null };
}

/** The hour that each token of a database was last noted in, or is being, so that none is noted twice while that is under way. */
const noted = new WeakMap<Storage, Map<string, string>>();

/**
 * Notes the hour in which a token was last used, once: not every request is worth a write, and the hour is enough to tell whether anybody still
 * needs it. Nobody waits for it, since a read must not wait for the writes of others, nor fail with them: what is not noted now is with the next use.
 */
function noteOnce(storage: Storage, { id, usedAt }: TokenRecord, hour: string): void {
  const hours = noted.get(storage) ?? new Map<string, string>();
  noted.set(storage, hours);
  if ((usedAt ?? "") >= hour || (hours.get(id) ?? "") >= hour) return;
  hours.set(id, hour);
  storage.write((tx) => noteUse(tx, id, hour)).catch(() => hours.delete(id));
}

/** The hour that a moment lies in: `2026-01-05T08:00:00.000Z`. */
function hourOf(now: Date): string {
  return `${now.toISOString().slice(0, 13)}:00:00.000Z`;
}

function lesser(a: Role, b: Role): Role {
  return atMost(a, b) ? a : b;
}

function refused(message: string, via: Viewer["via"] = "TOKEN"): Viewer {
  return { ...ANONYMOUS, via, refused: new Refusal("UNAUTHENTICATED", message) };
}

/** What a new token is to be. `days` counts from now; null for one that does not end. */
export interface TokenWish {
  name: string;
  role: Role;
  days: number | null;
  /** Whose it is; nobody's when left out. */
  userId?: string;
}

/** Makes and keeps a token; answers its text, which is never to be had again. `random` are at least `RANDOM_BYTES` random bytes. */
export async function createToken(
  tx: Tx,
  wish: TokenWish,
  now: Date,
  random: Uint8Array,
): Promise<string> {
  const name = wish.name.trim();
  if (name === "" || name.length > 80 || /\p{Cc}/u.test(name)) {
    throw new Refusal(
      "INVALID_INPUT",
      "A token needs a name of 1 to 80 characters, in one line: it stands in the history beside what it changes.",
      { path: ["name"] },
    );
  }
  const token = mintToken(random);
  const ends = wish.days === null ? null : new Date(now.getTime() + wish.days * 86_400_000);
  const hash = hashOfToken(token);
  await keepToken(tx, {
    id: idOfHash(hash),
    name,
    role: wish.role,
    hash,
    prefix: hintOfToken(token),
    createdAt: now.toISOString(),
    expiresAt: ends?.toISOString() ?? null,
    revokedAt: null,
    usedAt: null,
    userId: wish.userId ?? null,
  });
  return token;
}
