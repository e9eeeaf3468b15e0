import { aligned, distinct } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";

/** A country as it is stored; `capitalId` is a place. */
export type CountryRow = Stored<"country"> & { __typename: "Country" };

/** A place as it is stored. */
export type PlaceRow = Stored<"place"> & { __typename: "Place" };

const country = (row: Stored<"country">): CountryRow => ({ __typename: "Country", ...row });

/** All countries, in no order: a few hundred at most. */
export async function allCountries(tx: Tx): Promise<CountryRow[]> {
  return (await tx.db.select().from(tx.tables.country)).map(country);
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
