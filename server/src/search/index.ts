// Keeps the index in step: triggers note what a write touches, and the write itself ends by bringing its entries up to date.
import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq, sql } from "drizzle-orm";
import { insertAll } from "../storage/batch.ts";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import type { Storage, Tx } from "../storage/storage.ts";
import { type Draft, entriesOf, keyFor } from "./entry.ts";
import { draftsOfAgreements, draftsOfEvents } from "./subjects.ts";
import {
  draftsOfCountries,
  draftsOfForums,
  draftsOfLeaders,
  draftsOfSessions,
  draftsOfSources,
  draftsOfStories,
  draftsOfTopics,
} from "./things.ts";
import { SEARCH_KINDS, type SearchKind } from "./values.ts";

/** Things indexed in one go. */
const BATCH = 400;

const DRAFTS: Record<SearchKind, (tx: Tx, ids: readonly string[]) => Promise<Draft[]>> = {
  COUNTRY: draftsOfCountries,
  LEADER: draftsOfLeaders,
  FORUM: draftsOfForums,
  SESSION: draftsOfSessions,
  AGREEMENT: draftsOfAgreements,
  EVENT: draftsOfEvents,
  SOURCE: draftsOfSources,
  STORY: draftsOfStories,
  TOPIC: draftsOfTopics,
};

/** The storage with an index that is never behind: every write, and a migration that leaves something to index, brings it up to date. */
export function indexed(storage: Storage): Storage {
  return {
    ...storage,
    write: (fn, options) =>
      storage.write(async (tx) => {
        const value = await fn(tx);
        await settle(tx);
        return value;
      }, options),
    async migrate() {
      await storage.migrate();
      if ((await storage.read(waiting)).length > 0) await storage.write(settle);
    },
  };
}

/** Makes the whole index anew. Give it a storage that is `indexed`. Answers how many entries it holds. */
export async function reindex(storage: Storage): Promise<number> {
  await storage.write(async ({ db, tables }) => {
    const { searchEntry, searchStale } = tables;
    await db.delete(searchEntry);
    for (const kind of SEARCH_KINDS) {
      const things = tables[kind.toLowerCase() as "event"];
      const all = db.select({ kind: sql`${kind}`.as("kind"), refId: things.id }).from(things);
      await db.insert(searchStale).select(all as never);
    }
  });
  return storage.read((tx) => tx.db.$count(tx.tables.searchEntry));
}

/** Indexes whatever waits for it. */
async function settle(tx: Tx): Promise<void> {
  for (let stale = await waiting(tx); stale.length > 0; stale = await waiting(tx)) {
    const kind = stale[0]?.kind as SearchKind;
    const ids = stale.filter((row) => row.kind === kind).map((row) => row.refId);
    await enter(tx, kind, ids);
    const { searchStale } = tx.tables;
    await tx.db
      .delete(searchStale)
      .where(and(eq(searchStale.kind, kind), inList(tx, searchStale.refId, ids)));
    // On SQLite nothing of a write lets go of the thread by itself: whoever else waits on it has a turn.
    if (stale.length === BATCH) await nextTurn();
  }
}

function waiting(tx: Tx) {
  return prepared(tx, "search.waiting", (db, { searchStale }) =>
    db
      .select({ kind: searchStale.kind, refId: searchStale.refId })
      .from(searchStale)
      .orderBy(searchStale.kind, searchStale.refId)
      .limit(BATCH),
  )();
}

/** Makes the entries of some things anew. */
async function enter(tx: Tx, kind: SearchKind, ids: readonly string[]): Promise<void> {
  const { searchEntry: entry } = tx.tables;
  // In one order, whichever the engine gave them in: of two that want one key, the same gets it everywhere.
  const drafts = (await DRAFTS[kind](tx, ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  await tx.db.delete(entry).where(and(eq(entry.kind, kind), inList(tx, entry.refId, ids)));
  const keys = await freeKeys(tx, drafts.map(keyFor));
  const rows = entriesOf(drafts).map((row, index) => ({ key: keys[index] as number, ...row }));
  await insertAll(tx, entry, rows);
}

/** The keys, with those that are taken replaced by the next that is free. */
async function freeKeys(tx: Tx, keys: readonly number[]): Promise<number[]> {
  const taken = new Set<number>();
  for (;;) {
    const free = keys.map((key) => {
      let next = key;
      while (taken.has(next)) next -= 1;
      taken.add(next);
      return next;
    });
    const found = await prepared(tx, "search.taken", (db, { searchEntry }) =>
      db
        .select({ key: searchEntry.key })
        .from(searchEntry)
        .where(inList(tx, searchEntry.key, sql.placeholder("keys"))),
    )({ keys: free });
    if (found.length === 0) return free;
    for (const key of free) taken.delete(key);
    for (const { key } of found) taken.add(key);
  }
}
