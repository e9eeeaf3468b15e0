// Sign-in and sessions: better-auth over our storage, behind the few things that are asked of it. Everything else that it can do is out of reach.
import { randomBytes, randomUUID } from "node:crypto";
import { APIError } from "better-auth/api";
import { betterAuth } from "better-auth/minimal";
import { isRefusal, Refusal } from "../refusal.ts";
import type { Storage } from "../storage/storage.ts";
import { adapterOver } from "./adapter.ts";
import { type CookieRule, cookieRule } from "./cookie.ts";
import { type Invited, joinBy, lookAtLink } from "./joining.ts";
import { secretOf } from "./keys.ts";
import { checkPassword, emailOf, nameOf, PASSWORD } from "./password.ts";
import { endSession, touchSession } from "./people.ts";
import type { Role } from "./role.ts";

/** Seconds after which a session ends, however much it is used. */
export const SESSION_S = 7 * 86_400;
/** Milliseconds after which a session that nobody uses ends. */
export const IDLE_MS = 12 * 3_600_000;
/** Milliseconds after which the use of a session is noted again: not every request is worth a write. */
const NOTED_MS = 5 * 60_000;

/** What sign-in is made of. */
export interface AuthParts {
  storage: Storage;
  clock: () => Date;
  /** The origin of the site; undefined where it is not told, and so this machine's own. */
  site?: string | undefined;
  /** What cookies are signed with; made once and kept in the database when left out. */
  secret?: string | undefined;
}

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
}

/** Sign-in over a storage. Nothing is read or made until it is first used. */
export function authOver(parts: AuthParts): Auth {
  const { storage, clock } = parts;
  const cookie = cookieRule(parts.site);
  let making: ReturnType<typeof make> | undefined;
  const engine = () => {
    making ??= make(parts, cookie).catch((error) => {
      making = undefined;
      throw error;
    });
    return making;
  };

  const auth: Auth = {
    cookie,
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
      if (former) await storage.write((tx) => endSession(tx, former.id));
      return signedIn(headers);
    },

    async signOut(given) {
      const { api } = await engine();
      const { headers } = await calling(() =>
        api.signOut({ headers: headersWith(given), returnHeaders: true }),
      );
      return headers.getSetCookie();
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

async function make({ storage, clock, site, secret }: AuthParts, { prefix, secure }: CookieRule) {
  const made = randomBytes(32).toString("base64url");
  const optional = { type: "string", required: false, input: false } as const;
  return betterAuth({
    // Only paths are read off it: whom we answer is never taken from a request.
    baseURL: site ?? "http://localhost",
    basePath: "/auth",
    secret: secret ?? (await storage.write((tx) => secretOf(tx, made))),
    database: adapterOver(storage),
    emailAndPassword: {
      enabled: true,
      // Users come by a link.
      disableSignUp: true,
      minPasswordLength: PASSWORD.least,
      maxPasswordLength: PASSWORD.most,
    },
    user: {
      additionalFields: {
        role: { type: "string", required: true, input: false },
        joinedAt: optional,
        disabledAt: optional,
      },
    },
    session: {
      modelName: "login",
      expiresIn: SESSION_S,
      disableSessionRefresh: true,
      additionalFields: { seenAt: optional },
    },
    verification: { storeIdentifier: "hashed" },
    databaseHooks: {
      session: {
        create: {
          // Where somebody sits and what they use is not kept.
          before: async (session) => ({
            data: { ...session, seenAt: clock().toISOString(), userAgent: null },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: prefix,
      // Its own prefix would be the weaker `__Secure-`.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
    },
    // Counted by us, by address and by account, wherever a request comes in.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

function headersWith(cookie: string | null): Headers {
  return new Headers(cookie === null ? {} : { cookie });
}

/** Calls better-auth; its expected "no" comes out as ours, and so does one of ours that it has wrapped. */
async function calling<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof APIError)) throw error;
    if (isRefusal(error.cause)) throw error.cause;
    const code = error.body?.code;
    if (code === "INVALID_EMAIL_OR_PASSWORD" || code === "INVALID_EMAIL") {
      throw new Refusal("UNAUTHENTICATED", "The e-mail address or the password is wrong.");
    }
    if (code === "PASSWORD_TOO_LONG") {
      throw new Refusal("INVALID_INPUT", `A password has at most ${PASSWORD.most} characters.`, {
        path: ["password"],
      });
    }
    if (code === "INVALID_PASSWORD") {
      throw new Refusal("INVALID_INPUT", "The password you have now is another one.", {
        path: ["currentPassword"],
      });
    }
    throw error;
  }
}
