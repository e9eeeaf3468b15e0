// What is kept of countries and places, as named values, and the rows that say it.
import { eq } from "drizzle-orm";
import type { Kept } from "../edit/edit.ts";
import { keepRow } from "../storage/keep.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { dayIn, isoIn } from "../when/day.ts";

/** What is kept of a country. `capital` is the slug of a place. */
export interface CountryFields {
  code: string;
  alpha3: string | null;
  name: string;
  officialName: string;
  kind: Stored<"country">["kind"];
  capital: string | null;
  remark: string | null;
  knownOn: string | null;
}

/** What is kept of a place. `country` is a slug, too; degrees north and east. */
export interface PlaceFields {
  name: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  remark: string | null;
  knownOn: string | null;
}

/** What is kept of a country; null where there is none. */
export async function keptCountry(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await pick(tx, "country", [id]);
  if (!row) return null;
  const { code, alpha3, name, officialName, kind, capitalId: capital, note: remark } = row;
  const own: CountryFields = {
    ...{ code, alpha3, name, officialName, kind, capital, remark },
    knownOn: isoIn(row.knownOn),
  };
  return { version: row.version, fields: { ...own } };
}

/** Makes the row of a country say this. */
export async function keepCountry(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const { code, alpha3, name, officialName, kind, capital, remark, knownOn } =
    fields as unknown as CountryFields;
  const own = { id, code, alpha3, name, officialName, kind, capitalId: capital, note: remark };
  await keepRow(tx, "country", { ...own, knownOn: dayIn(knownOn), version });
}

/** Takes the row of a country away. */
export async function dropCountry(tx: Tx, id: string): Promise<void> {
  await tx.db.delete(tx.tables.country).where(eq(tx.tables.country.id, id));
}

/** What is kept of a place; null where there is none. */
export async function keptPlace(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await pick(tx, "place", [id]);
  if (!row) return null;
  const { name, countryId: country, latitude, longitude, note: remark } = row;
  const own: PlaceFields = {
    name,
    country,
    latitude,
    longitude,
    remark,
    knownOn: isoIn(row.knownOn),
  };
  return { version: row.version, fields: { ...own } };
}

/** Makes the row of a place say this. */
export async function keepPlace(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const { name, country, latitude, longitude, remark, knownOn } = fields as unknown as PlaceFields;
  const own = { id, name, countryId: country, latitude, longitude, note: remark };
  await keepRow(tx, "place", { ...own, knownOn: dayIn(knownOn), version });
}

/** Takes the row of a place away. */
export async function dropPlace(tx: Tx, id: string): Promise<void> {
  await tx.db.delete(tx.tables.place).where(eq(tx.tables.place.id, id));
}
