// What is kept of something, as named values; what a correction made of them; and how that is undone. Pure.
//
//   { name: "A", "terms.t1.to": null }  ─ corrected ─►  { name: "A", "terms.t1.to": "2026" }
//     the difference: before { "terms.t1.to": null }, after { "terms.t1.to": "2026" }; undone, it is turned round and applied

/** One value. Lists are compared whole. */
export type Value = string | number | boolean | null | readonly Value[];

/** Named values. A part is named by its kind and id: `terms.ID.to`. */
export type Fields = Readonly<Record<string, Value>>;

/** The values that differ: a name that stands on one side only was not there on the other. */
export interface Difference {
  before: Fields;
  after: Fields;
}

const isSame = (a: Value | undefined, b: Value | undefined) =>
  JSON.stringify(a) === JSON.stringify(b);

const chosen = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(
    names.flatMap((name): [string, Value][] => {
      const value = fields[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The names that either side has. */
export function namesIn({ before, after }: Difference): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

/** What differs between two sets of values. */
export function differenceOf(before: Fields, after: Fields): Difference {
  const names = namesIn({ before, after }).filter((name) => !isSame(before[name], after[name]));
  return { before: chosen(before, names), after: chosen(after, names) };
}

/** The difference that leads back. */
export function reversed({ before, after }: Difference): Difference {
  return { before: after, after: before };
}

/** The values once the difference is made. */
export function applied(fields: Fields, difference: Difference): Fields {
  const touched = new Set(namesIn(difference));
  const rest = Object.entries(fields).filter(([name]) => !touched.has(name));
  return { ...Object.fromEntries(rest), ...difference.after };
}

/** The names of which the values do not say what they said before the difference: something else has touched them. */
export function clashing(fields: Fields, difference: Difference): string[] {
  return namesIn(difference).filter((name) => !isSame(fields[name], difference.before[name]));
}

/** The parts of one kind, by id, each with its values under their own names. */
export function partsIn(fields: Fields, kind: string): Map<string, Record<string, Value>> {
  const parts = new Map<string, Record<string, Value>>();
  for (const [name, value] of Object.entries(fields)) {
    const [of, id, field] = name.split(".");
    if (of !== kind || id === undefined || field === undefined) continue;
    const part = parts.get(id) ?? {};
    part[field] = value;
    parts.set(id, part);
  }
  return parts;
}

/** The values of a part under the names that they have in the whole. */
export function partNamed(kind: string, id: string, part: Fields): Fields {
  return Object.fromEntries(
    Object.entries(part).map(([field, value]) => [`${kind}.${id}.${field}`, value]),
  );
}
