import { unknown, type Wrong } from "../edit/edit.ts";
import type { Tx } from "../storage/storage.ts";
import { countryOf } from "./store.ts";

/** The slug of the country that an input names by its ISO code; the one that is held when it is left out, null when cleared. */
export async function givenCountry(
  tx: Tx,
  code: string | null | undefined,
  held: string | null,
  field: string,
  wrong: Wrong,
): Promise<string | null> {
  if (code === undefined) return held;
  if (code === null) return null;
  const country = await countryOf(tx, code);
  if (!country) wrong(field, unknown("country", code, "ISO code"));
  return country?.id ?? held;
}
