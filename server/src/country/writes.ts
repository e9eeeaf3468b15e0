import type { Room } from "../graphql/room.ts";
import { createPlace, updatePlace } from "./locate.ts";
import { createCountry, updateCountry } from "./recognise.ts";

const country = { entity: {}, country: {}, change: {}, errors: {} };
const place = { entity: {}, place: {}, change: {}, errors: {} };

/** What may be done to countries and places. */
export const countryWrites: Room = {
  mutations: { createCountry, updateCountry, createPlace, updatePlace },
  relations: {
    CreateCountryPayload: country,
    UpdateCountryPayload: country,
    CreatePlacePayload: place,
    UpdatePlacePayload: place,
  },
};
