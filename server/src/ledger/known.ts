import { and, gt, lte, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Day } from "../when/day.ts";
import { OPEN } from "./values.ts";

/** The columns that say from when to when a state was what was known. */
interface Known {
  knownFrom: AnySQLiteColumn;
  knownTo: AnySQLiteColumn;
}

/** `latest` or `asOf`: the part of a statement's name that says which of `isKnown`'s two conditions it holds. */
export function asOfName(asOf: Day | null): "latest" | "asOf" {
  return asOf === null ? "latest" : "asOf";
}

/**
 * Whether a state is what was known: on the day of the parameter `asOf`, or, for null, today. The latest is asked for
 * literally, because a partial index serves no statement that might ask for another day.
 */
export function isKnown(state: Known, asOf: Day | null): SQL | undefined {
  if (asOf === null) return sql`${state.knownTo} = ${sql.raw(String(OPEN))}`;
  const day = sql.placeholder("asOf");
  return and(lte(state.knownFrom, day), gt(state.knownTo, day));
}
