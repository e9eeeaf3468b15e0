/** What a value of the log is in words: `in force`, `17 January 2025`, `yes`. Pure. */
import { isRefusal } from "../refusal.ts";
import { isoOf, notFixed, parseWhen, wordsOfWhen } from "../when/when.ts";

/** Where the word is not the value in small letters. */
const OWN: Readonly<Record<string, string>> = {
  EXPECTED: "planned",
  SCHEDULED: "planned",
  STATEMENT: "remarks",
  OTHER: "event",
  AGREED: "text agreed",
  SUPERSEDED: "replaced",
  MEMORANDUM: "memorandum of understanding",
};

/** A value of an enum in words, in small letters: `in force`. */
export function wordOf(value: string): string {
  return OWN[value] ?? value.toLowerCase().replaceAll("_", " ");
}

/** Where one word stands for two values, of which one may follow the other. */
const APART: Readonly<Record<string, string>> = {
  EXPECTED: "planned, date not fixed",
  SCHEDULED: "planned, date fixed",
};

/** What fields are called where their own name, in words, does not say it. */
const LABELS: Readonly<Record<string, string>> = {
  when: "date",
  edtf: "date",
  disputed: "sources disagree",
  ratified: "parties that ratified",
  mustRatify: "parties that must ratify",
  alsoKnownAs: "also known as",
  capitalId: "capital",
};

/** Fields that hold a date as EDTF, and fields that hold a day by its number. */
const DATE = /^(when|edtf|from|to|born|died|since|until)$|(Edtf|On)$/;

/** Days from 1970 that somebody may mean: some ten thousand years. */
const MOST_DAYS = 3_000_000;

/** A field's name in words: `parties that ratified`, `place`, `official name`. */
export function labelOf(name: string): string {
  const own = LABELS[name];
  if (own !== undefined) return own;
  return name
    .replace(/(Id|Edtf)$/, "")
    .replace(/Ids$/, "s")
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** A single value in words; null for nothing. `name` is that of its field. */
export function phraseOf(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    const isDay = DATE.test(name) && Number.isInteger(value) && Math.abs(value) < MOST_DAYS;
    return isDay ? dated(isoOf(value)) : String(value);
  }
  const text = String(value);
  if (DATE.test(name)) return dated(text);
  return /^[A-Z][A-Z_]+$/.test(text) && !isCode(name) ? (APART[text] ?? wordOf(text)) : text;
}

/** A date in words, or what is no date as it is. */
export function dated(edtf: string | null, isFixed = true): string {
  if (edtf === null) return wordsOfWhen(notFixed());
  try {
    return wordsOfWhen(isFixed ? parseWhen(edtf) : notFixed(edtf));
  } catch (error) {
    if (isRefusal(error)) return edtf;
    throw error;
  }
}

/** Codes of countries are in capitals, too, and so are short names. */
const isCode = (name: string) => /code|alpha|name|title|alias|knownAs/i.test(name);
