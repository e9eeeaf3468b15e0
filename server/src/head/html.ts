/** What is told of a page, written into its HTML. */
import { FILES, xml } from "../feeds/feeds.ts";
import type { Linked, Narrowed, Site, Told } from "./values.ts";

/** The name of the site, after the name of the page. */
const SITE = "Entente";

/** The parts of a page that tell of it. */
export interface Written {
  /** The element; null to leave the one that was built. */
  title: string | null;
  /** For the head: description and addresses. */
  head: string;
  /** For the end of the body, where it keeps nothing waiting: the data, or nothing. */
  data: string;
}

/** What a page is called in a tab; the client's `useTitle` writes it the same way. */
function titled(title: string): string {
  return `<title>${xml(title === SITE ? title : `${title} · ${SITE}`)}</title>`;
}

/** What is told of a page as of its day. Everything but the title is marked: the client takes it away when the reader goes on to another page. */
export function written(told: Told, site: Site): Written {
  const { title, description, path, type, linked } = told;
  const url = path === null ? null : addressOf(path, site);
  const meta = (property: string, content: string) =>
    `<meta data-told property="${property}" content="${xml(content)}">`;
  return {
    title: told.isNamedByBuild ? null : titled(title),
    head: [
      `<meta data-told name="description" content="${xml(description)}">`,
      // A page of an earlier day is for whoever is sent there: what is found by searching is today's.
      ...(site.asOf === null ? [] : ['<meta data-told name="robots" content="noindex">']),
      ...(url === null ? [] : [`<link data-told rel="canonical" href="${xml(url)}">`]),
      meta("og:site_name", SITE),
      meta("og:type", type),
      meta("og:title", title),
      meta("og:description", description),
      ...(url === null ? [] : [meta("og:url", url)]),
      ...told.files.flatMap((file) => alternates(file, site)),
    ].join("\n    "),
    data: linked === null ? "" : dataOf({ ...linked, url: linked.url ?? url }, told),
  };
}

/** What is told of an address where nothing is. */
export function nowhere(): Written {
  return {
    title: titled("Not found"),
    head: '<meta data-told name="robots" content="noindex">',
    data: "",
  };
}

function addressOf(path: string, { origin, asOf }: Site): string {
  return `${origin}${path}${asOf === null ? "" : `?known=${asOf}`}`;
}

/** Links to the files of a view, each of which answers. */
function alternates({ view, by = {} }: Narrowed, { origin, asOf }: Site): string[] {
  const given = new URLSearchParams(by);
  // What was recorded is told by another clock than what was known.
  if (asOf !== null && view !== "changes") given.set("asOf", asOf);
  const query = String(given);
  return FILES.filter((file) => file.view === view).map(({ path, type, holds }) => {
    const href = `${origin}${path}${query ? `?${query}` : ""}`;
    const [media = type] = type.split(";");
    return `<link data-told rel="alternate" type="${media}" title="${xml(holds)}" href="${xml(href)}">`;
  });
}

/** A block of JSON-LD. It is data, which no browser runs, so that the policy that forbids scripts in the page does not touch it. */
function dataOf(linked: Linked, { description }: Told): string {
  const whole = { "@context": "https://schema.org", ...linked, description };
  return `<script data-told type="application/ld+json">${json(whole)}</script>`;
}

/**
 * JSON that may stand within a script of an HTML page: nothing in it can end the script or begin a comment, since whatever HTML or JavaScript
 * would take for more than a letter is written as JSON's own escape. What is null or an empty list is left out.
 */
export function json(value: unknown): string {
  return JSON.stringify(value, (_key, each) =>
    each === null || (Array.isArray(each) && each.length === 0) ? undefined : each,
  ).replace(/[<>&\u2028\u2029]/g, (letter) => {
    return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
