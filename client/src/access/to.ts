// Where somebody goes once they are in. Pure.

/** Stands for this site, wherever it is. */
const HERE = "https://here.invalid";

/** Pages that are of no use to whoever is in. */
const DOORS = /^\/(sign-in|join)(?![^/?#])/;

/** A path of this site, as it was asked for; the front page for anything that a browser could take for another site. */
export function ownPath(text: string | null): string {
  if (text === null || !/^\/(?![/\\])[^\\\s]*$/.test(text)) return "/";
  if (!URL.canParse(text, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(text, HERE);
  // Dots may leave two slashes at the beginning, which name a site.
  if (origin !== HERE || pathname.startsWith("//") || DOORS.test(pathname)) return "/";
  return pathname + search + hash;
}

/** The address of the page to sign in on, that leads back to `path`. */
export function signInFor(path: string): string {
  const to = ownPath(path);
  return to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`;
}
