// Of which state of the data a copy is.
import { lastChange } from "../history/history.ts";
import { Refusal } from "../refusal.ts";
import type { AnyRow } from "../storage/shape.ts";
import type { Tx } from "../storage/storage.ts";
import { type Day, dayOf, isoOf } from "../when/day.ts";

/** Number and moment of the last change that a copy holds the data of, and the day whose knowledge it holds; null for all. */
export interface Mark {
  asOf: Day | null;
  revision: number;
  recordedAt: string | null;
}

/** What the data set says of itself, in a database that is a copy as of a day and has no changes of its own to say it. */
const KEYS = ["asOf", "revision", "recordedAt"];

/**
 * The mark of a copy made now, as of a day or of all.
 * @throws Refusal INVALID_INPUT when the database is itself a copy, as of an earlier day.
 */
export async function markOf(tx: Tx, asOf: Day | null): Promise<Mark> {
  const last = await lastChange(tx);
  if (last) return { asOf, revision: last.revision, recordedAt: last.at };
  const held = new Map(
    (await tx.db.select().from(tx.tables.dataset)).map((row) => [row.key, row.value]),
  );
  const until = held.get("asOf");
  if (until === undefined) return { asOf, revision: 0, recordedAt: null };
  if (asOf !== null && asOf > dayOf(until)) {
    throw new Refusal(
      "INVALID_INPUT",
      `The database holds what was known on ${until}. Name that day or an earlier one.`,
    );
  }
  const recordedAt = held.get("recordedAt") || null;
  return { asOf: asOf ?? dayOf(until), revision: Number(held.get("revision")), recordedAt };
}

/** What the data set says of itself in a copy as of a day. */
export function marked(rows: readonly AnyRow[], { asOf, revision, recordedAt }: Mark): AnyRow[] {
  if (asOf === null) return [...rows];
  const day = isoOf(asOf);
  const own = rows
    .filter(({ key }) => !KEYS.includes(String(key)))
    // Nothing was looked up later than is told.
    .map((row) =>
      row.key === "horizon" && String(row.value) > day ? { ...row, value: day } : row,
    );
  const values = [day, String(revision), recordedAt ?? ""];
  const rest = KEYS.map((key, index) => ({ key, value: values[index] }));
  return [...own, ...rest].sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
}
