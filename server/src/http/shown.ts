/** What a request shows of who sends it: a token, or the cookie of a session, which counts from this site's own pages alone. */
import type { IncomingHttpHeaders } from "node:http";
import { type CookieRule, isLoopback, sessionCookieIn } from "../access/access.ts";

/** The `Authorization` header, or the session's cookie as `name=value`. */
export interface Shown {
  by: "TOKEN" | "SESSION";
  text: string;
}

/** Where the site is, and how its cookies are called. */
export interface House {
  /** Its origin; undefined where it is not told. */
  site: string | undefined;
  cookie: CookieRule;
}

/** What a request shows; null when nothing. A token is meant, where a cookie only comes along. */
export function shownIn(headers: IncomingHttpHeaders, { cookie }: House): Shown | null {
  if (headers.authorization !== undefined) return { by: "TOKEN", text: headers.authorization };
  const session = sessionCookieIn(headers.cookie, cookie);
  return session === null ? null : { by: "SESSION", text: session };
}

/**
 * Why a request that comes with a cookie, or would get one, is not taken for one of this site's own pages; null when it is one. Browsers say by
 * themselves where such a request comes from, so one that does not say so is refused too.
 */
export function foreignness(headers: IncomingHttpHeaders, { site }: House): string | null {
  const { origin, host } = headers;
  if (origin === undefined) {
    if (headers["sec-fetch-site"] === "same-origin") return null;
    return "A session is for this site's own pages. Programs send a token: `Authorization: Bearer ent_…`.";
  }
  if (site !== undefined) {
    if (origin !== site) return `Sessions are for the pages of ${site}; this comes from ${origin}.`;
    if (isLoopback(site) || site.startsWith("https:")) return null;
    return `Sessions need https, or this machine alone: ${site} is neither. Put a proxy with https in front, and its address in PUBLIC_URL.`;
  }
  // Nobody told where the site is: then it is this machine's own, under whichever of its names was asked for.
  if (origin === `http://${host}` && isLoopback(origin)) return null;
  return `This comes from ${origin}. To sign in from another address than this machine's own, set PUBLIC_URL to that of the site, with https.`;
}
