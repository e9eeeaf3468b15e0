// What is left of something that was made and withdrawn: the change that withdrew it.
import type { Reading } from "../graphql/context.ts";
import { globalId } from "../graphql/id.ts";
import type { Row } from "../graphql/load.ts";
import {
  CHANGED,
  type Changed,
  type ChangeRecord,
  changeRow,
  lastChangeOf,
} from "../history/history.ts";
import { pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { dayOf } from "../when/day.ts";

/** Something that a change can be of. */
export interface Ref {
  type: Changed;
  slug: string;
}

/** Whether a change withdrew what it was done to. */
export function isWithdrawal({ entityId, before, after }: ChangeRecord): boolean {
  return entityId !== null && before !== null && after === null;
}

/** What is left of each, where that is all; null where nothing is, and on a day before it was withdrawn. Rare, so they are asked for one by one. */
export async function withdrawnAmong(
  { tx, asOf }: Reading,
  refs: readonly (Ref | null)[],
): Promise<(Row | null)[]> {
  const found: (Row | null)[] = [];
  for (const ref of refs) {
    const last = ref && (await lastChangeOf(tx, ref.type, ref.slug));
    const isToldOf =
      last && isWithdrawal(last) && (asOf === null || dayOf(last.at.slice(0, 10)) <= asOf);
    found.push(ref && isToldOf ? withdrawnRow(ref, last, await titleOf(tx, ref, last)) : null);
  }
  return found;
}

/** What it was called: the change has it, unless the thing lives by its reports, and its row is still there. */
async function titleOf(tx: Tx, { type, slug }: Ref, { before }: ChangeRecord): Promise<string> {
  const told = before as { title?: string; name?: string } | null;
  const table = type === "Event" ? "event" : type === "Agreement" ? "agreement" : null;
  const [row] = table === null ? [] : await pick(tx, table, [slug]);
  return row?.title ?? told?.title ?? told?.name ?? slug;
}

function withdrawnRow({ type, slug }: Ref, last: ChangeRecord, title: string): Row {
  const { version, at, by, note } = last;
  const [name] = Object.entries(CHANGED).find(([, each]) => each === type) ?? [];
  const own = { __typename: "Withdrawn", id: slug, globalId: globalId(type, slug), type: name };
  return { ...own, title, version, at, by, note, change: changeRow(last) };
}

/** What `node` answers for a slug that nothing has any more. */
export async function goneNodes(
  reading: Reading,
  type: string,
  slugs: string[],
): Promise<(Row | null)[]> {
  const isOfChanges = Object.values(CHANGED).includes(type as Changed);
  if (!isOfChanges) return slugs.map(() => null);
  return withdrawnAmong(
    reading,
    slugs.map((slug) => ({ type: type as Changed, slug })),
  );
}
