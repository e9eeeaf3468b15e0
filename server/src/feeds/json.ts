import type { EventEntry } from "./entry.ts";
import { pageOf, type Where } from "./place.ts";
import type { Taken } from "./take.ts";

/** A page as JSON: `{ asOf, revision, licence, totalCount, next, items }`, the items as GraphQL has them, with the address of their page. */
export function jsonOf(taken: Taken, { origin, next }: Where): string {
  const { asOf, revision, licence, totalCount } = taken;
  const items = taken.entries.map(({ __typename, ...entry }) => ({
    ...entry,
    url: pageOf({ __typename, ...entry } as EventEntry, origin, asOf),
  }));
  return `${JSON.stringify({ asOf, revision, licence, totalCount, next, items })}\n`;
}
