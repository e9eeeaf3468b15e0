// What all merges promise, asked of each alike.
import type { TableName } from "../src/storage/shape.ts";
import { COPIED } from "../src/transfer/copied.ts";
import type { World } from "./world.ts";

/** Tables of the log, and those that are made anew from what is copied and that readers are answered from. */
const LOG: readonly TableName[] = ["change", "pastRow"];
const FOLDED: readonly TableName[] = ["eventState", "agreementState", "searchEntry", "tally"];

/**
 * Every row that reads are answered from, as text, without versions, which only grow; the new sources of edits and the log aside. Two that are the
 * same answer every read the same.
 */
export function rowsOf({ storage }: World): Promise<Record<string, string[]>> {
  return storage.read(async ({ db, tables }) => {
    const found: Record<string, string[]> = {};
    for (const name of [...COPIED.filter((each) => !LOG.includes(each)), ...FOLDED]) {
      const rows = (await db.select().from(tables[name as "forum"])) as object[];
      found[name] = rows.map((row) => JSON.stringify({ ...row, version: 0 })).sort();
    }
    return found;
  });
}
