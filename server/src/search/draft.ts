// What several kinds of thing have in common when their words are gathered.
import { nameIn } from "../country/country.ts";
import { OPEN } from "../ledger/ledger.ts";
import type { Stored } from "../storage/pick.ts";
import type { Day } from "../when/day.ts";
import { type Draft, EVER, merged, type Passage } from "./entry.ts";

/** Languages, beside English, in which countries are found: the UN's, and those of the countries that ship. */
export const LANGUAGES =
  "ar az be bn de es fa fr he hi hy id it ja ka kk ko ky mn pl pt ru sr tg tk tr uk ur uz vi zh".split(
    " ",
  );

/** Of these, those in which a country also finds what it takes part in. */
const LANGUAGES_OF_PARTIES = "ar fa ru tr zh".split(" ");

/** A name in whatever form, such as `["Masoud Pezeshkian", "Massoud Pezeshkian"]`. */
export function properNames(names: readonly string[], more: Partial<Passage> = {}): Passage[] {
  return names.map((text) => ({ text, isProper: true, ...more }));
}

/** Titles, or names in languages whose sounds are not written in Latin letters here. */
export function called(names: readonly string[], as: "name" | "head" = "name"): Passage[] {
  return names.map((text) => ({ text, as }));
}

/** What a country is called in other languages, each once. */
export function namesAbroad(country: Stored<"country">, languages = LANGUAGES): string[] {
  const names = languages.map((language) => nameIn(country, language));
  return [...new Set(names)].filter((name) => name !== country.name);
}

/** A country that takes part in something. */
export function ofCountry(country: Stored<"country"> | null | undefined): Passage[] {
  if (!country) return [];
  const abroad = namesAbroad(country, LANGUAGES_OF_PARTIES);
  return [
    ...properNames([country.name], { as: "head", isSilent: true }),
    ...called(abroad, "head").map((name) => ({ ...name, isSilent: true })),
  ];
}

/** A forum that takes part in something. */
export function ofForum(forum: Stored<"forum"> | null | undefined): Passage[] {
  const names = forum ? [forum.shortName, forum.name] : [];
  return properNames(names, { as: "head", isSilent: true });
}

/** Where something is. */
export function ofPlace(name: string | null | undefined): Passage[] {
  return name ? properNames([name], { as: "head" }) : [];
}

/** Words that find a thing and tell a reader nothing. */
export function silent(text: string | null | undefined): Passage[] {
  return text ? [{ text, isSilent: true }] : [];
}

/** Something said of a thing. */
export function said(text: string | null | undefined): Passage[] {
  return text ? [{ text }] : [];
}

/**
 * Drafts of a thing whose words change on these days of knowledge, and are known from the first day to the last. `at` says what is known on a
 * day: null for nothing.
 */
export function draftsOver(
  of: Pick<Draft, "kind" | "id">,
  { from = EVER, to = OPEN }: { from?: Day; to?: Day },
  days: readonly (Day | null)[],
  at: (day: Day) => Pick<Draft, "day" | "passages"> | null,
): Draft[] {
  const within = days.filter((day): day is Day => day !== null && day > from && day < to);
  const starts = [from, ...[...new Set(within)].sort((a, b) => a - b)];
  const drafts = starts.flatMap((knownFrom, index): Draft[] => {
    const known = at(knownFrom);
    return known ? [{ ...of, ...known, knownFrom, knownTo: starts[index + 1] ?? to }] : [];
  });
  return merged(drafts);
}
