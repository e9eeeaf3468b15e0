// Which agreements an event bears on, as an editor names them.
import { named, unknown, type Wrong } from "../edit/edit.ts";
import type { Tx } from "../storage/storage.ts";
import type { LinkFields } from "./kept.ts";

/** The links given, each agreement once. */
export async function linksGiven(
  tx: Tx,
  inputs: readonly LinkFields[],
  wrong: Wrong,
): Promise<LinkFields[]> {
  const slugs = inputs.map(({ agreement }) => agreement);
  const found = await named(tx, "agreement", slugs);
  const ids = found.map((row) => row?.id ?? null);
  return inputs.map(({ agreement, relation }, place) => {
    const field = `agreements.${place}.agreement`;
    const id = ids[place] ?? null;
    if (id === null) wrong(field, unknown("agreement", agreement));
    else if (ids.indexOf(id) < place) wrong(field, "It is named twice.");
    return { agreement: id ?? agreement, relation };
  });
}
