/** Statuses and kinds in the words that the timeline has for them. */

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

/** With a large first letter. */
export function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The last of these moments, ISO 8601; the beginning of time where there is none. */
export function lastOf(moments: readonly string[]): string {
  return [...moments].sort().at(-1) ?? "1970-01-01T00:00:00.000Z";
}
