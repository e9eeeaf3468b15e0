// The door of the room: countries and places.
export {
  type CountryRow,
  countriesByCode,
  countriesById,
  type PlaceRow,
  placesById,
} from "./store.ts";
