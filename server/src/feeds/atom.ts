/** Entries as an Atom feed (RFC 4287), what is newest first. Ids are tags (RFC 4151) of the site's name: they stay when an address moves. */
import { wordOf } from "../history/history.ts";
import type { AgreementEntry, ChangeEntry, EventEntry } from "./entry.ts";
import { pageOf, pageOfChange, type Where } from "./place.ts";
import type { Taken } from "./take.ts";
import type { File } from "./values.ts";
import { begun, lastOf } from "./words.ts";

/** Since when the ids of this program are given out: a tag names the day on which its site's name was the giver's. */
const SINCE = "2024-12-05";

/** One entry, ready to be written. */
interface Item {
  /** Path that the id is made from: the same for the same thing, whatever becomes of it. */
  path: string;
  title: string;
  /** Moments, ISO 8601, of recording: the clock that a feed goes by. */
  updated: string;
  published: string;
  author?: string;
  /** Address of the page. */
  page: string | null;
  /** Addresses of what it rests on. */
  via: string[];
  categories: string[];
  text: string;
}

/** Writes the feed. The same entries give the same bytes. */
export function atomOf({ path, holds }: File, taken: Taken, where: Where): string {
  const { asOf, title, licence } = taken;
  const { origin, self, next } = where;
  const items = taken.entries.map((entry) => itemOf(entry as FeedEntry, asOf, origin));
  const idOf = (of: string) => tagOf(origin, of);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `  <id>${xml(idOf(self.slice(origin.length)))}</id>`,
    `  <title>${xml(`${holds}${asOf ? `, as known on ${asOf}` : ""}`)}</title>`,
    `  <subtitle>${xml(title)}</subtitle>`,
    `  <updated>${lastOf(items.map(({ updated }) => updated))}</updated>`,
    "  <author><name>Entente</name></author>",
    `  <rights>${xml(licence)}</rights>`,
    "  <generator>Entente</generator>",
    `  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xml(pageOfFeed(path, origin))}"/>`,
    ...(next ? [`  <link rel="next" type="application/atom+xml" href="${xml(next)}"/>`] : []),
    ...items.flatMap((item) => [
      "  <entry>",
      `    <id>${xml(idOf(item.path))}</id>`,
      `    <title>${xml(item.title)}</title>`,
      `    <updated>${item.updated}</updated>`,
      `    <published>${item.published}</published>`,
      ...(item.author ? [`    <author><name>${xml(item.author)}</name></author>`] : []),
      ...(item.page
        ? [`    <link rel="alternate" type="text/html" href="${xml(item.page)}"/>`]
        : []),
      ...item.via.map((url) => `    <link rel="via" href="${xml(url)}"/>`),
      ...item.categories.map((term) => `    <category term="${xml(term)}"/>`),
      `    <content type="text">${xml(item.text)}</content>`,
      "  </entry>",
    ]),
    "</feed>",
  ];
  return `${lines.join("\n")}\n`;
}

type FeedEntry = EventEntry | AgreementEntry | ChangeEntry;

function itemOf(entry: FeedEntry, asOf: string | null, origin: string): Item {
  if (entry.__typename === "Change") return changed(entry, origin);
  const { reports, changes, status, kind, title, when, disputed, slug } = entry;
  const moments = reports.map(({ recordedAt }) => recordedAt).sort();
  const edits = changes?.nodes.map(({ at }) => at) ?? [];
  const standing = reports.filter(({ retracted }) => !retracted);
  const sources = standing.flatMap((report) => report.sources.map(({ url }) => url ?? ""));
  return {
    path: `/${entry.__typename === "Event" ? "events" : "agreements"}/${slug}`,
    title: `${title}: ${wordOf(status)}, ${when.text}`,
    updated: lastOf([...moments, ...edits]),
    published: moments[0] ?? lastOf([]),
    page: pageOf(entry, origin, asOf),
    via: [...new Set(sources)].filter(Boolean),
    categories: [kind, status],
    text: [
      `${begun(wordOf(kind))}, ${wordOf(status)}: ${when.text}.${disputed ? " Sources disagree." : ""}`,
      entry.__typename === "Event"
        ? entry.summary
        : `Between ${entry.parties.map(({ name }) => name).join(", ")}.`,
      ...standing.map(({ knownOn, claimant }) => `${knownOn}: ${claimant}`),
    ]
      .filter(Boolean)
      .join("\n"),
  };
}

function changed(change: ChangeEntry, origin: string): Item {
  const { revision, at, by, action, entity, entitySlug, note, statusBefore, statusAfter } = change;
  const name = entity?.title ?? entitySlug;
  const hasMoved = statusAfter !== null && statusAfter !== statusBefore;
  const moved = hasMoved
    ? [statusBefore, statusAfter].flatMap((status) => (status ? [wordOf(status)] : [])).join(" → ")
    : null;
  return {
    path: `/changes/${revision}`,
    title: [name, moved ?? action].filter(Boolean).join(": "),
    updated: at,
    published: at,
    author: by,
    page: pageOfChange(change, origin),
    via: [],
    categories: [action],
    text: note ?? [action, name, moved].filter(Boolean).join(": "),
  };
}

/** The page that shows what a feed tells. */
function pageOfFeed(path: string, origin: string): string {
  return `${origin}/${path === "/agreements.atom" ? "agreements" : "explore"}`;
}

/** `tag:entente.example,2024-12-05:/events/visit-moscow`. */
function tagOf(origin: string, path: string): string {
  const name = new URL(origin).hostname.replace(/[^\w.-]+/g, "-").replace(/^-+|-+$/g, "");
  return `tag:${name},${SINCE}:${path}`;
}

/** Text for XML, between tags and in attributes; what XML 1.0 has no way to hold is left out. */
export function xml(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
