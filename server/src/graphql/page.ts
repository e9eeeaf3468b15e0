// Keyset pages: a cursor is the sort key of its row, so that a page costs the same wherever it stands and never skips.
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { USUAL } from "./usual.ts";

/** A sort key: the values a list is ordered by, the last of them unique. */
export type SortKey = readonly (string | number | null)[];

/** What a caller asked of a connection, checked: how many nodes of those between two keys, and from which side. */
export interface PageRequest {
  size: number;
  /** The last ones rather than the first. They are read from the back, and answered in the list's order all the same. */
  backward: boolean;
  after: SortKey | null;
  before: SortKey | null;
}

/** What the arguments of a connection are. */
export interface Paging {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
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
export function keyOf(cursor: string, length: number, name: "after" | "before" = "after"): SortKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === length && key.every(isKeyPart)) return key;
  } catch {
    // Falls through to the refusal: a cursor that cannot be read is one that we did not make.
  }
  throw new Refusal(
    "INVALID_INPUT",
    "This cursor is not one of this list's. Pass an `endCursor` or an edge's `cursor` from the same list and order, or leave it out.",
    { facts: { cursor }, path: [name] },
  );
}

function isKeyPart(value: unknown): value is string | number | null {
  if (typeof value === "string") return !value.includes("\0");
  return value === null || typeof value === "number";
}

/**
 * Reads the arguments of a connection whose sort key has `keyLength` values; `usual` is the size of a page whose caller
 * did not say. Refuses with INVALID_INPUT a `first` or `last` outside 1 to `most`, and both together.
 */
export function pageRequest(
  args: Paging,
  keyLength: number,
  most: number = LIMITS.pageSize.anonymous,
  usual: number = USUAL,
): PageRequest {
  if (args.first != null && args.last != null) {
    throw new Refusal(
      "INVALID_INPUT",
      "Give `first` or `last`, not both: `first` counts from the front, `last` from the back.",
      { path: ["last"] },
    );
  }
  const backward = args.last != null;
  const size = args.first ?? args.last ?? Math.min(usual, most);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    const name = backward ? "last" : "first";
    const instead = backward ? "Ask for the rest with `before`." : LIMITS.pageSize.instead;
    throw new Refusal(
      "INVALID_INPUT",
      `\`${name}\` must be from 1 to ${most}, not ${size}. ${instead}`,
      { facts: { [name]: size, most }, path: [name] },
    );
  }
  const key = (name: "after" | "before") =>
    args[name] == null ? null : keyOf(args[name], keyLength, name);
  return { size, backward, after: key("after"), before: key("before") };
}

/**
 * Makes a connection of rows read with one more than asked, from the side that the page is counted from: the extra row
 * only tells that more follow. `keyOfRow` gives each row's sort key.
 */
export function connectionOf<Row>(
  rows: readonly Row[],
  request: PageRequest,
  keyOfRow: (row: Row) => SortKey,
  totalCount: number,
): Connection<Row> {
  const { size, backward, after, before } = request;
  const nodes = rows.slice(0, size);
  if (backward) nodes.reverse();
  const edges = nodes.map((node) => ({ cursor: cursorOf(keyOfRow(node)), node }));
  const isMore = rows.length > size;
  return {
    nodes,
    edges,
    pageInfo: {
      hasNextPage: backward ? before !== null : isMore,
      hasPreviousPage: backward ? isMore : after !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
