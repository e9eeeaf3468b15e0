/** Which changes the reader asks for: the address, read and written. Pure. */
import type { ChangedType, ChangeFilter } from "../app/operations.gen.ts";
import { TYPES } from "./words.ts";

/** Changes on a page. */
export const PAGE = 25;

/** What is asked for; null where anything will do. Days are ISO, of UTC; `before` and `after` are revisions. */
export interface Wish {
  by: string | null;
  action: string | null;
  type: ChangedType | null;
  slug: string | null;
  from: string | null;
  to: string | null;
  before: string | null;
  after: string | null;
}

/** What may follow the question mark, in this order. */
const NAMES = ["by", "action", "type", "slug", "from", "to", "before", "after"] as const;

const fits: Record<keyof Wish, (text: string) => boolean> = {
  by: () => true,
  action: (text) => /^[A-Za-z]{1,60}$/.test(text),
  type: (text) => typeOf(text) !== null,
  slug: (text) => /^[\w-]{1,200}$/.test(text),
  from: isDay,
  to: isDay,
  before: isRevision,
  after: isRevision,
};

/** The type of thing that a part of an address names, in either case: `agreement`. Null for none. */
export function typeOf(text: string): ChangedType | null {
  const type = text.toUpperCase();
  return Object.hasOwn(TYPES, type) ? (type as ChangedType) : null;
}

/** What an address asks for. `of` is what stands behind /history/: nothing, or type and slug. What makes no sense is left out. */
export function wishIn(query: string, of: string): Wish {
  const given = new URLSearchParams(query);
  const [type, slug] = of === "" ? [given.get("type"), given.get("slug")] : of.split("/");
  const told = (name: keyof Wish, text = given.get(name)) =>
    text !== null && text !== "" && fits[name](text) ? text : null;
  const wish = Object.fromEntries(NAMES.map((name) => [name, told(name)]));
  return {
    ...(wish as unknown as Wish),
    type: typeOf(told("type", type ?? null) ?? ""),
    slug: told("slug", slug ?? null),
    before: told("after") === null ? told("before") : null,
  };
}

/** The address of what is asked for, with something of it changed. Another question begins with its newest changes. */
export function addressOf(wish: Wish, change: Partial<Wish> = {}): string {
  const next = { ...wish, before: null, after: null, ...change };
  const isOne = next.type !== null && next.slug !== null;
  const path = isOne ? `/history/${next.type?.toLowerCase()}/${next.slug}` : "/history";
  const query = queryOf(isOne ? { ...next, type: null, slug: null } : next);
  return query === "" ? path : `${path}?${query}`;
}

/** The same changes as a file for a spreadsheet. */
export function fileOf(wish: Wish): string {
  const query = queryOf({ ...wish, before: null, after: null });
  return query === "" ? "/changes.csv" : `/changes.csv?${query}`;
}

function queryOf(wish: Wish): string {
  const said = new URLSearchParams();
  for (const name of NAMES) {
    const value = wish[name];
    if (value !== null) said.set(name, name === "type" ? value.toLowerCase() : value);
  }
  return said.toString();
}

/** What the API is asked: a page of the newest, or of those before or after a revision. */
export function variablesOf({ by, action, type, slug, from, to, before, after }: Wish) {
  const filter: ChangeFilter = {
    ...(by !== null && { by: [by] }),
    ...(action !== null && { actions: [action] }),
    ...(type !== null && { types: [type] }),
    ...(slug !== null && { slugs: [slug] }),
    ...((from !== null || to !== null) && { between: { from, to } }),
  };
  return after === null ? { filter, last: PAGE, before } : { filter, first: PAGE, after };
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(day.getTime()) &&
    day.toISOString().startsWith(text)
  );
}

function isRevision(text: string): boolean {
  return /^\d{1,9}$/.test(text);
}
