/** Words for entries. */

/** With a large first letter. */
export function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The last of these moments, ISO 8601; the beginning of time where there is none. */
export function lastOf(moments: readonly string[]): string {
  return [...moments].sort().at(-1) ?? "1970-01-01T00:00:00.000Z";
}
