import { and, eq, type SQL, sql } from "drizzle-orm";
import type { PageRequest } from "../graphql/page.ts";
import { type SourceRow, sourcesOf } from "../source/source.ts";
import { aligned, distinct, grouped } from "../storage/align.ts";
import { type By, between, inOrder } from "../storage/keyset.ts";
import { isKnownOn, knownBy } from "../storage/known.ts";
import { inList } from "../storage/match.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { containWords } from "../storage/words.ts";
import type { Day } from "../when/day.ts";

/** A leader as known on a day; `died` is null for whoever was alive, as far as was known. */
export type LeaderRow = Stored<"leader"> & { __typename: "Leader" };

/** Which leaders to list: words of the name or another spelling, and ids of countries. */
export interface LeaderFilter {
  text?: string | null;
  countryIds?: string[] | null;
}

/** Makes leaders as known on the day of their stored rows. */
export function leaderAsOf(asOf: Day | null): (row: Stored<"leader">) => LeaderRow {
  return (row) => {
    const alive = asOf !== null && row.diedDay !== null && row.diedDay > asOf;
    // A remark on somebody who has died since may tell of it.
    const hidden = alive ? { died: null, note: null } : {};
    const isUnsaid = !isKnownOn(row.noteKnownOn, asOf);
    return { __typename: "Leader", ...row, ...hidden, ...(isUnsaid ? { note: null } : {}) };
  };
}

/** Leaders by id that could be told of on the day: entry i for id i, null where there was none. */
export async function leadersKnown(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<(LeaderRow | null)[]> {
  const rows = await leadersById(tx, ids, asOf);
  return rows.map((row) => (row && isKnownOn(row.knownOn, asOf) ? row : null));
}

/** Leaders by id: entry i for id i, null where there is none. Whoever is named by something known is known, whatever the day. */
export async function leadersById(
  tx: Tx,
  ids: readonly (string | null)[],
  asOf: Day | null,
): Promise<(LeaderRow | null)[]> {
  const known = leaderAsOf(asOf);
  return (await pick(tx, "leader", ids)).map((row) => row && known(row));
}

function matching(tx: Tx, filter: LeaderFilter, asOf: Day | null): SQL | undefined {
  const { name, alsoKnownAs, countryId, knownOn } = tx.tables.leader;
  return and(
    knownBy(knownOn, asOf),
    filter.countryIds == null ? undefined : inList(tx, countryId, filter.countryIds),
    containWords(tx, [name, sql`cast(${alsoKnownAs} as text)`], filter.text),
  );
}

/** One more than a page of leaders, by name and id. */
export async function leadersPage(
  tx: Tx,
  filter: LeaderFilter,
  request: PageRequest,
  asOf: Day | null,
): Promise<LeaderRow[]> {
  const { name, id } = tx.tables.leader;
  const order: By[] = [name, id].map((value) => ({ value, way: "ASC" }));
  const rows = await tx.db
    .select()
    .from(tx.tables.leader)
    .where(and(matching(tx, filter, asOf), between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  return rows.map(leaderAsOf(asOf));
}

/** How many leaders there are of those asked for. */
export async function countLeaders(
  tx: Tx,
  filter: LeaderFilter,
  asOf: Day | null,
): Promise<number> {
  return tx.db.$count(tx.tables.leader, matching(tx, filter, asOf));
}

/** An office as it is stored. */
export type OfficeRow = Stored<"office"> & { __typename: "Office" };

/** Which offices to list: words of the title, and ids of countries and of forums. */
export interface OfficeFilter {
  text?: string | null;
  countryIds?: string[] | null;
  forumIds?: string[] | null;
}

function officesMatching(tx: Tx, filter: OfficeFilter, asOf: Day | null): SQL | undefined {
  const { title, countryId, forumId, knownOn } = tx.tables.office;
  return and(
    knownBy(knownOn, asOf),
    filter.countryIds == null ? undefined : inList(tx, countryId, filter.countryIds),
    filter.forumIds == null ? undefined : inList(tx, forumId, filter.forumIds),
    containWords(tx, [title], filter.text),
  );
}

/** One more than a page of offices that could be told of on the day, by title and id. */
export async function officesPage(
  tx: Tx,
  filter: OfficeFilter,
  request: PageRequest,
  asOf: Day | null,
): Promise<OfficeRow[]> {
  const { title, id } = tx.tables.office;
  const order: By[] = [title, id].map((value) => ({ value, way: "ASC" }));
  const rows = await tx.db
    .select()
    .from(tx.tables.office)
    .where(and(officesMatching(tx, filter, asOf), between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  return rows.map((row) => ({ __typename: "Office", ...row }));
}

/** How many offices there are of those asked for. */
export async function countOffices(
  tx: Tx,
  filter: OfficeFilter,
  asOf: Day | null,
): Promise<number> {
  return tx.db.$count(tx.tables.office, officesMatching(tx, filter, asOf));
}

/** Somebody's time in an office as known on a day; `to` is null while it had not ended. */
export type TermRow = Stored<"term"> & {
  office: OfficeRow;
  title: string;
  from: string | null;
  to: string | null;
};

/** Offices by id that could be told of on the day: entry i for id i, null where there was none. */
export async function officesKnown(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<(OfficeRow | null)[]> {
  const rows = await officesById(tx, ids);
  return rows.map((row) => (row && isKnownOn(row.knownOn, asOf) ? row : null));
}

/** Offices by id: entry i for id i, null where there is none. */
export async function officesById(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(OfficeRow | null)[]> {
  const rows = await pick(tx, "office", ids);
  return rows.map((row) => row && { __typename: "Office", ...row });
}

/** The terms of each leader that had begun by the day, in no order. */
export async function termsOfLeaders(
  tx: Tx,
  leaderIds: readonly string[],
  asOf: Day | null,
): Promise<TermRow[][]> {
  const rows = await terms(tx, inList(tx, tx.tables.term.leaderId, distinct(leaderIds)), asOf);
  return grouped(leaderIds, rows, (row) => row.leaderId);
}

/** Terms by id that had begun by the day: entry i for id i, null where there was none. */
export async function termsById(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<(TermRow | null)[]> {
  const rows = await terms(tx, inList(tx, tx.tables.term.id, distinct(ids)), asOf);
  return aligned(ids, rows, (row) => row.id);
}

/** The terms in the offices of each country that had begun by the day, in no order. */
export async function termsOfCountries(
  tx: Tx,
  countryIds: readonly string[],
  asOf: Day | null,
): Promise<TermRow[][]> {
  const rows = await terms(tx, inList(tx, tx.tables.office.countryId, distinct(countryIds)), asOf);
  return grouped(countryIds, rows, (row) => row.office.countryId ?? "");
}

async function terms(tx: Tx, which: SQL, asOf: Day | null): Promise<TermRow[]> {
  const { term, office } = tx.tables;
  const begun = and(knownBy(term.fromDay, asOf), knownBy(term.knownOn, asOf));
  const rows = await tx.db
    .select({ term, office })
    .from(term)
    .innerJoin(office, eq(office.id, term.officeId))
    .where(and(which, begun));
  return rows.map((row) => {
    const over = asOf === null || (row.term.toDay !== null && row.term.toDay <= asOf);
    return {
      ...row.term,
      office: { __typename: "Office", ...row.office },
      title: row.office.title,
      from: row.term.fromEdtf,
      to: over ? row.term.toEdtf : null,
      // Remarks were written with hindsight: they wait until there is nothing left to foretell.
      note: over ? row.term.note : null,
    };
  });
}

/** What each term rests on. */
export function sourcesOfTerms(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<SourceRow[][]> {
  const table = tx.tables.termSource;
  const { termId: owner, position, sourceId: source } = table;
  return sourcesOf(tx, { table, owner, position, source }, ids, asOf);
}
