// better-auth over our storage, as far as it is used here: passwords and sessions, and whatever a provider adds.
import { randomBytes } from "node:crypto";
import { APIError } from "better-auth/api";
import { type BetterAuthOptions, betterAuth } from "better-auth/minimal";
import { isRefusal, Refusal } from "../refusal.ts";
import type { Storage } from "../storage/storage.ts";
import { adapterOver } from "./adapter.ts";
import type { CookieRule } from "./cookie.ts";
import { secretOf } from "./keys.ts";
import { PASSWORD } from "./password.ts";

/** Seconds after which a session ends, however much it is used. */
const SESSION_S = 7 * 86_400;

/** What sign-in is made of. */
export interface AuthParts {
  storage: Storage;
  clock: () => Date;
  /** The origin of the site; undefined where it is not told, and so this machine's own. */
  site?: string | undefined;
  /** What cookies are signed with; made once and kept in the database when left out. */
  secret?: string | undefined;
  /** Who vouches for people besides passwords; nobody when left out. */
  provider?: ProviderConfig | undefined;
}

/** A provider of OpenID Connect. */
export interface ProviderConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What people call it. */
  name: string;
}

/** What a provider adds. */
type More = Pick<BetterAuthOptions, "plugins" | "onAPIError"> & {
  validateUserInfo?: NonNullable<BetterAuthOptions["user"]>["validateUserInfo"];
};

/** One better-auth. It reads nothing before it is first called, but for the secret. */
export async function engineOf(
  { storage, clock, site, secret }: AuthParts,
  { prefix, secure }: CookieRule,
  { validateUserInfo, ...more }: More = {},
) {
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
      ...(validateUserInfo && { validateUserInfo }),
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
    // What a provider says of somebody is not kept but for who they are there.
    account: { updateAccountOnSignIn: false },
    databaseHooks: {
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null, scope: null },
          }),
        },
      },
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
    ...more,
  });
}

/** The headers of a request that has this cookie. */
export function headersWith(cookie: string | null): Headers {
  return new Headers(cookie === null ? {} : { cookie });
}

/** Calls better-auth; its expected "no" comes out as ours, and so does one of ours that it has wrapped. */
export async function calling<T>(call: () => Promise<T>): Promise<T> {
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
    if (code === "CREDENTIAL_ACCOUNT_NOT_FOUND") {
      throw new Refusal(
        "INVALID_INPUT",
        "You have no password here. An admin can give you a link that sets one.",
        { path: ["currentPassword"] },
      );
    }
    if (code === "INVALID_PASSWORD") {
      throw new Refusal("INVALID_INPUT", "The password you have now is another one.", {
        path: ["currentPassword"],
      });
    }
    throw error;
  }
}

/** Made when it is first asked for, and the same ever after, unless it failed. */
export function kept<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
