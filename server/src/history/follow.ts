// One follower's walk along the log: from a cursor, over what is there, to whatever comes.
import { Refusal } from "../refusal.ts";
import type { Storage } from "../storage/storage.ts";
import { isWanted, revisionIn, type Wanted } from "./filter.ts";
import type { ChangeRecord } from "./record.ts";
import { changesWithin, revision } from "./store.ts";
import { Tail } from "./tail.ts";

/** Part of the walk: what came, oldest first, and where it led. Nothing up to `cursor` is left out; `changes` may be empty. */
export interface Step {
  changes: ChangeRecord[];
  cursor: number;
}

/** Changes handed on at a time. */
export const STEP = 100;

/** Each storage's tail, while somebody follows it. */
const tails = new WeakMap<Storage, { tail: Tail; opened: Promise<void>; followers: number }>();

/**
 * The revision to go on after: the cursor's; with `since` and without a cursor the beginning; else the end as it is now.
 * Refuses with INVALID_INPUT a cursor that is ahead of the log: waiting for the log to catch up would pass over what is recorded until then.
 */
export async function startOf(
  storage: Storage,
  after: string | null,
  since: string | null,
): Promise<number> {
  const end = await storage.read(revision);
  if (after === null) return since === null ? end : 0;
  const cursor = revisionIn(after);
  if (cursor <= end) return cursor;
  throw new Refusal(
    "INVALID_INPUT",
    `The cursor ${cursor} is ahead of the record, which ends at revision ${end}: it was restored from an older copy, or the cursor is another server's. Read everything anew, and follow from there.`,
    { facts: { cursor, revision: end }, path: ["after"] },
  );
}

/**
 * The changes after a revision that are wanted, and all that come later, until the signal aborts. Only one step is read ahead of whoever
 * takes them, so that a slow taker costs no memory.
 */
export async function* follow(
  storage: Storage,
  wanted: Wanted,
  after: number,
  signal: AbortSignal,
): AsyncGenerator<Step, void, undefined> {
  const { tail, leave } = await join(storage);
  try {
    let cursor = after;
    while (!signal.aborted) {
      const recent = tail.after(cursor, STEP);
      const step = recent
        ? { changes: recent.filter((change) => isWanted(wanted, change)), cursor: ends(recent) }
        : await storage.read((tx) => changesWithin(tx, wanted, cursor, STEP));
      if (step.cursor !== null && step.cursor > cursor) {
        cursor = step.cursor;
        yield { ...step, cursor };
      } else {
        await tail.beyond(cursor, signal);
      }
    }
  } finally {
    leave();
  }
}

const ends = (changes: readonly ChangeRecord[]) => changes.at(-1)?.revision ?? null;

async function join(storage: Storage): Promise<{ tail: Tail; leave: () => void }> {
  let shared = tails.get(storage);
  if (!shared) {
    const tail = new Tail(storage);
    shared = { tail, opened: tail.open(), followers: 0 };
    tails.set(storage, shared);
  }
  const { tail, opened } = shared;
  const mine = shared;
  mine.followers++;
  const leave = () => {
    mine.followers--;
    if (mine.followers > 0) return;
    tail.close();
    if (tails.get(storage) === mine) tails.delete(storage);
  };
  try {
    await opened;
  } catch (error) {
    leave();
    throw error;
  }
  return { tail, leave };
}
