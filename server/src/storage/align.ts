// From rows as a database gives them to one value for each thing asked about.

/** Entry i is the row whose key is `keys[i]`; null where there is none, and for a null key. */
export function aligned<Row>(
  keys: readonly (string | null)[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => (key === null ? null : (byKey.get(key) ?? null)));
}

/** Entry i holds the rows whose key is `keys[i]`, in the order they came. */
export function grouped<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[][] {
  const byKey = new Map<string, Row[]>();
  for (const row of rows) {
    const group = byKey.get(keyOf(row));
    if (group) group.push(row);
    else byKey.set(keyOf(row), [row]);
  }
  return keys.map((key) => byKey.get(key) ?? []);
}

/** The keys that are not null, each once: what a statement needs to be asked for. */
export function distinct(keys: readonly (string | null)[]): string[] {
  return [...new Set(keys.filter((key) => key !== null))];
}
