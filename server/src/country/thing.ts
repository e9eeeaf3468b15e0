import type { Thing } from "../edit/edit.ts";
import { dropCountry, dropPlace, keepCountry, keepPlace, keptCountry, keptPlace } from "./kept.ts";
import { countriesById, placesById } from "./store.ts";

/** Countries, as corrections see them. */
export const COUNTRY: Thing = {
  type: "Country",
  noun: "country",
  table: "country",
  parts: {},
  sources: [],
  points: { capital: "place" },
  sourced: new Set(["code", "kind", "capital"]),
  read: keptCountry,
  write: keepCountry,
  remove: dropCountry,
  rows: ({ tx }, ids) => countriesById(tx, ids),
};

/** Places, as corrections see them. */
export const PLACE: Thing = {
  type: "Place",
  noun: "place",
  table: "place",
  parts: {},
  sources: [],
  points: { country: "country" },
  sourced: new Set(["country"]),
  read: keptPlace,
  write: keepPlace,
  remove: dropPlace,
  rows: ({ tx }, ids) => placesById(tx, ids),
};
