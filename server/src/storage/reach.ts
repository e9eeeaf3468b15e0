// Rows that point at rows of their own table: parts of wholes, what replaced what.
import { type Entity, pick } from "./pick.ts";
import type { Tx } from "./storage.ts";

/** Whether the way from a row, by the pointer of each to the next, comes to another row. A row comes to itself. Ends where a way goes round. */
export async function reaches(
  tx: Tx,
  [table, pointer]: readonly [table: Entity, pointer: string],
  from: string | null,
  to: string,
): Promise<boolean> {
  const seen = new Set<string>();
  for (let at = from; at !== null && !seen.has(at); ) {
    if (at === to) return true;
    seen.add(at);
    const [row] = (await pick(tx, table, [at])) as (Record<string, unknown> | null)[];
    at = (row?.[pointer] as string | null | undefined) ?? null;
  }
  return false;
}
