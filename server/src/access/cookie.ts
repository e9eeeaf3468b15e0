// The one place that says how the session's cookie goes out.
//
//   the site's address       cookie
//   https://…                __Host-entente.session_token; Secure
//   http://localhost:4000    entente.session_token             only on this machine: browsers keep Secure cookies of https alone
//   http://anywhere.else     nobody can sign in: what is sent in the open is everybody's
//
// Always HttpOnly, SameSite=Lax, Path=/ and without a Domain.

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** How a site's cookies are called and sent. */
export interface CookieRule {
  /** What better-auth puts before the name of each. */
  prefix: string;
  /** The session's whole name. */
  name: string;
  secure: boolean;
}

/** The rule for a site at this origin; undefined for one that is not told and so can only be this machine's own. */
export function cookieRule(site: string | undefined): CookieRule {
  const secure = site !== undefined && !isLoopback(site);
  const prefix = secure ? "__Host-entente" : "entente";
  return { prefix, name: `${prefix}.session_token`, secure };
}

/** Whether an origin is plain http on the machine it is read on. */
export function isLoopback(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && LOOPBACK.test(hostname);
}

/** The session's cookie among those of a request, as `name=value`; null when it is not there, or there twice. */
export function sessionCookieIn(header: string | undefined, { name }: CookieRule): string | null {
  const ours = (header ?? "")
    .split(";")
    .map((each) => each.trim())
    .filter((each) => each.startsWith(`${name}=`));
  return ours.length === 1 ? (ours[0] ?? null) : null;
}
