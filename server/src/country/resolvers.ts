import type { Reading } from "../graphql/context.ts";
import { hindsight } from "../graphql/hindsight.ts";
import { connectionOf, type Order, type Paging, pageRequest, TEXT } from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import type { Selection } from "../graphql/selection.ts";
import { USUALS } from "../graphql/usual.ts";
import { pageOfWhole } from "../graphql/whole.ts";
import type { ReportRow } from "../ledger/ledger.ts";
import { hasWords } from "../storage/words.ts";
import { nameIn } from "./name.ts";
import {
  allCountries,
  type CountryRow,
  countPlaces,
  countriesByCode,
  countriesById,
  idsOfCodes,
  known,
  type PlaceRow,
  placesById,
  placesPage,
} from "./store.ts";

const MOST = 100;
const BY_NAME: Order = { of: "Query.countries", parts: [TEXT, TEXT] };

const PLACES: Order = { of: "Query.places", parts: [TEXT, TEXT] };

interface Listing extends Paging {
  text?: string | null;
}

async function places(
  { tx, asOf }: Reading,
  args: Listing & { countries?: string[] | null },
  below: Selection,
) {
  const request = pageRequest(args, PLACES, MOST, USUALS["Query.places"]);
  const countryIds = await idsOfCodes(tx, args.countries);
  const filter = { text: args.text ?? null, countryIds };
  const rows = await placesPage(tx, filter, request, asOf);
  const counted = below.has("PlaceConnection", "totalCount");
  const total = counted ? await countPlaces(tx, filter, asOf) : 0;
  return connectionOf(rows, request, (row) => [row.name, row.id], total);
}

export const room: Room = {
  queries: {
    country: async ({ tx, asOf }, { code }: { code: string }) =>
      known(await countriesByCode(tx, [code.toUpperCase()]), asOf)[0],
    countries: async ({ tx, asOf }, args: Listing) => {
      const request = pageRequest(args, BY_NAME, MOST, USUALS["Query.countries"]);
      const rows = await allCountries(tx, asOf);
      const found = rows.filter((row) => hasWords(`${row.name} ${row.officialName}`, args.text));
      return pageOfWhole(found, request, (row) => [row.name, row.id]);
    },
    places,
  },
  relations: {
    Country: {
      note: hindsight("note"),
      capital: {
        load: ({ tx }, rows) =>
          placesById(
            tx,
            rows.map((row: CountryRow) => row.capitalId),
          ),
      },
    },
    Report: {
      place: {
        load: ({ tx }, rows) =>
          placesById(
            tx,
            rows.map((row: ReportRow) => row.placeId),
          ),
      },
    },
    Place: {
      note: hindsight("note"),
      country: {
        // A place that comes with an event holds its country already.
        load: ({ tx }, rows) =>
          rows.every((row) => row.country !== undefined)
            ? rows.map((row) => row.country)
            : countriesById(
                tx,
                rows.map((row) => row.countryId),
              ),
      },
    },
  },
  fields: {
    Place: { title: (row: PlaceRow) => row.name },
    Country: {
      title: (row: CountryRow) => row.name,
      name: (row: CountryRow, { language }: { language: string | null }) =>
        nameIn(row, language ?? "en"),
    },
  },
  nodes: {
    Country: async ({ tx, asOf }, slugs) => known(await countriesById(tx, slugs), asOf),
    Place: async ({ tx, asOf }, slugs) => known(await placesById(tx, slugs), asOf),
  },
};
