// Pages of lists that stay small, such as a forum's memberships: read whole in one statement for many parents, cut here.
import { type Connection, connectionOf, type PageRequest, type SortKey } from "./page.ts";

/**
 * The page of `rows` that was asked for, in ascending order of their keys, the last part of which must be unique. For a descending order give
 * negated numbers. `totalCount` is the count of `rows`.
 */
export function pageOfWhole<Row>(
  rows: readonly Row[],
  request: PageRequest,
  keyOfRow: (row: Row) => SortKey,
): Connection<Row> {
  const { size, backward, after, before } = request;
  const ordered = [...rows].sort((a, b) => compareKeys(keyOfRow(a), keyOfRow(b)));
  if (backward) ordered.reverse();
  const within = ordered.filter(
    (row) =>
      (after === null || compareKeys(keyOfRow(row), after) > 0) &&
      (before === null || compareKeys(keyOfRow(row), before) < 0),
  );
  return connectionOf(within.slice(0, size + 1), request, keyOfRow, rows.length);
}

/** Orders keys part by part: null after everything, numbers by size, text by code point, as both engines do. */
export function compareKeys(a: SortKey, b: SortKey): number {
  for (let part = 0; part < a.length; part += 1) {
    const order = comparePart(a[part] ?? null, b[part] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function comparePart(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  if (typeof a === "string" && typeof b === "string") {
    return Buffer.compare(Buffer.from(a, "utf8"), Buffer.from(b, "utf8"));
  }
  return Number(a) - Number(b);
}
