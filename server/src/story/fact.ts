// What a publication states, fact by fact, once it was published.
import { and, asc, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import { OPEN } from "../ledger/ledger.ts";
import { type SourceRow, sourcesOf } from "../source/source.ts";
import { aligned, distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Db, Tx } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import type { Ref } from "./node.ts";

/** A fact with the publication that states it. */
export type FactRow = Stored<"fact"> & { __typename: "Fact"; source: SourceRow };

function published(db: Db, { fact, source }: Tables) {
  const out = or(isNull(source.publishedDay), lte(source.publishedDay, sql.placeholder("asOf")));
  return { rows: db.select({ fact, source }).from(fact), on: eq(source.id, fact.sourceId), out };
}

function factRow(read: { fact: Stored<"fact">; source: Stored<"source"> }): FactRow {
  const source: SourceRow = { __typename: "Source", ...read.source };
  return { __typename: "Fact", ...read.fact, source };
}

/** Facts by id: entry i for id i, null where there is none published by the day. */
export async function factsById(
  { tx, asOf }: Reading,
  ids: readonly string[],
): Promise<(FactRow | null)[]> {
  const run = prepared(tx, "fact.byId", (db, tables) => {
    const { rows, on, out } = published(db, tables);
    const among = inList(tx, tables.fact.id, sql.placeholder("ids"));
    return rows.innerJoin(tables.source, on).where(and(among, out));
  });
  const rows = (await run({ ids: distinct(ids), asOf: asOf ?? OPEN })).map(factRow);
  return aligned(ids, rows, (row) => row.id);
}

/** The facts of each publication that was out by the day, in their order: some hundred at most. */
export async function factsOfSources(
  { tx, asOf }: Reading,
  sourceIds: readonly (string | null)[],
): Promise<FactRow[][]> {
  const run = prepared(tx, "fact.ofSources", (db, tables) => {
    const { rows, on, out } = published(db, tables);
    const among = inList(tx, tables.fact.sourceId, sql.placeholder("ids"));
    return rows
      .innerJoin(tables.source, on)
      .where(and(among, out))
      .orderBy(asc(tables.fact.sourceId), asc(tables.fact.position));
  });
  const rows = (await run({ ids: distinct(sourceIds), asOf: asOf ?? OPEN })).map(factRow);
  return grouped(
    sourceIds.map((id) => id ?? ""),
    rows,
    (row) => row.sourceId,
  );
}

/** What each fact is about. */
export async function refsOfFacts(tx: Tx, ids: readonly string[]): Promise<Ref[][]> {
  const run = prepared(tx, "fact.refs", (db, { factRef }) =>
    db
      .select()
      .from(factRef)
      .where(inList(tx, factRef.factId, sql.placeholder("ids")))
      .orderBy(asc(factRef.factId), asc(factRef.position)),
  );
  const rows = await run({ ids: distinct(ids) });
  return grouped(ids, rows, (row) => row.factId).map((group) =>
    group.map(({ type, refId }) => ({ type, id: refId })),
  );
}

/** What each fact rests on, the publication first. */
export function sourcesOfFacts(
  { tx, asOf }: Reading,
  ids: readonly string[],
): Promise<SourceRow[][]> {
  const table = tx.tables.factSource;
  const { factId: owner, position, sourceId: source } = table;
  return sourcesOf(tx, { table, owner, position, source }, ids, asOf);
}
