import { sql } from "drizzle-orm";
import { aligned, distinct } from "./align.ts";
import { inList } from "./match.ts";
import { prepared } from "./prepared.ts";
import type { Tx } from "./storage.ts";
import type { Tables } from "./tables.ts";

/** The tables whose rows have an id of text. */
export type Entity = {
  [Name in keyof Tables]: Tables[Name] extends { id: unknown } ? Name : never;
}[keyof Tables];

/** A row as it is stored. */
export type Stored<Name extends keyof Tables> = Tables[Name]["$inferSelect"];

/**
 * Rows by id, in one prepared statement however many: entry i for id i, null where there is none and for a null id. The same id twice gives
 * the same object twice.
 */
export async function pick<Name extends Entity>(
  tx: Tx,
  name: Name,
  ids: readonly (string | null)[],
): Promise<(Stored<Name> | null)[]> {
  const asked = distinct(ids);
  if (asked.length === 0) return ids.map(() => null);
  const run = prepared(tx, `${name}.pick`, (db, tables) =>
    db
      .select()
      .from(tables[name as "country"])
      .where(inList(tx, tables[name as "country"].id, sql.placeholder("ids"))),
  );
  const rows = (await run({ ids: asked })) as unknown as (Stored<Name> & { id: string })[];
  return aligned(ids, rows, (row) => row.id);
}

/** `pick`, of those that stand by themselves: what became part of another is not there. */
export async function pickStanding<Name extends Entity>(
  tx: Tx,
  name: Name,
  ids: readonly (string | null)[],
): Promise<(Stored<Name> | null)[]> {
  const rows = await pick(tx, name, ids);
  return rows.map((row) =>
    row !== null && "mergedInto" in row && row.mergedInto !== null ? null : row,
  );
}
