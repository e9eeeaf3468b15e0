/**
 * JSON in the one form that RFC 8785 gives it: names in the order of their UTF-16 units, no spaces, numbers and text as JavaScript writes them.
 * Equal values give equal text. What `isKept` refuses is left out of objects: by default only what JSON does not know.
 */
export function canonical(value: unknown, isKept = (each: unknown) => each !== undefined): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each, isKept)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).filter(([, each]) => isKept(each));
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each, isKept)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}

/** What is there of a row: columns without a value are left out, so that a column that is new later changes no text of before. */
export function held(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value != null));
}
