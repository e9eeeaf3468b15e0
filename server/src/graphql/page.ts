// Keyset pages: a cursor is the sort key of its row, so that a page costs the same wherever it stands and never skips.
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";

/** A sort key: the values a list is ordered by, the last of them unique. */
export type SortKey = readonly (string | number | null)[];

/** What a caller asked of a connection. `first` is checked; `after` is the key to go on behind. */
export interface PageRequest {
  first: number;
  after: SortKey | null;
}

/** A connection as resolvers hand it out: plain, so that the default resolver reads it. */
export interface Connection<Row> {
  nodes: Row[];
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  totalCount: number;
}

/** Opaque text of a sort key. */
export function cursorOf(key: SortKey): string {
  return Buffer.from(JSON.stringify(key), "utf8").toString("base64url");
}

/** The sort key in a cursor. Refuses with INVALID_INPUT what is not a key of `length` values. */
export function keyOf(cursor: string, length: number): SortKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key;
  } catch {
    // Falls through to the refusal: a cursor that cannot be read is one that we did not make.
  }
  throw new Refusal(
    "INVALID_INPUT",
    "This cursor is not one of this list's. Pass an `endCursor` or an edge's `cursor` from the same list and order, or leave `after` out.",
    { facts: { cursor }, path: ["after"] },
  );
}

function isKeyPart(value: unknown): value is string | number | null {
  if (typeof value === "string") return !value.includes("\0");
  return value === null || typeof value === "number";
}

/**
 * Reads `first` and `after` of a connection whose sort key has `keyLength` values.
 * Refuses with INVALID_INPUT a `first` outside 1 to `most`.
 */
export function pageRequest(
  args: { first?: number | null; after?: string | null },
  keyLength: number,
  most: number = LIMITS.pageSize.anonymous,
): PageRequest {
  const first = args.first ?? Math.min(20, most);
  if (!Number.isInteger(first) || first < 1 || first > most) {
    throw new Refusal(
      "INVALID_INPUT",
      `\`first\` must be from 1 to ${most}, not ${first}. ${LIMITS.pageSize.instead}`,
      { facts: { first, most }, path: ["first"] },
    );
  }
  return { first, after: args.after == null ? null : keyOf(args.after, keyLength) };
}

/**
 * Makes a connection of rows read with one more than asked: the extra row only tells that more follow.
 * `keyOfRow` gives each row's sort key.
 */
export function connectionOf<Row>(
  rows: readonly Row[],
  request: PageRequest,
  keyOfRow: (row: Row) => SortKey,
  totalCount: number,
): Connection<Row> {
  const nodes = rows.slice(0, request.first);
  const edges = nodes.map((node) => ({ cursor: cursorOf(keyOfRow(node)), node }));
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: rows.length > request.first,
      hasPreviousPage: request.after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
