import { and, eq, isNull, lte, or, type SQL } from "drizzle-orm";
import { type SourceRow, sourcesOf } from "../source/source.ts";
import { distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";

/** An office as it is stored. */
export type OfficeRow = Stored<"office"> & { __typename: "Office" };

/** Somebody's time in an office as known on a day; `to` is null while it had not ended. */
export type TermRow = Stored<"term"> & {
  office: OfficeRow;
  title: string;
  from: string | null;
  to: string | null;
};

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
  const begun = asOf === null ? undefined : or(isNull(term.fromDay), lte(term.fromDay, asOf));
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
