// Filters that hold filters: `and`, `or`, `not`, in SQL and on what has been read.
import { and, or, type SQL, sql } from "drizzle-orm";
import { Refusal } from "../refusal.ts";

/** A filter that may hold others of its kind. What it says itself and what they say must all hold. */
export interface Nested<Filter> {
  and?: readonly Filter[] | null;
  or?: readonly Filter[] | null;
  not?: Filter | null;
}

/** So many filters may lie around another. */
export const MOST_DEPTH = 3;
/** So many may lie in one, counted all together: engines bound how long a condition may be. */
export const MOST_FILTERS = 50;

/** Whether a filter holds others. */
export function isNested<Filter>(filter: Nested<Filter>): boolean {
  return filter.and != null || filter.or != null || filter.not != null;
}

/** Refuses with INVALID_INPUT, and the way to the place, a filter that lies deeper or holds more than may be. */
export function checkNesting<Filter extends Nested<Filter>>(
  filter: Filter,
  path: readonly string[],
): void {
  let count = 0;
  const look = (each: Filter, depth: number, at: readonly string[]) => {
    if (depth > MOST_DEPTH) {
      throw new Refusal(
        "INVALID_INPUT",
        `\`and\`, \`or\` and \`not\` may lie ${MOST_DEPTH} deep in each other. Draw some of them together, or ask twice.`,
        { facts: { most: MOST_DEPTH }, path: [...at] },
      );
    }
    if (depth > 0) count += 1;
    if (count > MOST_FILTERS) {
      throw new Refusal(
        "INVALID_INPUT",
        `A filter may hold ${MOST_FILTERS} others. Name several values in one list, such as \`kinds\`, rather than one filter for each.`,
        { facts: { most: MOST_FILTERS }, path: [...at] },
      );
    }
    for (const key of ["and", "or"] as const) {
      each[key]?.forEach((inner, place) => {
        look(inner, depth + 1, [...at, key, String(place)]);
      });
    }
    if (each.not != null) look(each.not, depth + 1, [...at, "not"]);
  };
  look(filter, 0, path);
}

/**
 * The one condition of a filter; undefined for one that lets everything through. `own` gives that of what a filter says
 * itself. What is unknown of a row does not hold, and so `not` lets the row through.
 */
export function conditionIn<Filter extends Nested<Filter>>(
  filter: Filter,
  own: (filter: Filter) => SQL | undefined,
): SQL | undefined {
  const inner = (each: Filter) => conditionIn(each, own) ?? sql`1 = 1`;
  return and(
    own(filter),
    ...(filter.and ?? []).map(inner),
    filter.or == null ? undefined : (or(...filter.or.map(inner)) ?? sql`1 = 0`),
    filter.not == null ? undefined : sql`(${inner(filter.not)}) is not true`,
  );
}

/** `conditionIn` of what has been read: whether it holds. */
export function holdsIn<Filter extends Nested<Filter>>(
  filter: Filter,
  own: (filter: Filter) => boolean,
): boolean {
  const inner = (each: Filter) => holdsIn(each, own);
  return (
    own(filter) &&
    (filter.and ?? []).every(inner) &&
    (filter.or?.some(inner) ?? true) &&
    !(filter.not != null && inner(filter.not))
  );
}
