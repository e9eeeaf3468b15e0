// The door of the room: countries and places.
export { nameIn } from "./name.ts";
export {
  type CountryRow,
  countriesByCode,
  countriesById,
  type PlaceRow,
  placesById,
} from "./store.ts";
