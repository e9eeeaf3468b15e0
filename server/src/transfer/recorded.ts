// The data as it was recorded at a revision: what later changes touched is put back, and what they added is left out.
import { setImmediate as nextTurn } from "node:timers/promises";
import { keyText, type Past, pastAt } from "../history/history.ts";
import { type AnyRow, keyOf, pagesOf, rowOfImage, sqlNameOf } from "../storage/shape.ts";
import type { Tx } from "../storage/storage.ts";
import type { Copied } from "./copied.ts";
import type { Pages } from "./fill.ts";

/** Tables whose rows carry their revision. */
const LOG: readonly Copied[] = ["change", "pastRow"];

/**
 * The rows of every table at a revision.
 * @throws Refusal NOT_FOUND when the past was not kept so far back; TOO_COSTLY when too much has changed since.
 */
export async function recordedAt(tx: Tx, revision: number): Promise<Pages> {
  const pasts = await pastAt(tx, revision);

  async function* log(name: Copied): AsyncGenerator<AnyRow[]> {
    for await (const page of pagesOf(tx, name)) {
      yield page.filter((row) => Number(row.revision) <= revision);
    }
  }

  return async function* (name): AsyncGenerator<AnyRow[]> {
    if (LOG.includes(name)) return yield* log(name);
    const past: Past = pasts.get(sqlNameOf(name)) ?? new Map();
    const key = keyOf(name);
    const gone = new Map(past);
    for await (const page of pagesOf(tx, name)) {
      // Somebody else waits for an answer meanwhile.
      await nextTurn();
      yield page.flatMap<AnyRow>((row) => {
        const text = keyText(key.map((property) => row[property]));
        const image = past.get(text);
        gone.delete(text);
        if (image === undefined) return row;
        return image === null ? [] : rowOfImage(name, image);
      });
    }
    const removed: AnyRow[] = [...gone.values()].filter((image) => image !== null);
    if (removed.length > 0) yield removed.map((image) => rowOfImage(name, image));
  };
}
