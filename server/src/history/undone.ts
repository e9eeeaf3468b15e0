// Which change undid which. An undoing can be undone in turn, and then what it undid stands again.
//
//   1 ◀── 2 ◀── 3      3 undid 2, which undid 1: 2 is undone by 3, and 1 stands
import { and, gt, inArray, max } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";
import type { ChangeRecord } from "./record.ts";
import { changesOfRevisions } from "./store.ts";

/** Entry i is the change that undid revision i and stands itself; null where none does. A statement for each undoing of an undoing, and one more. */
export async function undoersOf(
  tx: Tx,
  revisions: readonly number[],
): Promise<(ChangeRecord | null)[]> {
  const last = new Map<number, number>();
  for (let next = [...new Set(revisions)]; next.length > 0; ) {
    const found = await lastUndoers(tx, next);
    for (const [undone, by] of found) last.set(undone, by);
    next = [...found.values()];
  }
  const by = revisions.map((revision) => standingUndoer(last, revision));
  const made = new Map(
    (await changesOfRevisions(tx, [...new Set(by.filter((each) => each !== null))])).map(
      (record) => [record.revision, record],
    ),
  );
  return by.map((revision) => (revision === null ? null : (made.get(revision) ?? null)));
}

/** Of several undoings of one change only the last can stand: each of the others was undone before the next. What names itself or a later one undid nothing. */
async function lastUndoers(tx: Tx, revisions: number[]): Promise<Map<number, number>> {
  const { change } = tx.tables;
  const rows = await tx.db
    .select({ undone: change.undoes, by: max(change.revision).mapWith(Number) })
    .from(change)
    .where(and(inArray(change.undoes, revisions), gt(change.revision, change.undoes)))
    .groupBy(change.undoes);
  return new Map(rows.map(({ undone, by }) => [Number(undone), Number(by)]));
}

/** The undoing of a revision, where that is not undone itself: at the end of an even chain everything stands as it did at first. */
function standingUndoer(last: ReadonlyMap<number, number>, revision: number): number | null {
  const by = last.get(revision) ?? null;
  let links = 0;
  for (let at = by; at !== null; at = last.get(at) ?? null) links++;
  return links % 2 === 1 ? by : null;
}
