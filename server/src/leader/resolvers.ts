import { countriesById, idsOfCodes } from "../country/country.ts";
import { forumsById } from "../forum/forum.ts";
import type { Reading } from "../graphql/context.ts";
import type { Relations } from "../graphql/load.ts";
import {
  type Connection,
  connectionOf,
  INT,
  type Order,
  type Paging,
  pageRequest,
  type SortKey,
  TEXT,
} from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import type { Selection } from "../graphql/selection.ts";
import { USUALS } from "../graphql/usual.ts";
import { pageOfWhole } from "../graphql/whole.ts";
import { followed, ledFilter } from "../history/history.ts";
import { OPEN } from "../ledger/values.ts";
import {
  countLeaders,
  countOffices,
  type LeaderRow,
  leadersById,
  leadersKnown,
  leadersPage,
  type OfficeRow,
  officesKnown,
  officesPage,
  sourcesOfTerms,
  type TermRow,
  termsById,
  termsOfCountries,
  termsOfLeaders,
} from "./store.ts";
import { OFFICE_RANKS } from "./values.ts";

const MOST = 100;
const BY_NAME: Order = { of: "Query.leaders", parts: [TEXT, TEXT] };
const BY_TITLE: Order = { of: "Query.offices", parts: [TEXT, TEXT] };
const OF_COUNTRY: Order = { of: "Country.offices", parts: [INT, INT, TEXT] };
const OF_LEADER: Order = { of: "Leader.offices", parts: [INT, TEXT] };

interface Listing extends Paging {
  text?: string | null;
  countries?: string[] | null;
}

const latestFirst = (row: TermRow): SortKey => [-(row.fromDay ?? -OPEN), row.id];
const highestFirst = (row: TermRow): SortKey => [
  OFFICE_RANKS.indexOf(row.office.rank),
  -(row.fromDay ?? -OPEN),
  row.id,
];

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id);

async function leaders(
  { tx, asOf }: Reading,
  args: Listing,
  below: Selection,
): Promise<Connection<LeaderRow>> {
  const request = pageRequest(args, BY_NAME, MOST, USUALS["Query.leaders"]);
  const countryIds = await idsOfCodes(tx, args.countries);
  const filter = { text: args.text ?? null, countryIds };
  const rows = await leadersPage(tx, filter, request, asOf);
  const counted = below.has("LeaderConnection", "totalCount");
  const total = counted ? await countLeaders(tx, filter, asOf) : 0;
  return connectionOf(rows, request, (row) => [row.name, row.id], total);
}

async function offices(
  { tx, asOf }: Reading,
  args: Listing & { forums?: string[] | null },
  below: Selection,
): Promise<Connection<OfficeRow>> {
  const request = pageRequest(args, BY_TITLE, MOST, USUALS["Query.offices"]);
  const countryIds = await idsOfCodes(tx, args.countries);
  const { forums } = await ledFilter(tx, { forums: args.forums ?? null });
  const filter = { text: args.text ?? null, countryIds, forumIds: forums };
  const rows = await officesPage(tx, filter, request, asOf);
  const counted = below.has("OfficeConnection", "totalCount");
  const total = counted ? await countOffices(tx, filter, asOf) : 0;
  return connectionOf(rows, request, (row) => [row.title, row.id], total);
}

const relations: Relations = {
  Country: {
    offices: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, OF_COUNTRY, MOST);
        const groups = await termsOfCountries(tx, idsOf(rows), asOf);
        return groups.map((terms) => pageOfWhole(terms, request, highestFirst));
      },
    },
  },
  Leader: {
    country: {
      load: ({ tx }, rows) =>
        countriesById(
          tx,
          rows.map((row: LeaderRow) => row.countryId),
        ),
    },
    offices: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, OF_LEADER, MOST);
        const groups = await termsOfLeaders(tx, idsOf(rows), asOf);
        return groups.map((terms) => pageOfWhole(terms, request, latestFirst));
      },
    },
  },
  Term: {
    office: {},
    leader: {
      load: ({ tx, asOf }, rows) =>
        leadersById(
          tx,
          rows.map((row: TermRow) => row.leaderId),
          asOf,
        ),
    },
    sources: { load: ({ tx, asOf }, rows) => sourcesOfTerms(tx, idsOf(rows), asOf) },
  },
  Office: {
    country: {
      load: ({ tx }, rows) =>
        countriesById(
          tx,
          rows.map((row: OfficeRow) => row.countryId),
        ),
    },
    forum: {
      load: ({ tx }, rows) =>
        forumsById(
          tx,
          rows.map((row: OfficeRow) => row.forumId),
        ),
    },
  },
};

const leadersAt = ({ tx, asOf }: Reading, slugs: string[]) =>
  followed(tx, "Leader", slugs, (ids) => leadersKnown(tx, ids, asOf));

export const room: Room = {
  queries: {
    leader: async (reading, { slug }: { slug: string }) => (await leadersAt(reading, [slug]))[0],
    leaders,
    offices,
  },
  relations,
  fields: { Leader: { title: (row: LeaderRow) => row.name } },
  nodes: {
    Leader: leadersAt,
    Office: ({ tx, asOf }, slugs) => officesKnown(tx, slugs, asOf),
    Term: ({ tx, asOf }, slugs) => termsById(tx, slugs, asOf),
  },
};
