// Keyset pages: a cursor is the sort key of its row, so that a page costs the same wherever it stands and never skips.
import { LIMITS } from "../limits.ts";
import { Refusal } from "../refusal.ts";
import { USUAL } from "./usual.ts";

/** A sort key: the values a list is ordered by, the last of them unique. */
export type SortKey = readonly (string | number | null)[];

/** What one value of a sort key may be: any text, or a whole number within bounds. */
export type Part = "text" | { least: number; most: number };

/** How a list is ordered. `of` is said of no other list, nor of this one in another order: a cursor holds for nothing else. */
export interface Order {
  of: string;
  parts: readonly Part[];
}

/** A part of a key that is text. */
export const TEXT: Part = "text";
/** A part of a key that a column of whole numbers holds, such as a day. */
export const INT: Part = { least: -2_147_483_647, most: 2_147_483_647 };
/** A part of a key that is a whole number from 0 on. */
export const under = (end: number): Part => ({ least: 0, most: end - 1 });

/** What a caller asked of a connection, checked: how many nodes of those between two keys, and from which side. */
export interface PageRequest {
  order: Order;
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

/** Opaque text of a sort key in an order. */
export function cursorOf(key: SortKey, { of }: Order): string {
  const text = JSON.stringify(key);
  return Buffer.from(`${printOf(of + text)}${text}`, "utf8").toString("base64url");
}

/** Characters of a cursor's print. */
const PRINT = 7;

/**
 * A short print of a text (FNV-1a): it tells a cursor of another list, or one that lost a letter. It keeps nobody from making one up, so a
 * key is looked at as well.
 */
function printOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(PRINT, "0");
}

/** The sort key in a cursor. Refuses with INVALID_INPUT whatever is not a cursor of this list in this order, letter by letter. */
export function keyOf(cursor: string, order: Order, name: "after" | "before" = "after"): SortKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8").slice(PRINT));
    if (isKey(key, order.parts) && cursorOf(key, order) === cursor) return key;
  } catch {
    // Falls through to the refusal: a cursor that cannot be read is one that we did not make.
  }
  throw new Refusal(
    "INVALID_INPUT",
    "This cursor is not one of this list's. Pass an `endCursor` or an edge's `cursor` from the same list and order, or leave it out.",
    { facts: { cursor: cursor.slice(0, 80) }, path: [name] },
  );
}

function isKey(key: unknown, parts: readonly Part[]): key is SortKey {
  if (!Array.isArray(key) || key.length !== parts.length) return false;
  return parts.every((part, place) => isPart(key[place], part));
}

function isPart(value: unknown, part: Part): boolean {
  if (part === "text") return typeof value === "string" && !value.includes("\0");
  return Number.isSafeInteger(value) && Number(value) >= part.least && Number(value) <= part.most;
}

/**
 * Reads the arguments of a connection in an order; `usual` is the size of a page whose caller
 * did not say. Refuses with INVALID_INPUT a `first` or `last` outside 1 to `most`, and both together.
 */
export function pageRequest(
  args: Paging,
  order: Order,
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
    args[name] == null ? null : keyOf(args[name], order, name);
  return { order, size, backward, after: key("after"), before: key("before") };
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
  const edges = nodes.map((node) => ({ cursor: cursorOf(keyOfRow(node), request.order), node }));
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
