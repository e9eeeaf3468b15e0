import { countriesById, placesById } from "../country/country.ts";
import type { Reading } from "../graphql/context.ts";
import { hindsight } from "../graphql/hindsight.ts";
import type { Relations } from "../graphql/load.ts";
import {
  type Connection,
  INT,
  type Order,
  type PageRequest,
  type Paging,
  pageRequest,
  type SortKey,
  TEXT,
} from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import { USUALS } from "../graphql/usual.ts";
import { pageOfWhole } from "../graphql/whole.ts";
import { followed } from "../history/history.ts";
import { OPEN } from "../ledger/values.ts";
import { hasWords } from "../storage/words.ts";
import {
  allForums,
  type ForumRow,
  forumsById,
  forumsKnown,
  type MembershipRow,
  membershipsById,
  membershipsOfCountries,
  membershipsOfForums,
  type SessionRow,
  sessionsById,
  sessionsOfForums,
  sourcesOfMemberships,
  sourcesOfSessions,
} from "./store.ts";
import { isTold } from "./told.ts";

const MOST = 100;
const BY_NAME: Order = { of: "Query.forums", parts: [TEXT, TEXT] };
const OF_COUNTRY: Order = { of: "Country.memberships", parts: [INT, TEXT] };
const MEMBERSHIPS: Order = { of: "Forum.memberships", parts: [INT, TEXT] };
const SESSIONS: Order = { of: "Forum.sessions", parts: [INT, TEXT] };

interface Listing extends Paging {
  text?: string | null;
}

// From the earliest; one without a first day has been so for longer than anybody knows.
const byBeginning = (row: MembershipRow): SortKey => [row.fromDay ?? -OPEN, row.id];
// The latest first, and before it what has no date yet.
const latestFirst = (row: SessionRow): SortKey => [-(row.earliest ?? OPEN), row.id];

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id);

const relations: Relations = {
  Country: {
    memberships: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, OF_COUNTRY, MOST, USUALS["Country.memberships"]);
        return pages(await membershipsOfCountries(tx, idsOf(rows), asOf), request, byBeginning);
      },
    },
  },
  Forum: {
    note: hindsight("note"),
    // What an event spoke of before it was there.
    founded: {
      load: ({ asOf }, rows) =>
        rows.map((row: ForumRow) => (isTold({ ...row, knownOn: null }, asOf) ? row.founded : null)),
    },
    memberships: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, MEMBERSHIPS, MOST, USUALS["Forum.memberships"]);
        return pages(await membershipsOfForums(tx, idsOf(rows), asOf), request, byBeginning);
      },
    },
    sessions: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, SESSIONS, MOST, USUALS["Forum.sessions"]);
        return pages(await sessionsOfForums(tx, idsOf(rows), asOf), request, latestFirst);
      },
    },
  },
  Membership: {
    forum: {
      load: ({ tx }, rows) =>
        forumsById(
          tx,
          rows.map((row: MembershipRow) => row.forumId),
        ),
    },
    country: {
      load: ({ tx }, rows) =>
        countriesById(
          tx,
          rows.map((row: MembershipRow) => row.countryId),
        ),
    },
    sources: { load: ({ tx, asOf }, rows) => sourcesOfMemberships(tx, idsOf(rows), asOf) },
  },
  Session: {
    forum: {
      load: ({ tx }, rows) =>
        forumsById(
          tx,
          rows.map((row: SessionRow) => row.forumId),
        ),
    },
    place: {
      load: ({ tx }, rows) =>
        placesById(
          tx,
          rows.map((row: SessionRow) => row.placeId),
        ),
    },
    sources: { load: ({ tx, asOf }, rows) => sourcesOfSessions(tx, idsOf(rows), asOf) },
  },
};

function pages<Row>(
  groups: Row[][],
  request: PageRequest,
  keyOfRow: (row: Row) => SortKey,
): Connection<Row>[] {
  return groups.map((rows) => pageOfWhole(rows, request, keyOfRow));
}

const forumsAt = ({ tx, asOf }: Reading, slugs: string[]) =>
  followed(tx, "Forum", slugs, (ids) => forumsKnown(tx, ids, asOf));

export const room: Room = {
  queries: {
    forum: async (reading, { slug }: { slug: string }) => (await forumsAt(reading, [slug]))[0],
    forums: async ({ tx, asOf }, args: Listing) => {
      const request = pageRequest(args, BY_NAME, MOST, USUALS["Query.forums"]);
      const rows = await allForums(tx, asOf);
      const found = rows.filter((row) => hasWords(`${row.name} ${row.shortName}`, args.text));
      return pageOfWhole(found, request, (row: ForumRow) => [row.name, row.id]);
    },
  },
  relations,
  fields: { Forum: { title: (row: ForumRow) => row.name } },
  nodes: {
    Forum: forumsAt,
    Membership: ({ tx, asOf }, slugs) => membershipsById(tx, slugs, asOf),
    Session: ({ tx, asOf }, slugs) => sessionsById(tx, slugs, asOf),
  },
};
