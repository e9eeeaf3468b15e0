import type { Tx } from "../storage/storage.ts";
import type { Shipped } from "./shipped.ts";

/** What the data set says of itself, as it is stored: one row for each entry. */
export type Dataset = Pick<
  Shipped["meta"],
  | "title"
  | "horizon"
  | "foundingDocument"
  | "foundingSourceId"
  | "licence"
  | "attribution"
  | "version"
>;

/** The data set that the database holds; null when none was loaded. */
export async function datasetOf(tx: Tx): Promise<Dataset | null> {
  const rows = await tx.db.select().from(tx.tables.dataset);
  if (rows.length === 0) return null;
  return Object.fromEntries(rows.map(({ key, value }) => [key, value])) as unknown as Dataset;
}

/** Stores what the data set says of itself. */
export async function keepDataset(tx: Tx, meta: Dataset): Promise<void> {
  const { title, horizon, foundingDocument, foundingSourceId, licence, attribution, version } =
    meta;
  const entries = {
    title,
    horizon,
    foundingDocument,
    foundingSourceId,
    licence,
    attribution,
    version,
  };
  await tx.db
    .insert(tx.tables.dataset)
    .values(Object.entries(entries).map(([key, value]) => ({ key, value })));
}
