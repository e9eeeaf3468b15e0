// The door of the room: countries and places.
export { givenCountry } from "./given.ts";
export { nameIn } from "./name.ts";
export {
  type CountryRow,
  countriesByCode,
  countriesById,
  countryOf,
  idsOfCodes,
  type PlaceRow,
  placesById,
} from "./store.ts";
export { COUNTRY, PLACE } from "./thing.ts";
