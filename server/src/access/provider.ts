// Sign-in by a provider of OpenID Connect: it vouches for an address, and whoever has that address here comes in. It brings nobody new.
//
//   begin ─ the browser goes to the provider ─ and comes back with a code ─ end ─┬─ a user here: a session
//                                                                              ├─ invited: they have joined by that
//                                                                              └─ anybody else: /sign-in?error=unknown
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { Refusal } from "../refusal.ts";
import type { Storage } from "../storage/storage.ts";
import type { CookieRule } from "./cookie.ts";
import { type AuthParts, calling, engineOf, kept } from "./engine.ts";
import { removeLinksOf } from "./links.ts";
import { noteAccess } from "./log.ts";
import { LONGEST_NAME } from "./password.ts";
import { allUsers, markJoined, userOfEmail } from "./people.ts";

/** What the provider is called in addresses. */
export const PROVIDER = "oidc";

/** Milliseconds in which the provider must have said how it is spoken to. */
const DISCOVERY_MS = 10_000;

/** Where to send a browser, with what it is to keep. */
export interface Sent {
  url: string;
  /** `Set-Cookie` lines. */
  cookies: string[];
}

/** Somebody who vouches for people. */
export interface Provider {
  /** What people call it. */
  name: string;
  /** Begins: where the browser goes, to come back to the path `to`. Refuses with UNAVAILABLE while the provider cannot be reached. */
  begin(to: string): Promise<Sent>;
  /** Ends: where the browser goes now that it has come back. `query` is what stood in the address, `cookie` all of its cookies. */
  end(query: string, cookie: string): Promise<Sent>;
}

/** The provider that is set; null when none is. */
export function providerOver(parts: AuthParts, cookie: CookieRule): Provider | null {
  const { site, provider, storage, clock } = parts;
  if (!provider || site === undefined) return null;
  const { issuer, clientId, clientSecret, name } = provider;
  const back = `${site}/sign-in`;
  const oauth = genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        disableSignUp: true,
        requireIdTokenVerification: true,
      },
    ],
  });
  // Apart from the one for passwords: a provider that is down keeps nobody else out.
  const engine = kept(() =>
    engineOf(parts, cookie, {
      plugins: [oauth],
      onAPIError: { errorURL: back },
      validateUserInfo: async ({ user }) => {
        const isIn = await admit(storage, String(user.email), user.name, clock());
        return isIn ? undefined : { error: "disabled" };
      },
    }),
  );
  const reached = async () => {
    const made = await engine();
    await inTime(made.$context, name);
    return made;
  };

  return {
    name,
    async begin(to) {
      const { api } = await reached();
      const body = {
        provider: PROVIDER,
        callbackURL: site + to,
        errorCallbackURL: back,
        disableRedirect: true,
      };
      const { headers, response } = await calling(() =>
        api.signInSocial({ body, headers: new Headers(), returnHeaders: true }),
      ).catch(() => {
        throw unreached(name);
      });
      if (!response.url) throw unreached(name);
      return { url: response.url, cookies: headers.getSetCookie() };
    },

    async end(query, given) {
      const { handler } = await reached();
      // From our own name for the site, whatever the request calls it.
      const request = new Request(`${site}/auth/callback/${PROVIDER}?${query}`, {
        headers: { cookie: given },
      });
      const response = await handler(request);
      const location = response.headers.get("location") ?? back;
      return { url: plainly(location, back), cookies: response.headers.getSetCookie() };
    },
  };
}

/** Whether whoever has this address may come in; joins them if they were invited. */
async function admit(
  storage: Storage,
  email: string,
  called: string | undefined,
  now: Date,
): Promise<boolean> {
  return storage.write(async (tx) => {
    const user = await userOfEmail(tx, email.toLowerCase());
    if (!user || user.disabledAt) return false;
    if (user.joinedAt) return true;
    const at = now.toISOString();
    const taken = (await allUsers(tx)).filter(({ id }) => id !== user.id).map(({ name }) => name);
    const name = user.name || freeName(called?.trim() || email, taken);
    await markJoined(tx, user.id, name, at);
    await removeLinksOf(tx, user.id);
    const detail = "by the provider";
    await noteAccess(tx, { at, by: name, action: "JOIN", subject: user.email, detail });
    return true;
  });
}

/** The name, with a number behind it where others have it. */
function freeName(name: string, taken: readonly string[]): string {
  const short = name.replace(/[\p{Cc}\p{Cf}]/gu, "").slice(0, LONGEST_NAME - 4);
  const all = new Set(taken.map((each) => each.toLowerCase()));
  for (let number = 1; ; number++) {
    const tried = number === 1 ? short : `${short} ${number}`;
    if (!all.has(tried.toLowerCase())) return tried;
  }
}

/** An address that says in one of two words what went wrong: the rest is for nobody outside. */
function plainly(location: string, back: string): string {
  const { searchParams, origin, pathname } = new URL(location);
  const error = searchParams.get("error");
  if (error === null || `${origin}${pathname}` !== back) return location;
  const isUnknown = [
    "disabled",
    "signup_disabled",
    "account_not_linked",
    "email_not_found",
  ].includes(error);
  return `${back}?error=${isUnknown ? "unknown" : "failed"}`;
}

function unreached(name: string): Refusal {
  return new Refusal(
    "UNAVAILABLE",
    `${name} cannot be reached just now. Try again, or sign in with a password.`,
  );
}

async function inTime<T>(work: Promise<T>, name: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(unreached(name)), DISCOVERY_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
