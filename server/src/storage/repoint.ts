// What points at one row is made to point at another, and back.
import { and, eq } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { insertAll } from "./batch.ts";
import type { Entity } from "./pick.ts";
import { pointersAt } from "./referents.ts";
import { type AnyRow, keyOf, type TableName } from "./shape.ts";
import type { Tx } from "./storage.ts";

type AnyTable = SQLiteTable & Record<string, AnySQLiteColumn>;

/** Tables that name rows of any other by type and id, which no foreign key tells of. */
const TYPED = ["storyStepRef", "factRef"] as const;

/** Tables that never change: what they name stays, and whoever reads them is led on (merged.ts). */
const FOR_GOOD: readonly TableName[] = ["report", "reportSource", "reportParty", "change"];

/** Rows that name the same twice say it once: those of one pointer that are alike in these columns. */
const ONCE: Readonly<Record<string, readonly string[]>> = {
  "eventParticipant.leaderId": ["eventId"],
  "eventParticipant.forumId": ["eventId", "leaderId", "countryId"],
  "eventAgreement.agreementId": ["eventId"],
  "termSource.sourceId": ["termId"],
  "membershipSource.sourceId": ["membershipId"],
  "sessionSource.sourceId": ["sessionId"],
  "factSource.sourceId": ["factId"],
  "factRef.refId": ["factId", "type"],
  "storyStepSource.sourceId": ["storyId", "step"],
  "storyStepRef.refId": ["storyId", "step", "type"],
};

/** What of a row is to be pointed anew. */
export interface Repointing {
  table: Entity;
  /** What typed ids call such rows. */
  type: string;
  /** Tables whose rows are its own, and stay with it. */
  stays?: readonly TableName[] | undefined;
}

/**
 * Makes all that points at the row `from` point at `into`, and answers what was done, each as text for `repointed`. A row that would then say what
 * another says already is taken away. What can never be changed, such as a report, is left as it is.
 */
export async function repoint(
  tx: Tx,
  { table: target, type, stays = [] }: Repointing,
  from: string,
  into: string,
): Promise<string[]> {
  const typed = TYPED.map((table) => ({ table, property: "refId", within: type }));
  const pointers = pointersAt(target)
    .filter(({ table }) => !FOR_GOOD.includes(table) && !stays.includes(table))
    .map((each) => ({ ...each, within: null }));
  const moved: string[] = [];
  for (const { table, property, within } of [...pointers, ...typed]) {
    const at = tx.tables[table] as unknown as AnyTable;
    const here = (id: string) =>
      and(
        eq(at[property] as AnySQLiteColumn, id),
        within === null ? undefined : eq(at.type as AnySQLiteColumn, within),
      );
    const rows = (await tx.db.select().from(at).where(here(from))) as AnyRow[];
    if (rows.length === 0) continue;
    const alike = ONCE[`${table}.${property}`];
    const printed = (row: AnyRow) => JSON.stringify(alike?.map((name) => row[name]));
    const said = alike ? ((await tx.db.select().from(at).where(here(into))) as AnyRow[]) : [];
    const prints = new Set(said.map(printed));
    const key = keyOf(table);
    for (const row of rows) {
      if (alike && prints.has(printed(row))) moved.push(await removed(tx, table, row));
      else moved.push(JSON.stringify([table, property, ...key.map((name) => row[name])]));
    }
    await tx.db
      .update(at)
      .set({ [property]: into } as never)
      .where(here(from));
  }
  return moved;
}

/** Takes a row away, and answers what was done as text for `repointed`. */
export async function removed(tx: Tx, table: TableName, row: AnyRow): Promise<string> {
  const at = tx.tables[table] as unknown as AnyTable;
  await tx.db.delete(at).where(byKey(at, table, row));
  return JSON.stringify({ table, row });
}

function byKey(at: AnyTable, table: TableName, row: AnyRow) {
  return and(...keyOf(table).map((name) => eq(at[name] as AnySQLiteColumn, row[name])));
}

/** Makes what `repoint` moved point back, where it still points there, and brings back what was taken away, where its place is free. */
export async function repointed(
  tx: Tx,
  moved: readonly string[],
  from: string,
  into: string,
): Promise<void> {
  for (const text of moved) {
    const done = JSON.parse(text) as [TableName, string, ...unknown[]] | Gone;
    if (!Array.isArray(done)) {
      await broughtBack(tx, done);
      continue;
    }
    const [table, property, ...values] = done;
    const at = tx.tables[table] as unknown as AnyTable;
    const row = Object.fromEntries(keyOf(table).map((name, place) => [name, values[place]]));
    // A key that holds the pointer has moved with it.
    const key = property in row ? { ...row, [property]: into } : row;
    await tx.db
      .update(at)
      .set({ [property]: from } as never)
      .where(and(eq(at[property] as AnySQLiteColumn, into), byKey(at, table, key)));
  }
}

interface Gone {
  table: TableName;
  row: AnyRow;
}

async function broughtBack(tx: Tx, { table, row }: Gone): Promise<void> {
  const at = tx.tables[table] as unknown as AnyTable;
  const [taken] = await tx.db
    .select()
    .from(at)
    .where(byKey(at, table, row))
    .limit(1);
  if (!taken) await insertAll(tx, at, [row as never]);
}
