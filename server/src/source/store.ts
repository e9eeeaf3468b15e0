import { and, asc, eq, isNull, lte, or, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { PageRequest } from "../graphql/page.ts";
import { distinct, grouped } from "../storage/align.ts";
import { type By, between, inOrder } from "../storage/keyset.ts";
import { inList } from "../storage/match.ts";
import { ledTo } from "../storage/merged.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { containWords } from "../storage/words.ts";
import type { Day } from "../when/day.ts";
import { parseWhen } from "../when/when.ts";
import { knownSources } from "./known.ts";
import { type Publication, slugOfPublication } from "./slug.ts";
import type { SOURCE_KINDS } from "./values.ts";

/** A source as it is stored. */
export type SourceRow = Stored<"source"> & { __typename: "Source" };

/** Which sources to list; see `SourceFilter` in the contract. */
export interface SourceFilter {
  kinds?: (typeof SOURCE_KINDS)[number][] | null;
  stateMedia?: boolean | null;
  text?: string | null;
}

/** A table that says which sources something rests on. */
export interface Link {
  table: SQLiteTable;
  /** Whose source it is: a column, or what tells owners with a key of several columns apart. */
  owner: AnySQLiteColumn | SQL<string>;
  position: AnySQLiteColumn;
  source: AnySQLiteColumn;
}

const source = (row: Stored<"source">): SourceRow => ({
  __typename: "Source",
  ...row,
});

function publishedBy(tx: Tx, asOf: Day | null): SQL | undefined {
  const { publishedDay } = tx.tables.source;
  return asOf === null ? undefined : or(isNull(publishedDay), lte(publishedDay, asOf));
}

/** Sources by id, published by the day: entry i for id i, null where there is none by itself. */
export async function sourcesById(
  tx: Tx,
  ids: readonly (string | null)[],
  asOf: Day | null,
): Promise<(SourceRow | null)[]> {
  const rows = await pick(tx, "source", ids);
  return rows.map((row) => {
    const known = asOf === null || row?.publishedDay == null || row.publishedDay <= asOf;
    return row && known && row.mergedInto === null ? source(row) : null;
  });
}

/**
 * What each owner rests on, the main source first; never empty for an owner that has any. Give `among`, a condition that an index serves, when
 * `link.owner` is not a column.
 */
export async function sourcesOf(
  tx: Tx,
  link: Link,
  owners: readonly string[],
  asOf: Day | null,
  among: SQL = inList(tx, link.owner as AnySQLiteColumn, distinct(owners)),
): Promise<SourceRow[][]> {
  const rows = await tx.db
    .select({ owner: link.owner, source: tx.tables.source })
    .from(link.table)
    .innerJoin(tx.tables.source, eq(tx.tables.source.id, ledTo(link.source, tx.tables.source)))
    .where(among)
    .orderBy(asc(link.owner), asc(link.position));
  const found = grouped(owners, rows, (row) => String(row.owner));
  return found.map((group) =>
    knownSources(
      // Two that became one are named twice by a report that rests on both.
      [...new Map(group.map((row) => [row.source.id, source(row.source)])).values()],
      asOf,
    ),
  );
}

/** What each report rests on. */
export function sourcesOfReports(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<SourceRow[][]> {
  const table = tx.tables.reportSource;
  const { reportId: owner, position, sourceId: source } = table;
  return sourcesOf(tx, { table, owner, position, source }, ids, asOf);
}

function matching(tx: Tx, filter: SourceFilter, asOf: Day | null): SQL | undefined {
  const { kind, stateMedia, publisher, title, description, mergedInto } = tx.tables.source;
  return and(
    isNull(mergedInto),
    publishedBy(tx, asOf),
    filter.kinds == null ? undefined : inList(tx, kind, filter.kinds),
    filter.stateMedia == null ? undefined : eq(stateMedia, filter.stateMedia),
    containWords(tx, [publisher, title, description], filter.text),
  );
}

/** One more than a page of sources, by publisher and id. */
export async function sourcesPage(
  tx: Tx,
  filter: SourceFilter,
  request: PageRequest,
  asOf: Day | null,
): Promise<SourceRow[]> {
  const { publisher, id } = tx.tables.source;
  const order: By[] = [publisher, id].map((value) => ({ value, way: "ASC" }));
  const rows = await tx.db
    .select()
    .from(tx.tables.source)
    .where(and(matching(tx, filter, asOf), between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  return rows.map(source);
}

/** How many sources there are of those asked for. */
export async function countSources(
  tx: Tx,
  filter: SourceFilter,
  asOf: Day | null,
): Promise<number> {
  return tx.db.$count(tx.tables.source, matching(tx, filter, asOf));
}

/** The day a publication came out at the latest; null when its date is not given or open. */
export function dayOfPublication({ publishedOn }: Publication): Day | null {
  return publishedOn === null ? null : parseWhen(publishedOn).latest;
}

/** The source that a publication is already: one with the same address, or the same in all it says; or what such a one became part of. */
export async function sameSource(tx: Tx, publication: Publication): Promise<SourceRow | null> {
  const { url, id } = tx.tables.source;
  const slug = slugOfPublication(publication);
  const same = publication.url === null ? eq(id, slug) : or(eq(id, slug), eq(url, publication.url));
  const [found] = await tx.db.select().from(tx.tables.source).where(same).limit(1);
  const [whole] = found ? await pick(tx, "source", [found.mergedInto ?? found.id]) : [];
  return whole ? source(whole) : null;
}

/** Keeps a publication and answers its source. One that is there already is not kept twice. */
export async function keepSource(tx: Tx, publication: Publication): Promise<SourceRow> {
  const found = await sameSource(tx, publication);
  if (found) return found;
  const kept = {
    id: slugOfPublication(publication),
    ...publication,
    publishedDay: dayOfPublication(publication),
    kind: "OTHER" as const,
    stateMedia: false,
    description: null,
    version: 1,
    mergedInto: null,
  };
  await tx.db.insert(tx.tables.source).values(kept);
  return source(kept);
}
