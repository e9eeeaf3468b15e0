// Fields of a correction: what is given is read, what is left out stays, and null clears.
import { parseWhen, type When } from "../when/when.ts";
import { readWhen, readWords, type Wrong } from "./input.ts";

/** Most names in a list, such as other spellings. */
const MOST_NAMES = 50;

/** Words that must be there: a name, a title. */
export function givenName(
  text: string | null | undefined,
  held: string,
  field: string,
  wrong: Wrong,
): string {
  if (text === undefined) return held;
  const words = readWords(text, field, wrong);
  if (words === null) wrong(field, "It cannot be empty. Give one, or leave the field out.");
  return words ?? held;
}

/** Words that may be there; at most `longest` characters. */
export function givenWords(
  text: string | null | undefined,
  held: string | null,
  field: string,
  wrong: Wrong,
  longest?: number,
): string | null {
  return text === undefined ? held : readWords(text, field, wrong, longest);
}

/** A list of names, each once; blank ones are dropped. */
export function givenNames(
  texts: readonly string[] | null | undefined,
  held: readonly string[],
  field: string,
  wrong: Wrong,
): string[] {
  if (texts === undefined) return [...held];
  const names = (texts ?? []).flatMap(
    (text, place) => readWords(text, `${field}.${place}`, wrong) ?? [],
  );
  if (names.length > MOST_NAMES)
    wrong(field, `Give ${MOST_NAMES} names at most, not ${names.length}.`);
  return [...new Set(names)];
}

/** A date as EDTF, written canonically. One that stands for a time from day to day is refused: a beginning or an end is one date. */
export function givenDate(
  text: string | null | undefined,
  held: string | null,
  field: string,
  wrong: Wrong,
): string | null {
  if (text === undefined) return held;
  if (text === null) return null;
  const when = readWhen(text, field, wrong);
  if (when?.precision === "INTERVAL")
    wrong(field, `“${text}” is a time from one date to another. Give one day, month or year.`);
  return when?.edtf ?? held;
}

/** Says so when an end comes before its beginning. Nothing is said of dates that are no dates. */
export function checkOrder(
  { from, to }: { from: string | null; to: string | null },
  field: string,
  wrong: Wrong,
): void {
  if (from === null || to === null) return;
  const [begin, end]: [When, When] = [parseWhen(from), parseWhen(to)];
  if (begin.earliest !== null && end.latest !== null && end.latest < begin.earliest)
    wrong(field, `It cannot end (${to}) before it begins (${from}).`);
}
