import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Kit } from "../storage/kit.ts";
import { COUNTRY_KINDS } from "./values.ts";

/** Countries and the places that lie in them. */
export function countryTables(kit: Kit) {
  const country = kit.table(
    "country",
    {
      id: kit.text("id").primaryKey(),
      code: kit.text("code").notNull(),
      alpha3: kit.text("alpha3"),
      name: kit.text("name").notNull(),
      officialName: kit.text("official_name").notNull(),
      kind: kit.word("kind", COUNTRY_KINDS).notNull(),
      capitalId: kit.text("capital_id").references((): AnySQLiteColumn => place.id),
      note: kit.text("note"),
      /** From which day it can be told; null for what the data set ships. */
      knownOn: kit.int("known_on"),
      version: kit.int("version").notNull().default(1),
    },
    (t) => [
      kit.unique("country_code").on(t.code),
      kit.index("country_by_name").on(t.name, t.id),
      kit.oneOf("country_kind", "kind", COUNTRY_KINDS),
    ],
  );
  const place = kit.table(
    "place",
    {
      id: kit.text("id").primaryKey(),
      name: kit.text("name").notNull(),
      countryId: kit.text("country_id").references((): AnySQLiteColumn => country.id),
      latitude: kit.real("latitude"),
      longitude: kit.real("longitude"),
      note: kit.text("note"),
      knownOn: kit.int("known_on"),
      version: kit.int("version").notNull().default(1),
    },
    (t) => [kit.index("place_by_country").on(t.countryId)],
  );
  return { country, place };
}
