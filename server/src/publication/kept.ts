// What is kept of a source, as named values, and the row that says it.
import { eq } from "drizzle-orm";
import type { Kept } from "../edit/edit.ts";
import { dayOfPublication } from "../source/source.ts";
import { keepRow } from "../storage/keep.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";

/** What is kept of a source. `publishedOn` is EDTF. */
export interface SourceFields {
  publisher: string;
  title: string | null;
  url: string | null;
  publishedOn: string | null;
  language: string | null;
  kind: Stored<"source">["kind"];
  stateMedia: boolean;
  description: string | null;
}

/** What is kept of a source; null where there is none by itself. */
export async function keptSource(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await pick(tx, "source", [id]);
  if (row?.mergedInto !== null) return null;
  const { publisher, title, url, publishedOn, language, kind, stateMedia, description } = row;
  const own: SourceFields = {
    ...{ publisher, title, url, publishedOn, language, kind, stateMedia, description },
  };
  return { version: row.version, fields: { ...own } };
}

/** Makes the row of a source say this. */
export async function keepSourceRow(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const own = fields as unknown as SourceFields;
  await keepRow(tx, "source", { id, ...own, publishedDay: dayOfPublication(own), version });
}

/** Takes the row of a source away. */
export async function dropSource(tx: Tx, id: string): Promise<void> {
  await tx.db.delete(tx.tables.source).where(eq(tx.tables.source.id, id));
}
