import { type Day, dayOf, isDay, isoOf } from "../when/day.ts";

/** What is shown in the plot's rows; null stands for the server's own choice. */
export interface Lanes {
  countries: string[];
  forums: string[];
  agreements: string[];
}

/** What is selected: an event, a forum's session or an agreement, by slug. */
export interface Selection {
  of: "event" | "session" | "agreement";
  slug: string;
}

/** Everything about Explore that its address says. */
export interface Address {
  lanes: Lanes | null;
  /** First and last day of the window. */
  from: Day;
  to: Day;
  /** The day of knowledge; null for the latest. */
  known: Day | null;
  /** What the day of knowledge is compared with: the latest, or another day; null when it is not. Means nothing without `known`. */
  compare: Day | "latest" | null;
  sel: Selection | null;
  view: "timeline" | "table";
  /** Words for statuses, such as `signed` or `held`; empty for all. */
  status: string[];
  kind: string[];
  level: string[];
  /** Countries that take part, by ISO code: one of these must. Which lanes are drawn is another matter. */
  with: string[];
  /** Forums, by slug. */
  forum: string[];
  /** Topics, by slug. */
  topic: string[];
  /** `yes` for what sources disagree about, `no` for the rest. */
  disputed: string[];
  /** `no` for what has no fixed date, `yes` for the rest. */
  fixed: string[];
  /** Words that a title contains. */
  text: string;
  /** The table's column, with `-` in front for last first. */
  sort: string;
  /** How lanes follow each other in their groups: as `lanes` says, or so that ties are short. */
  order: "given" | "ties";
  theme: "auto" | "light" | "dark";
  /** Keys that this version does not know, kept as they came. */
  rest: [key: string, value: string][];
}

/** What stands when the address says nothing: the last two years of the shipped data set, as known today, date first. */
export const DEFAULTS: Address = {
  lanes: null,
  from: dayOf("2024-06-01"),
  to: dayOf("2026-04-01"),
  known: null,
  compare: null,
  sel: null,
  view: "timeline",
  status: [],
  kind: [],
  level: [],
  with: [],
  forum: [],
  topic: [],
  disputed: [],
  fixed: [],
  text: "",
  sort: "-date",
  order: "given",
  theme: "auto",
  rest: [],
};

const ORDER = [
  "lanes",
  "from",
  "to",
  "known",
  "compare",
  "sel",
  "view",
  "status",
  "kind",
  "level",
  "with",
  "forum",
  "topic",
  "disputed",
  "fixed",
  "text",
  "sort",
  "order",
  "theme",
];

/** Reads a query string. What it cannot read counts as not said, so that an old or mistyped link still opens. */
export function parseAddress(query: string): Address {
  const given = new URLSearchParams(query);
  const day = (key: string): Day | null => {
    const text = given.get(key);
    return text !== null && isDay(text) ? dayOf(text) : null;
  };
  const from = day("from") ?? DEFAULTS.from;
  const to = day("to") ?? DEFAULTS.to;
  const inOrder = from < to;
  return {
    lanes: parseLanes(given.get("lanes")),
    from: inOrder ? from : DEFAULTS.from,
    to: inOrder ? to : DEFAULTS.to,
    known: day("known"),
    compare:
      day("known") === null ? null : given.get("compare") === "latest" ? "latest" : day("compare"),
    sel: parseSelection(given.get("sel")),
    view: given.get("view") === "table" ? "table" : "timeline",
    status: words(given.get("status")),
    kind: words(given.get("kind")),
    level: words(given.get("level")),
    with: words(given.get("with")).map((code) => code.toUpperCase()),
    forum: words(given.get("forum")),
    topic: words(given.get("topic")),
    disputed: words(given.get("disputed")),
    fixed: words(given.get("fixed")),
    text: given.get("text") ?? "",
    sort: given.get("sort") || DEFAULTS.sort,
    order: given.get("order") === "ties" ? "ties" : "given",
    theme: themeOf(given.get("theme")),
    rest: [...given].filter(([key]) => !ORDER.includes(key)),
  };
}

/** Writes a query string: defaults left out, keys in one order, so that equal views have equal links. Empty when all is default. */
export function printAddress(address: Address): string {
  const said: Record<string, string | null> = {
    lanes: address.lanes && printLanes(address.lanes),
    from: address.from === DEFAULTS.from ? null : isoOf(address.from),
    to: address.to === DEFAULTS.to ? null : isoOf(address.to),
    known: address.known === null ? null : isoOf(address.known),
    compare: address.known === null ? null : printCompare(address.compare),
    sel: address.sel && `${address.sel.of}:${address.sel.slug}`,
    view: address.view === DEFAULTS.view ? null : address.view,
    status: address.status.join(",") || null,
    kind: address.kind.join(",") || null,
    level: address.level.join(",") || null,
    with: address.with.join(",") || null,
    forum: address.forum.join(",") || null,
    topic: address.topic.join(",") || null,
    disputed: address.disputed.join(",") || null,
    fixed: address.fixed.join(",") || null,
    text: address.text || null,
    sort: address.sort === DEFAULTS.sort ? null : address.sort,
    order: address.order === DEFAULTS.order ? null : address.order,
    theme: address.theme === DEFAULTS.theme ? null : address.theme,
  };
  const pairs: [string, string][] = [];
  for (const key of ORDER) {
    const value = said[key];
    if (value != null) pairs.push([key, value]);
  }
  return [...pairs, ...address.rest]
    .map(([key, value]) => `${plain(key)}=${plain(value)}`)
    .join("&");
}

/** Percent-encodes only what must be, so that lanes and selections stay readable. */
function plain(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%2C", ",")
    .replaceAll("%3B", ";")
    .replaceAll("%3A", ":");
}

/** `RU,IR;brics,sco;ru-ir-2025`: countries, then forums, then agreements. A prefix such as `treaty:` is allowed and dropped. */
function parseLanes(text: string | null): Lanes | null {
  if (text === null || text.replace(/[;,\s]/g, "") === "") return null;
  const lanes: Lanes = { countries: [], forums: [], agreements: [] };
  const [countries, forums, agreements] = text.split(";");
  lanes.countries = words(countries).map((code) => code.toUpperCase());
  lanes.forums = words(forums);
  lanes.agreements = words(agreements)
    .map((slug) => slug.slice(slug.indexOf(":") + 1))
    .filter(Boolean);
  return lanes.countries.length + lanes.forums.length + lanes.agreements.length > 0 ? lanes : null;
}

function printLanes(lanes: Lanes): string | null {
  const groups = [lanes.countries, lanes.forums, lanes.agreements].map((group) => group.join(","));
  return groups.join(";").replace(/;+$/, "") || null;
}

/** Lower-case words between commas, each once. */
function words(text: string | null | undefined): string[] {
  const list = (text ?? "").split(",").map((word) => word.trim().toLowerCase());
  return [...new Set(list.filter(Boolean))];
}

/** `event:SLUG`; other words before the colon, such as `visit:` or `treaty:`, say what sort of thing it is. */
function parseSelection(text: string | null): Selection | null {
  if (!text) return null;
  const colon = text.indexOf(":");
  const word = text.slice(0, Math.max(0, colon)).toLowerCase();
  const slug = text.slice(colon + 1);
  if (!slug) return null;
  if (word === "session") return { of: "session", slug };
  return { of: word === "agreement" || word === "treaty" ? "agreement" : "event", slug };
}

function printCompare(compare: Address["compare"]): string | null {
  return typeof compare === "number" ? isoOf(compare) : compare;
}

function themeOf(text: string | null): Address["theme"] {
  return text === "light" || text === "dark" ? text : "auto";
}

/** Whether two addresses have the same panel open, if any: of what is selected, or of a comparison. */
export function isSamePanel(a: Address, b: Address): boolean {
  const panel = ({ sel, compare }: Address) => JSON.stringify([sel?.of, sel?.slug, compare]);
  return panel(a) === panel(b);
}

/** Whether two addresses say the same but for the window of time. */
export function isSameButWindow(a: Address, b: Address): boolean {
  const { from, to } = DEFAULTS;
  return printAddress({ ...a, from, to }) === printAddress({ ...b, from, to });
}
