// What all merges promise, asked of each alike.
import { expect } from "vitest";
import { globalId } from "../src/graphql/id.ts";
import type { TableName } from "../src/storage/shape.ts";
import { COPIED } from "../src/transfer/copied.ts";
import type { Correcting } from "./correcting.ts";
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

/** Expects what every merge of two that could be one promises: by `mutation`, of records of a type, with the input that would merge them. */
export async function keepsToForm(
  desk: Correcting,
  mutation: string,
  type: string,
  input: { fromId: string; intoId: string },
): Promise<void> {
  await desk.needsAnEditor(mutation, input);
  await desk.rehearses(mutation, input);
  const before = await desk.counts();
  const stale = type === "Source" ? "StaleSourceError" : "StaleVersionError";
  for (const [wrong, field, error] of [
    [{ fromId: input.intoId }, "fromId", "InvalidInputError"],
    [{ fromId: globalId(type, "nowhere") }, "fromId", "NotFoundError"],
    [{ intoId: globalId("Country", "iran") }, "intoId", "NotFoundError"],
    [{ expectedVersion: 7 }, "expectedVersion", stale],
    [{ expectedFromVersion: 7 }, "expectedFromVersion", stale],
    [{ note: " " }, "note", "InvalidInputError"],
  ] as const) {
    const { errors } = await desk.sent(mutation, { ...input, ...wrong });
    expect(errors).toMatchObject([{ __typename: error, path: ["input", field] }]);
  }
  expect(await desk.counts()).toEqual(before);
}
