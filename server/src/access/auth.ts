// Sign-in and sessions: better-auth over our storage, behind the few things that are asked of it. Everything else that it can do is out of reach.
import { randomUUID } from "node:crypto";
import { Refusal } from "../refusal.ts";
import { type CookieRule, cookieRule } from "./cookie.ts";
import { type AuthParts, calling, engineOf, headersWith, kept } from "./engine.ts";
import { type Invited, joinBy, lookAtLink } from "./joining.ts";
import { endOthers, type Login, loginsOf } from "./logins.ts";
import { checkPassword, emailOf, nameOf } from "./password.ts";
import { endSession, forgetEnded, touchSession } from "./people.ts";
import { type Provider, providerOver } from "./provider.ts";
import type { Role } from "./role.ts";

/** Milliseconds after which a session that nobody uses ends. */
export const IDLE_MS = 12 * 3_600_000;
/** Milliseconds after which the use of a session is noted again: not every request is worth a write. */
const NOTED_MS = 5 * 60_000;

/** A session that counts. */
export interface Session {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: Role;
  /** When it ends at the latest; ISO 8601. */
  expiresAt: string;
}

/** Somebody who is in, with what their browser is to keep. */
export interface SignedIn {
  session: Session;
  /** `Set-Cookie` lines. */
  cookies: string[];
}

/** The doors of sign-in. A `cookie` is the session's, as `name=value`. */
export interface Auth {
  cookie: CookieRule;
  /** The session of a cookie; null when it does not count, or no longer. */
  sessionOf(cookie: string): Promise<Session | null>;
  /** Refuses with UNAUTHENTICATED, in the same words and after the same work, whatever of it is wrong. Ends the session of `cookie`. */
  signIn(email: string, password: string, cookie: string | null): Promise<SignedIn>;
  /** Ends a session; answers the `Set-Cookie` lines that make the browser forget it. */
  signOut(cookie: string | null): Promise<string[]>;
  /** The sessions of whoever has this cookie, the last used first; `here` is its own. Null when it does not count. */
  sessionsOf(cookie: string): Promise<(Login & { here: boolean })[] | null>;
  /** Ends every session of whoever has this cookie, at once: all but its own when `stay`. Answers how many ended, and the `Set-Cookie` lines. */
  signOutEverywhere(cookie: string, stay: boolean): Promise<{ ended: number; cookies: string[] }>;
  /** Whom a link is for. Refuses with NOT_FOUND one that does not work. */
  look(token: string): Promise<Invited>;
  /** Uses a link up and signs its holder in. Refuses with NOT_FOUND, or with INVALID_INPUT whatever is wrong with what they chose. */
  join(given: {
    token: string;
    email: string | null;
    name: string;
    password: string;
  }): Promise<SignedIn>;
  /** Another password, for whoever knows the one they have. Ends every other session of theirs. */
  changePassword(cookie: string, current: string, next: string): Promise<SignedIn>;
  /** Who vouches for people besides passwords; null when nobody does. */
  provider: Provider | null;
}

/** Sign-in over a storage. Nothing is read or made until it is first used. */
export function authOver(parts: AuthParts): Auth {
  const { storage, clock } = parts;
  const cookie = cookieRule(parts.site);
  const engine = kept(() => engineOf(parts, cookie));

  const auth: Auth = {
    cookie,
    provider: providerOver(parts, cookie),
    async sessionOf(given) {
      const { api } = await engine();
      const query = { disableRefresh: true };
      const found = await calling(() => api.getSession({ headers: headersWith(given), query }));
      if (!found) return null;
      const { session, user } = found;
      const now = clock();
      const seen = Date.parse(session.seenAt ?? "") || session.createdAt.getTime();
      const isOver = session.expiresAt <= now || seen + IDLE_MS <= now.getTime();
      if (isOver || user.disabledAt || !user.joinedAt) {
        await storage.write((tx) => endSession(tx, session.id));
        return null;
      }
      if (seen + NOTED_MS <= now.getTime())
        await storage.write((tx) => touchSession(tx, session.id, now.toISOString()));
      return {
        id: session.id,
        userId: user.id,
        name: user.name,
        email: user.email,
        role: user.role as Role,
        expiresAt: session.expiresAt.toISOString(),
      };
    },

    async signIn(email, password, given) {
      const { api } = await engine();
      const body = { email: email.trim().toLowerCase(), password };
      const former = given === null ? null : await auth.sessionOf(given);
      const { headers } = await calling(() =>
        api.signInEmail({ body, headers: new Headers(), returnHeaders: true }),
      );
      await storage.write(async (tx) => {
        if (former) await endSession(tx, former.id);
        await forgetEnded(tx, clock().toISOString());
      });
      return signedIn(headers);
    },

    async signOut(given) {
      const { api } = await engine();
      const { headers } = await calling(() =>
        api.signOut({ headers: headersWith(given), returnHeaders: true }),
      );
      return headers.getSetCookie();
    },

    async sessionsOf(given) {
      const session = await auth.sessionOf(given);
      if (!session) return null;
      const now = clock();
      const idleSince = new Date(now.getTime() - IDLE_MS).toISOString();
      const found = await storage.read((tx) =>
        loginsOf(tx, session.userId, { now: now.toISOString(), idleSince }),
      );
      return found.map((login) => ({ ...login, here: login.id === session.id }));
    },

    async signOutEverywhere(given, stay) {
      const session = await auth.sessionOf(given);
      if (!session) throw new Refusal("UNAUTHENTICATED", "Your session has ended. Sign in again.");
      const ended = await storage.write((tx) => endOthers(tx, session.userId, session.id));
      return stay
        ? { ended, cookies: [] }
        : { ended: ended + 1, cookies: await auth.signOut(given) };
    },

    look: (token) => storage.read((tx) => lookAtLink(tx, token, clock())),

    async join({ token, email, name, password }) {
      const now = clock();
      // Before anything is worked out for whoever has no link.
      const invited = await auth.look(token);
      const chosen = {
        token,
        email: invited.email ?? emailOf(email ?? ""),
        name: nameOf(name),
      };
      checkPassword(password, chosen.email);
      const { $context } = await engine();
      const passwordHash = await (await $context).password.hash(password);
      const joined = await storage.write((tx) =>
        joinBy(tx, { ...chosen, passwordHash }, now, randomUUID),
      );
      return auth.signIn(joined.email, password, null);
    },

    async changePassword(given, current, next) {
      const session = await auth.sessionOf(given);
      if (!session) throw new Refusal("UNAUTHENTICATED", "Your session has ended. Sign in again.");
      checkPassword(next, session.email);
      const { api } = await engine();
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true };
      const { headers } = await calling(() =>
        api.changePassword({ body, headers: headersWith(given), returnHeaders: true }),
      );
      return signedIn(headers);
    },
  };

  /** The session that better-auth has just made. */
  async function signedIn(headers: Headers): Promise<SignedIn> {
    const cookies = headers.getSetCookie();
    const line = cookies.find((each) => each.startsWith(`${cookie.name}=`));
    const session = line ? await auth.sessionOf(line.split(";", 1)[0] ?? "") : null;
    if (!session) throw new Error("better-auth signed somebody in without a session");
    return { session, cookies };
  }
  return auth;
}
