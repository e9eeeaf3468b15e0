// A place is put on the map, or what is kept of one is corrected.
import {
  amend,
  type EditInput,
  establish,
  freeSlug,
  givenName,
  givenWords,
  LONGEST_NOTE,
  problemsOfInput,
  type SaidInput,
  slugIn,
  slugOfWords,
  type Wrong,
} from "../edit/edit.ts";
import type { Tx } from "../storage/storage.ts";
import { isoOf } from "../when/day.ts";
import { givenCountry } from "./given.ts";
import type { PlaceFields } from "./kept.ts";
import { PLACE } from "./thing.ts";

/** What can be said of a place, as the contract has it. */
interface Said {
  name?: string | null;
  country?: string | null;
  latitude?: number | null;
  longitude?: number | null;
  remark?: string | null;
}

/** The input of `createPlace`, as the contract has it. */
export interface CreatePlaceInput extends SaidInput, Said {
  name: string;
}

/** The input of `updatePlace`, as the contract has it. */
export interface UpdatePlaceInput extends EditInput, Said {
  placeId: string;
}

/** Carries out the mutation `createPlace`. */
export const createPlace = establish<CreatePlaceInput>({
  action: "createPlace",
  alias: "place",
  thing: PLACE,
  async read(input, { tx }, { knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const blank: PlaceFields = {
      ...{ name: "", country: null, latitude: null, longitude: null, remark: null },
      knownOn: isoOf(knownOn),
    };
    const own = await readPlace(tx, input, blank, wrong);
    const id = await freeSlug(tx, PLACE, slugOfWords(own.name) || "place");
    return { id, fields: { ...own }, problems };
  },
});

/** Carries out the mutation `updatePlace`. */
export const updatePlace = amend<UpdatePlaceInput>({
  action: "updatePlace",
  alias: "place",
  thing: PLACE,
  about: (_, { placeId }) => ({ id: slugIn(placeId, "Place"), field: "placeId" }),
  async read(input, { tx }, { fields }) {
    const { problems, wrong } = problemsOfInput();
    const own = await readPlace(tx, input, fields as unknown as PlaceFields, wrong);
    return { fields: { ...own }, problems };
  },
});

async function readPlace(
  tx: Tx,
  input: Said,
  held: PlaceFields,
  wrong: Wrong,
): Promise<PlaceFields> {
  const name = givenName(input.name, held.name, "name", wrong);
  const latitude = input.latitude === undefined ? held.latitude : input.latitude;
  const longitude = input.longitude === undefined ? held.longitude : input.longitude;
  if (latitude !== null && Math.abs(latitude) > 90)
    wrong("latitude", "Give degrees north, from -90 to 90.");
  if (longitude !== null && Math.abs(longitude) > 180)
    wrong("longitude", "Give degrees east, from -180 to 180.");
  if ((latitude === null) !== (longitude === null))
    wrong(latitude === null ? "latitude" : "longitude", "Give both degrees, or neither.");
  return {
    name,
    country: await givenCountry(tx, input.country, held.country, "country", wrong),
    latitude,
    longitude,
    remark: givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE),
    knownOn: held.knownOn,
  };
}
