/** What needs an editor today, by which rule, and how the address asks for it. Pure. */
import type { AgreementFilter, EventFilter } from "../app/operations.gen.ts";
import { type Day, isoOf } from "../when/day.ts";

/** An expectation is checked lately when it was reported on in so many days. */
export const CHECKED_DAYS = 30;

/** Lines of a need among the others, and on its own page. */
export const FEW = 5;
export const PAGE = 25;

/** Changes among the others. */
export const RECENT = 6;

/** What lists are of. */
export type Of = "events" | "agreements";

/** The needs in the order of their haste: each with its name, its rule, what is said when there is none, and what it lists. */
export const NEEDS = {
  overdue: {
    name: "Overdue",
    rule: "Was to have happened by now, and nobody has said anything since: its last day has passed, or it has none (or word came after it) and its latest report is more than 365 days old. What has been overdue longest comes first.",
    none: "Nothing is overdue. Everything that was to happen by now has been told.",
    of: ["events"],
  },
  unchecked: {
    name: "Not checked lately",
    rule: `Expected, scheduled or postponed, and no report on it for ${CHECKED_DAYS} days; what is overdue stands above. What nobody has spoken of for longest comes first.`,
    none: `Everything that is expected was reported on in the last ${CHECKED_DAYS} days, or is overdue.`,
    of: ["events"],
  },
  undecided: {
    name: "Disputed, nobody preferred",
    rule: "Claims disagree about a date or about where it stands, and no editor has preferred one of them. Until then the surest claim is shown, and of equals a party’s.",
    none: "No dispute waits for a decision: where sources disagree, an editor has preferred a claim.",
    of: ["agreements", "events"],
  },
  general: {
    name: "On general knowledge only",
    rule: "Everything that is reported on it rests on general knowledge, and nothing on a publication.",
    none: "Nothing rests on general knowledge alone: there is a publication for everything.",
    of: ["events", "agreements"],
  },
} as const satisfies Record<
  string,
  { name: string; rule: string; none: string; of: readonly Of[] }
>;

export type Need = keyof typeof NEEDS;

/** What an address asks for: all needs or one of them, of what, and where its page begins; and what all of them are narrowed by. */
export interface Shown {
  need: Need | null;
  of: Of;
  /** An ISO code in capitals. */
  country: string | null;
  /** A slug. */
  forum: string | null;
  /** Whose changes. */
  by: string | null;
  /** The cursor after which the page begins; null for the first. */
  after: string | null;
}

/** What follows the question mark. What makes no sense is left out. */
export function shownIn(query: string): Shown {
  const given = new URLSearchParams(query);
  const told = (name: string, fits = /./) => {
    const text = given.get(name) ?? "";
    return fits.test(text) ? text : null;
  };
  const asked = told("need") ?? "";
  const need = Object.hasOwn(NEEDS, asked) ? (asked as Need) : null;
  const lists: readonly string[] = need === null ? [] : NEEDS[need].of;
  const of = told("of") ?? "";
  return {
    need,
    of: (lists.includes(of) ? of : (lists[0] ?? "events")) as Of,
    country: told("country", /^[a-z]{2}$/i)?.toUpperCase() ?? null,
    forum: told("forum", /^[a-z0-9]+(-+[a-z0-9]+)*$/),
    by: need === null ? told("by") : null,
    after: need === null ? null : told("after"),
  };
}

/** The address of what is asked for, with something of it changed. Another list begins with its first page. */
export function addressOf(shown: Shown, change: Partial<Shown> = {}): string {
  const next = { ...shown, after: null, ...change };
  const { need } = next;
  const said = new URLSearchParams();
  if (need !== null) said.set("need", need);
  if (need !== null && next.of !== NEEDS[need].of[0]) said.set("of", next.of);
  for (const name of ["country", "forum", ...(need === null ? ["by"] : ["after"])] as const) {
    const value = next[name as "country" | "forum" | "by" | "after"];
    if (value !== null) said.set(name, value);
  }
  return said.size === 0 ? "/desk" : `/desk?${said}`;
}

type Only = Pick<Shown, "country" | "forum">;
type Asked = Pick<EventFilter & AgreementFilter, "countries" | "forums"> &
  Pick<EventFilter, "overdue" | "lastReportBefore" | "undecided" | "generalKnowledge" | "planned">;

/** What a need asks of the API, of whatever it lists. */
export function filterOf(need: Need, { country, forum }: Only, today: Day): Asked {
  return {
    ...ASKED[need](isoOf(today - CHECKED_DAYS)),
    ...(country !== null && { countries: [country] }),
    ...(forum !== null && { forums: [forum] }),
  };
}

/** What names those chosen: a country and a forum are asked for where they are. */
export function chosenOf({ country, forum }: Only) {
  return {
    country: country ?? "",
    ofCountry: country !== null,
    forum: forum ?? "",
    ofForum: forum !== null,
  };
}

const ASKED: Record<Need, (checked: string) => Asked> = {
  overdue: () => ({ planned: true, overdue: true }),
  unchecked: (checked) => ({ planned: true, overdue: false, lastReportBefore: checked }),
  undecided: () => ({ undecided: true }),
  general: () => ({ generalKnowledge: true }),
};

/**
 * What cannot wait, for the countries and forums that can be chosen among all needs. What rests on general knowledge is not among it: there may be
 * much of that, and its own page has its own choice.
 */
export function waitingOf(of: Of, only: Only, today: Day) {
  const { country, forum } = only;
  const needs = (Object.keys(NEEDS) as Need[]).filter(
    (need) => need !== "general" && (NEEDS[need].of as readonly Of[]).includes(of),
  );
  return {
    or: needs.map((need) => filterOf(need, { country: null, forum: null }, today)),
    ...(country !== null && { countries: [country] }),
    ...(forum !== null && { forums: [forum] }),
  };
}

/** The whole list as a file for a spreadsheet. Not of what is awaited: a file knows nothing of what another event has replaced. */
export function fileOf(need: "undecided" | "general", of: Of, only: Only, today: Day): string {
  const { countries, forums, ...flags } = filterOf(need, only, today);
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(flags)) said.set(name, String(value));
  if (countries) said.set("country", countries.join(","));
  if (forums) said.set("forum", forums.join(","));
  return `/${of}.csv?${said}`;
}
