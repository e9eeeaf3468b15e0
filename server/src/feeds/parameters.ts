/** What can be asked of the plain views: one table, which checks requests and makes the description and the documentation of them. */
import { AGREEMENT_KINDS, AGREEMENT_STATUSES } from "../agreement/values.ts";
import { EVENT_KINDS, EVENT_LEVELS, EVENT_STATUSES } from "../event/values.ts";
import { CHANGED } from "../history/history.ts";
import type { View } from "./values.ts";

/** One parameter. */
export interface Parameter {
  /** As it stands in the address. */
  name: string;
  /** What it does, for people. */
  meaning: string;
  /** What it may be. `words` are those of `words`; `names` are slugs. Those two, `actions` and `codes` take several values, any of which will do. */
  is:
    | "day"
    | "words"
    | "names"
    | "codes"
    | "flag"
    | "text"
    | "person"
    | "actions"
    | "count"
    | "cursor";
  /** The views that take it; for words, with those that it may be there. */
  on: Partial<Record<View, readonly string[]>>;
  /** The field of the API's filter that it fills; null when it is no part of one. */
  filter: string | null;
}

/** Values that one parameter may list. */
export const MOST_VALUES = 50;

/** Characters of a text or a cursor. */
export const MOST_LETTERS = 300;

/** A slug. */
export const NAME = /^[a-z0-9]+(-+[a-z0-9]+)*$/;

/** A country's code, in either case. */
export const CODE = /^[A-Za-z]{2}$/;

/** What was done, as changes say it. */
export const ACTION = /^[A-Za-z]{1,60}$/;

/** A place in a list. */
export const CURSOR = /^[A-Za-z0-9_-]+$/;

const any: readonly string[] = [];
const dated = { events: any, agreements: any };
const all = { ...dated, leaders: any, countries: any };
const paged = { ...all, changes: any };

/** Every parameter, in the order in which people think of them. */
export const PARAMETERS: readonly Parameter[] = [
  {
    name: "from",
    meaning:
      "Events that touch the days from this one on; agreements alive on one of them. What has no date is left out.",
    is: "day",
    on: dated,
    filter: "between",
  },
  {
    name: "to",
    meaning: "The same, up to this day.",
    is: "day",
    on: dated,
    filter: "between",
  },
  {
    name: "from",
    meaning: "Changes recorded from this day on, of UTC.",
    is: "day",
    on: { changes: any },
    filter: "between",
  },
  {
    name: "to",
    meaning: "The same, up to this day.",
    is: "day",
    on: { changes: any },
    filter: "between",
  },
  {
    name: "by",
    meaning: "Only changes that this person, token or program recorded.",
    is: "person",
    on: { changes: any },
    filter: "by",
  },
  {
    name: "action",
    meaning: "Only changes by these actions.",
    is: "actions",
    on: { changes: any },
    filter: "actions",
  },
  {
    name: "type",
    meaning:
      "Only changes of these kinds of things. One of many at once, such as a load, may be of any, and is never left out.",
    is: "words",
    on: { changes: Object.keys(CHANGED) },
    filter: "types",
  },
  {
    name: "slug",
    meaning: "Only changes of the things with these slugs.",
    is: "names",
    on: { changes: any },
    filter: "slugs",
  },
  {
    name: "kind",
    meaning: "Only these kinds.",
    is: "words",
    on: { events: EVENT_KINDS, agreements: AGREEMENT_KINDS },
    filter: "kinds",
  },
  {
    name: "status",
    meaning: "Only what stands so.",
    is: "words",
    on: { events: EVENT_STATUSES, agreements: AGREEMENT_STATUSES },
    filter: "statuses",
  },
  {
    name: "level",
    meaning: "Only on these levels.",
    is: "words",
    on: { events: EVENT_LEVELS },
    filter: "levels",
  },
  {
    name: "country",
    meaning: "Only with one of these countries as a participant, as a party, or as their own.",
    is: "codes",
    on: { ...dated, leaders: any },
    filter: "countries",
  },
  {
    name: "leader",
    meaning: "Only with one of these leaders.",
    is: "names",
    on: { events: any },
    filter: "leaders",
  },
  {
    name: "forum",
    meaning: "Only of one of these forums, or with it as a party.",
    is: "names",
    on: dated,
    filter: "forums",
  },
  {
    name: "agreement",
    meaning: "Only what bears on one of these agreements.",
    is: "names",
    on: { events: any },
    filter: "agreements",
  },
  {
    name: "topic",
    meaning: "Only on one of these topics.",
    is: "names",
    on: dated,
    filter: "topics",
  },
  {
    name: "text",
    meaning: "Only where all of these words stand, in the title or summary, or in a name.",
    is: "text",
    on: all,
    filter: "text",
  },
  {
    name: "fixed",
    meaning: "Only with a fixed date, or only without.",
    is: "flag",
    on: { events: any },
    filter: "fixed",
  },
  {
    name: "planned",
    meaning: "Only what is still to come, or only the rest.",
    is: "flag",
    on: { events: any },
    filter: "planned",
  },
  {
    name: "overdue",
    meaning: "Only plans whose time has passed without word, or only the rest.",
    is: "flag",
    on: { events: any },
    filter: "overdue",
  },
  {
    name: "disputed",
    meaning: "Only what claims disagree about, or only the rest.",
    is: "flag",
    on: dated,
    filter: "disputed",
  },
  {
    name: "undecided",
    meaning:
      "Only what claims disagree about without that an editor preferred one, or only the rest.",
    is: "flag",
    on: dated,
    filter: "undecided",
  },
  {
    name: "lastReportBefore",
    meaning: "Only what nobody has reported on from this day on.",
    is: "day",
    on: dated,
    filter: "lastReportBefore",
  },
  {
    name: "generalKnowledge",
    meaning: "Only what rests on general knowledge and on no publication, or only the rest.",
    is: "flag",
    on: dated,
    filter: "generalKnowledge",
  },
  {
    name: "asOf",
    meaning: "As the world knew it on this day; today's knowledge when left out.",
    is: "day",
    on: all,
    filter: null,
  },
  {
    name: "first",
    meaning: "At most this many.",
    is: "count",
    on: paged,
    filter: null,
  },
  {
    name: "after",
    meaning:
      "Go on after this place in the list. Take it from `next`, and leave the rest as it was.",
    is: "cursor",
    on: paged,
    filter: null,
  },
];

/** The parameters that a view takes. */
export function parametersOf(view: View): Parameter[] {
  return PARAMETERS.filter(({ on }) => on[view] !== undefined);
}

/** What a parameter may be, in words: `a day, such as 2025-01-17`. `most` is the largest count. */
export function allowed({ is, on }: Parameter, view: View, most: number): string {
  switch (is) {
    case "day":
      return "a day, such as 2025-01-17";
    case "words":
      return `one or more of ${(on[view] ?? []).join(", ")}`;
    case "names":
      return "one or more slugs, such as ru-ir-2025: small letters, digits and hyphens";
    case "codes":
      return "one or more ISO codes of two letters, such as RU,IR";
    case "flag":
      return "true or false";
    case "text":
      return `words, at most ${MOST_LETTERS} characters`;
    case "person":
      return `a name as changes show it, at most ${MOST_LETTERS} characters`;
    case "actions":
      return "one or more actions, such as reportAgreementStatus";
    case "count":
      return `a whole number from 1 to ${most}`;
    case "cursor":
      return "the cursor from `next` of the page before";
  }
}
