/** What a page says of itself to programs: search engines, readers of feeds, whatever makes a card of a link. */

/** A node of JSON-LD, its terms those of schema.org. Null and empty lists stand for nothing, and are left out when it is written. */
export interface Linked {
  "@type": string | string[];
  "@id"?: string | undefined;
  [term: string]: unknown;
}

/** Where and when a page is. */
export interface Site {
  /** `https://example.org`, without a slash at its end. */
  origin: string;
  /** ISO day of knowledge that the page is of; null for today's. */
  asOf: string | null;
  /** ISO day. */
  today: string;
  /** For the timeline, the names of what its address says; empty elsewhere. */
  said: readonly string[];
}

/** What is told of one page. */
export interface Told {
  /** As the page calls itself in its tab, without the site's name. */
  title: string;
  /** Whether the build knows better what the tab shows: the timeline is called by its lanes, which the build draws. */
  isNamedByBuild?: boolean;
  /** One plain sentence. */
  description: string;
  /** Path of the page, written as everybody writes it, without a day; null when its address is the only one it has. */
  path: string | null;
  /** What Open Graph takes it for. */
  type: "website" | "article" | "profile";
  /** What it is about; null when that is no thing but a list. */
  linked: Linked | null;
  /** Plain files of the same facts: views, and the parameters that narrow them. */
  files: readonly Narrowed[];
}

/** Files of one view, of one thing: `{ view: "events", by: { leader: "putin" } }`. */
export interface Narrowed {
  view: "events" | "agreements" | "leaders" | "countries" | "changes";
  by?: Readonly<Record<string, string>>;
}
