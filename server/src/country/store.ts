import { aligned, distinct } from "../storage/align.ts";
import { isKnownOn, knownBy } from "../storage/known.ts";
import { inList } from "../storage/match.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";

/** A country as it is stored; `capitalId` is a place. */
export type CountryRow = Stored<"country"> & { __typename: "Country" };

/** A place as it is stored. */
export type PlaceRow = Stored<"place"> & { __typename: "Place" };

const country = (row: Stored<"country">): CountryRow => ({ __typename: "Country", ...row });

/** All countries that could be told of on the day, in no order: a few hundred at most. */
export async function allCountries(tx: Tx, asOf: Day | null): Promise<CountryRow[]> {
  const { country: table } = tx.tables;
  const rows = await tx.db.select().from(table).where(knownBy(table.knownOn, asOf));
  return rows.map(country);
}

/** Of some countries or places, those that could be told of on the day; null in the place of the others. Named by something known, all are. */
export function known<Row extends { knownOn: Day | null }>(
  rows: readonly (Row | null)[],
  asOf: Day | null,
): (Row | null)[] {
  return rows.map((row) => (row && isKnownOn(row.knownOn, asOf) ? row : null));
}

/** Countries by id: entry i for id i, null where there is none. */
export async function countriesById(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(CountryRow | null)[]> {
  return (await pick(tx, "country", ids)).map((row) => row && country(row));
}

/** Countries by ISO code, in upper case: entry i for code i, null where there is none. */
export async function countriesByCode(
  tx: Tx,
  codes: readonly string[],
): Promise<(CountryRow | null)[]> {
  const rows = await tx.db
    .select()
    .from(tx.tables.country)
    .where(inList(tx, tx.tables.country.code, distinct(codes)));
  return aligned(codes, rows.map(country), (row) => row.code);
}

/** Places by id: entry i for id i, null where there is none. */
export async function placesById(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(PlaceRow | null)[]> {
  const rows = await pick(tx, "place", ids);
  return rows.map((row) => row && { __typename: "Place", ...row });
}

/** A country by its ISO code, in capitals or not. */
export async function countryOf(tx: Tx, code: string): Promise<CountryRow | null> {
  const [country] = await countriesByCode(tx, [code.toUpperCase()]);
  return country ?? null;
}
