// Whether something could be told of on a day, by the day from which it was known; without one it was known all along.
import { isNull, lte, or, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Day } from "../when/day.ts";

/** Whether what is known from `knownOn` on was known on the day; null asks for today's knowledge. */
export function isKnownOn(knownOn: Day | null, day: Day | null): boolean {
  return knownOn === null || day === null || knownOn <= day;
}

/** `isKnownOn` of a column, inside the database. */
export function knownBy(knownOn: AnySQLiteColumn, day: Day | null): SQL | undefined {
  return day === null ? undefined : or(isNull(knownOn), lte(knownOn, day));
}
