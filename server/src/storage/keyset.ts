// Where a page begins and ends in a list that is ordered by several columns, in either way of reading it.
import { and, asc, desc, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";

type Key = readonly (string | number | null)[];

/** Between which keys a page lies, and whether it is read from the back. */
export interface Bounds {
  after: Key | null;
  before: Key | null;
  backward: boolean;
}

/** One part of an order: what it is by, and which way. */
export interface By {
  value: AnySQLiteColumn | SQL;
  way: "ASC" | "DESC";
}

/** Whether a row lies between the bounds. The last part of the order must be unique. */
export function between(order: readonly By[], { after, before }: Bounds): SQL | undefined {
  return and(
    after === null ? undefined : past(order, after, false),
    before === null ? undefined : past(order, before, true),
  );
}

/** What to order a statement by, so that it reads from where the page is counted. */
export function inOrder(order: readonly By[], { backward }: Pick<Bounds, "backward">): SQL[] {
  return order.map(({ value, way }) => {
    const whole = sql`${value}`;
    return (way === "ASC") !== backward ? asc(whole) : desc(whole);
  });
}

/** Whether a row stands behind the key in the order, or before it. */
function past(order: readonly By[], key: Key, isBefore: boolean): SQL | undefined {
  return or(
    ...order.map(({ value, way }, place) => {
      const beyond = (way === "ASC") !== isBefore ? gt : lt;
      const same = order.slice(0, place).map((by, at) => eq(sql`${by.value}`, key[at]));
      return and(...same, beyond(sql`${value}`, key[place]));
    }),
  );
}
