import { and, count, eq, type SQL } from "drizzle-orm";
import type { PageRequest } from "../graphql/page.ts";
import { aligned, distinct } from "../storage/align.ts";
import { type By, between, inOrder } from "../storage/keyset.ts";
import { isKnownOn, knownBy } from "../storage/known.ts";
import { inList } from "../storage/match.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { containWords } from "../storage/words.ts";
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

/** Which places to list: words of the name or the country's, and ids of countries. */
export interface PlaceFilter {
  text?: string | null;
  countryIds?: string[] | null;
}

function matching(tx: Tx, filter: PlaceFilter, asOf: Day | null): SQL | undefined {
  const { place, country: land } = tx.tables;
  return and(
    knownBy(place.knownOn, asOf),
    filter.countryIds == null ? undefined : inList(tx, place.countryId, filter.countryIds),
    containWords(tx, [place.name, land.name], filter.text),
  );
}

/** One more than a page of places that could be told of on the day, by name and id. */
export async function placesPage(
  tx: Tx,
  filter: PlaceFilter,
  request: PageRequest,
  asOf: Day | null,
): Promise<PlaceRow[]> {
  const { place, country: land } = tx.tables;
  const order: By[] = [place.name, place.id].map((value) => ({ value, way: "ASC" }));
  const rows = await tx.db
    .select({ place })
    .from(place)
    .leftJoin(land, eq(land.id, place.countryId))
    .where(and(matching(tx, filter, asOf), between(order, request)))
    .orderBy(...inOrder(order, request))
    .limit(request.size + 1);
  return rows.map((row) => ({ __typename: "Place", ...row.place }));
}

/** How many places there are of those asked for. */
export async function countPlaces(tx: Tx, filter: PlaceFilter, asOf: Day | null): Promise<number> {
  const { place, country: land } = tx.tables;
  const [row] = await tx.db
    .select({ all: count() })
    .from(place)
    .leftJoin(land, eq(land.id, place.countryId))
    .where(matching(tx, filter, asOf));
  return row?.all ?? 0;
}

/** The ids of countries by ISO code, in capitals or not; those of unknown codes are left out. Null for null: nothing is asked. */
export async function idsOfCodes(
  tx: Tx,
  codes: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (codes == null) return null;
  const found = await countriesByCode(
    tx,
    codes.map((code) => code.toUpperCase()),
  );
  return found.flatMap((each) => each?.id ?? []);
}
