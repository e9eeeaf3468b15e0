// Fills an empty database with copied rows, and makes anew what follows from them.
import { refoldAgreements } from "../agreement/agreement.ts";
import { refoldEvents } from "../event/event.ts";
import { seal } from "../history/history.ts";
import { fillAll, insertAll } from "../storage/batch.ts";
import type { AnyRow } from "../storage/shape.ts";
import type { Tx } from "../storage/storage.ts";
import { COPIED, type Copied, LATER } from "./copied.ts";

/** The rows of a table, some hundred at a time. Asked for more than once where rows point at each other. */
export type Pages = (name: Copied) => AsyncIterable<AnyRow[]>;

/** Tables that are told of changes once there is one: they come when all else stands. */
const LOG: readonly Copied[] = ["change", "pastRow"];

/** Inserts every row, and folds the states from the reports. Only into an empty database, within a write. */
export async function fill(tx: Tx, pages: Pages): Promise<void> {
  for (const name of COPIED) {
    if (!LOG.includes(name)) await insertPages(tx, name, pages);
  }
  for (const [name, columns = []] of Object.entries(LATER)) {
    for await (const page of pages(name as Copied)) {
      const pointing = page.filter((row) => columns.some((column) => row[column] !== null));
      await fillAll(tx, tx.tables[name as "event"], pointing as never, ...(columns as never[]));
    }
  }
  for await (const page of pages("agreement")) await refoldAgreements(tx, page.map(idOf));
  for await (const page of pages("event")) await refoldEvents(tx, page.map(idOf));
  for (const name of LOG) await insertPages(tx, name, pages);
  // Those of a dump that an older program made come without a hash.
  await seal(tx);
}

async function insertPages(tx: Tx, name: Copied, pages: Pages): Promise<void> {
  const blank = Object.fromEntries((LATER[name] ?? []).map((column) => [column, null]));
  for await (const page of pages(name)) {
    const rows = page.map((row) => ({ ...row, ...blank }));
    await insertAll(tx, tx.tables[name as "event"], rows as never);
  }
}

const idOf = (row: AnyRow) => String(row.id);
