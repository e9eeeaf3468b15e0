// The log of changes: appended in the transaction of the change itself, so that history cannot lie.
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  lt,
  lte,
  max,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { PageRequest } from "../graphql/page.ts";
import { type By, between, inOrder } from "../storage/keyset.ts";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import { hashOf } from "./chain.ts";
import type { Wanted } from "./filter.ts";
import { mayTouch, touchesOf } from "./many.ts";
import type { Changed, ChangeRecord, NewChange } from "./record.ts";
import { headOf } from "./seal.ts";
import { Walk } from "./walk.ts";

/** Revisions that one statement looks through for changes that are wanted. */
const STRETCH = 5_000;

/**
 * Appends a change and answers it with its revision: one more than the last. Only inside a write, and once all else is written: what a write
 * touches after its change counts to the next one, and so do reports.
 */
export async function recordChange(tx: Tx, change: NewChange): Promise<ChangeRecord> {
  const head = await headOf(tx);
  const own = await new Walk(tx, head?.lastReport ?? 0).upTo(null);
  const open = {
    ...asStored(change),
    revision: (head?.revision ?? 0) + 1,
    prevHash: head?.hash ?? null,
    lastReport: own.last,
    reportsHash: own.hash,
  };
  const record: ChangeRecord = { ...open, hash: hashOf(open) };
  await tx.db.insert(tx.tables.change).values(record);
  tx.notify("changes");
  return record;
}

/** A change as the database will give it back: no half characters in its text, and of its fields what JSON can say. */
function asStored(change: NewChange): NewChange {
  const { note, before, after } = change;
  return {
    ...change,
    by: whole(change.by),
    note: note === null ? null : whole(note),
    before: asJson(before),
    after: asJson(after),
  };
}

const whole = (text: string) => Buffer.from(text).toString();
const asJson = (value: unknown) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** The revision of the last change; 0 for an empty database. */
export async function revision(tx: Tx): Promise<number> {
  const [row] = await tx.db
    .select({ revision: max(tx.tables.change.revision).mapWith(Number) })
    .from(tx.tables.change);
  return row?.revision ?? 0;
}

/** Number and moment of the last change; null before any. One statement, by the primary key. */
export async function lastChange(tx: Tx): Promise<{ revision: number; at: string } | null> {
  const run = prepared(tx, "change.stamp", (db, { change }) =>
    db
      .select({ revision: change.revision, at: change.at })
      .from(change)
      .orderBy(desc(change.revision))
      .limit(1),
  );
  const [last] = await run();
  return last ?? null;
}

/**
 * What stands for the data as it is now: number and moment of the last change. It differs after every write, and between databases that
 * went different ways to the same number.
 */
export async function lastStamp(tx: Tx): Promise<string> {
  const last = await lastChange(tx);
  return last ? `${last.revision}@${last.at}` : "0";
}

/** Wanted changes after revision `after`, oldest first, at most `limit`. */
export async function changesSince(
  tx: Tx,
  wanted: Wanted,
  after: number | null,
  limit: number,
): Promise<ChangeRecord[]> {
  const { change } = tx.tables;
  return tx.db
    .select()
    .from(change)
    .where(and(conditionsOf(tx, wanted), after === null ? undefined : gt(change.revision, after)))
    .orderBy(asc(change.revision))
    .limit(limit);
}

/**
 * Wanted changes after revision `after`, oldest first, at most `limit`, and up to where the log was looked through. It looks through a bounded
 * stretch, so that wanting something rare does not hold everybody else up.
 */
export async function changesWithin(
  tx: Tx,
  wanted: Wanted,
  after: number,
  limit: number,
): Promise<{ changes: ChangeRecord[]; cursor: number }> {
  const { change } = tx.tables;
  const end = Math.min(after + STRETCH, await revision(tx));
  const changes = await tx.db
    .select()
    .from(change)
    .where(and(gt(change.revision, after), lte(change.revision, end), conditionsOf(tx, wanted)))
    .orderBy(asc(change.revision))
    .limit(limit);
  const last = changes.at(-1);
  return { changes, cursor: last && changes.length === limit ? last.revision : end };
}

/** One more than a page of wanted changes, read from the side that it is counted from. */
export async function changesPage(
  tx: Tx,
  wanted: Wanted,
  request: PageRequest,
): Promise<ChangeRecord[]> {
  const { change } = tx.tables;
  const order: By[] = [{ value: change.revision, way: "ASC" }];
  return tx.db
    .select()
    .from(change)
    .where(and(conditionsOf(tx, wanted, true), between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
}

/** How many changes are wanted in all. */
export async function countChangesSince(tx: Tx, wanted: Wanted): Promise<number> {
  return counted(tx, conditionsOf(tx, wanted, true));
}

/** `isWanted` in SQL; `exactly`, without changes of many that reported nothing on what the slugs name. */
function conditionsOf(
  tx: Tx,
  { since, until, types, slugs, actions, by }: Wanted,
  exactly = false,
): SQL | undefined {
  const { change } = tx.tables;
  const ofMany = isNull(change.entityType);
  return and(
    since === null ? undefined : gte(change.at, since),
    until === null ? undefined : lt(change.at, until),
    actions === null ? undefined : inArray(change.action, [...actions]),
    by === null ? undefined : inArray(change.by, [...by]),
    types === null && slugs === null
      ? undefined
      : or(
          slugs !== null && exactly ? and(ofMany, mayTouch(tx, types, slugs)) : ofMany,
          and(
            types === null ? undefined : inArray(change.entityType, [...types]),
            slugs === null ? undefined : inArray(change.entityId, [...slugs]),
          ),
        ),
  );
}

/** The last change of one entity; null if none is recorded for it. */
export async function lastChangeOf(
  tx: Tx,
  entityType: Changed,
  entityId: string,
): Promise<ChangeRecord | null> {
  const { change } = tx.tables;
  const [record] = await tx.db
    .select()
    .from(change)
    .where(and(eq(change.entityType, entityType), eq(change.entityId, entityId)))
    .orderBy(desc(change.revision))
    .limit(1);
  return record ?? null;
}

/** The last change of each of these entities that has any, in no order: one statement. */
export async function lastChangesOf(
  tx: Tx,
  entityType: Changed,
  entityIds: readonly string[],
): Promise<ChangeRecord[]> {
  const { change } = tx.tables;
  return tx.db
    .select()
    .from(change)
    .where(
      and(
        eq(change.entityType, entityType),
        inList(tx, change.entityId, entityIds),
        sql`${change.revision} = (select max("later"."revision") from ${change} "later"
          where "later"."entity_type" = ${entityType} and "later"."entity_id" = ${change.entityId})`,
      ),
    );
}

/** The change of the same entity before a change; null for its first. */
export async function changeBefore(
  tx: Tx,
  { entityType, entityId, revision: before }: ChangeRecord,
): Promise<ChangeRecord | null> {
  if (entityType === null || entityId === null) return null;
  const { change } = tx.tables;
  const [record] = await tx.db
    .select()
    .from(change)
    .where(
      and(
        eq(change.entityType, entityType),
        eq(change.entityId, entityId),
        lt(change.revision, before),
      ),
    )
    .orderBy(desc(change.revision))
    .limit(1);
  return record ?? null;
}

/** The last change by which an entity came to stand as it does: its own, or one of many that reported on it; null for neither. */
export async function lastTouchOf(
  tx: Tx,
  entityType: Changed,
  entityId: string,
): Promise<ChangeRecord | null> {
  const own = await lastChangeOf(tx, entityType, entityId);
  const [touch] = await touchesOf(tx, entityType, [entityId]);
  if (!touch || touch.revision < (own?.revision ?? 0)) return own;
  return (await changesOfRevisions(tx, [touch.revision]))[0] ?? own;
}

/** The changes of the same entity after a change, newest first. */
export async function changesAfter(
  tx: Tx,
  { entityType, entityId, revision: after }: ChangeRecord,
): Promise<ChangeRecord[]> {
  if (entityType === null || entityId === null) return [];
  const { change } = tx.tables;
  return tx.db
    .select()
    .from(change)
    .where(
      and(
        eq(change.entityType, entityType),
        eq(change.entityId, entityId),
        gt(change.revision, after),
      ),
    )
    .orderBy(desc(change.revision));
}

/** The change of this revision; null if there is none. */
export async function changesOfRevisions(tx: Tx, revisions: number[]): Promise<ChangeRecord[]> {
  if (revisions.length === 0) return [];
  const { change } = tx.tables;
  return tx.db.select().from(change).where(inArray(change.revision, revisions));
}

/**
 * For each of these entities, one more than a page of its changes, read from the side that it is counted from: its own, and those of many that
 * reported on it.
 */
export async function changesOfEntities(
  tx: Tx,
  entityType: Changed,
  entityIds: string[],
  request: PageRequest,
): Promise<Map<string, ChangeRecord[]>> {
  const found = new Map<string, ChangeRecord[]>(entityIds.map((id) => [id, []]));
  for (const record of await ownChanges(tx, entityType, entityIds, request))
    found.get(record.entityId ?? "")?.push(record);
  const touches = await touchesOf(tx, entityType, entityIds, request);
  if (touches.length === 0) return found;
  const many = await changesOfRevisions(tx, [...new Set(touches.map(({ revision }) => revision))]);
  const records = new Map(many.map((record) => [record.revision, record]));
  for (const { id, revision } of touches)
    found.get(id)?.push(records.get(revision) as ChangeRecord);
  const way = request.backward ? 1 : -1;
  for (const own of found.values())
    own.sort((a, b) => way * (a.revision - b.revision)).splice(request.size + 1);
  return found;
}

/** For each of these entities, one more than a page of the changes that name it: one statement. */
async function ownChanges(
  tx: Tx,
  entityType: Changed,
  entityIds: string[],
  request: PageRequest,
): Promise<ChangeRecord[]> {
  const { change } = tx.tables;
  const order: By[] = [{ value: change.revision, way: "DESC" }];
  const ranked = tx.db
    .select({
      revision: change.revision,
      place:
        sql<number>`row_number() over (partition by ${change.entityId} order by ${inOrder(order, request)[0]})`.as(
          "place",
        ),
    })
    .from(change)
    .where(
      and(
        eq(change.entityType, entityType),
        inArray(change.entityId, entityIds),
        between(order, request),
      ),
    )
    .as("ranked");
  const rows = await tx.db
    .select({ change })
    .from(change)
    .innerJoin(ranked, eq(ranked.revision, change.revision))
    .where(sql`${ranked.place} <= ${request.size + 1}`)
    .orderBy(...inOrder(order, request));
  return rows.map((row) => row.change);
}

/** How many changes each of these entities has. */
export async function countChangesOfEntities(
  tx: Tx,
  entityType: Changed,
  entityIds: string[],
): Promise<Map<string, number>> {
  const { change } = tx.tables;
  const rows = await tx.db
    .select({ id: change.entityId, n: count() })
    .from(change)
    .where(and(eq(change.entityType, entityType), inArray(change.entityId, entityIds)))
    .groupBy(change.entityId);
  const counts = new Map(rows.map((row) => [row.id ?? "", row.n]));
  for (const { id } of await touchesOf(tx, entityType, entityIds))
    counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

async function counted(tx: Tx, where: SQL | undefined): Promise<number> {
  const [row] = await tx.db.select({ n: count() }).from(tx.tables.change).where(where);
  return row?.n ?? 0;
}
