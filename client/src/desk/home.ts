/** Which of the lists at the desk is shown: the address, read and written. Pure. */

/** Lines on a page. */
export const PAGE = 25;

/** The lists, each with its name, its rule, and what is said when nothing is in it. */
export const LISTS = {
  overdue: {
    name: "Overdue",
    rule: "Was to have happened by now, and nobody has said anything since: its last day has passed, or it has none (or word came after it) and its latest report is more than 365 days old. First those with a last day, by that day; then those without one, longest known first.",
    none: "Nothing is overdue. Everything that was to happen by now has been told.",
  },
  events: {
    name: "Disputed events",
    rule: "Claims disagree on when it took place, also where an editor has preferred one of them.",
    none: "No two sources disagree about an event.",
  },
  agreements: {
    name: "Disputed agreements",
    rule: "Claims disagree on where it stands or since when, also where an editor has preferred one of them.",
    none: "No two sources disagree about an agreement.",
  },
} as const;

export type List = keyof typeof LISTS;

/** What an address asks for: a list, and the cursor after which its page begins; null for the first. */
export interface Shown {
  list: List;
  after: string | null;
}

/** What follows the question mark; what makes no sense shows the first list. */
export function shownIn(query: string): Shown {
  const given = new URLSearchParams(query);
  const list = given.get("show") ?? "";
  return Object.hasOwn(LISTS, list)
    ? { list: list as List, after: given.get("after") || null }
    : { list: "overdue", after: null };
}

/** The address of a page of a list. */
export function addressOf({ list, after }: Shown): string {
  const said = new URLSearchParams({ show: list });
  if (after !== null) said.set("after", after);
  return `/desk?${said}`;
}
