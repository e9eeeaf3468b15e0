import { forumsById, sessionsById } from "../forum/forum.ts";
import type { Context, Reading } from "../graphql/context.ts";
import { hindsight } from "../graphql/hindsight.ts";
import type { Relation, Relations, Row } from "../graphql/load.ts";
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
import { changesOf, followed, ledFilter } from "../history/history.ts";
import { type ReportRow, reportsKnownOf } from "../ledger/ledger.ts";
import { areBriefAgreements, areBriefParticipants, isBriefPage } from "./brief.ts";
import { EVENT_FACETS, facetOfEvents } from "./facets.ts";
import type { EventFilter } from "./filter.ts";
import { eventsOfOwners, type Owner } from "./owned.ts";
import { countEvents, type EventOrder, eventsPage, keyIn, orderOf } from "./page.ts";
import {
  agreementsOfEvents,
  countEventsOfTopics,
  participantsOf,
  topicsOfEvents,
} from "./parts.ts";
import { overdueAmong } from "./replaced.ts";
import { type EventRow, eventsBySlug } from "./rows.ts";
import { legalMoves } from "./status.ts";
import { countUpcoming, type UpcomingOrder, upcomingKey, upcomingPage } from "./upcoming.ts";

const MOST = 100;
const REPORTS: Order = { of: "Event.reports", parts: [INT, INT] };
const EARLIEST_FIRST: EventOrder = { field: "WHEN", direction: "ASC" };

interface Listing extends Paging {
  filter?: EventFilter | null;
  orderBy?: EventOrder | null;
}

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id);
const byKnowledge = (row: ReportRow): SortKey => [row.knownOn, row.seq];

async function events(
  reading: Reading,
  args: Listing,
  below: Selection,
  context: Context,
): Promise<Connection<EventRow>> {
  const filter = await ledFilter(reading.tx, args.filter ?? {});
  const order = args.orderBy ?? EARLIEST_FIRST;
  const request = pageRequest(args, orderOf(order), context.pageSize);
  const rows = await eventsPage(reading, filter, order, request, isBriefPage(below));
  const counted = below.has("EventConnection", "totalCount");
  const total = counted ? await countEvents(reading, filter) : 0;
  return connectionOf(rows, request, keyIn(order), total);
}

async function eventFacets(
  reading: Reading,
  args: { filter?: EventFilter | null },
  below: Selection,
): Promise<Row> {
  const filter = await ledFilter(reading.tx, args.filter ?? {});
  const facets: Row = {};
  for (const facet of EVENT_FACETS)
    if (below.has("EventFacets", facet))
      facets[facet] = await facetOfEvents(reading, filter, facet);
  return facets;
}

async function upcoming(
  reading: Reading,
  { orderBy, ...args }: Omit<Listing, "orderBy"> & { orderBy: UpcomingOrder },
  below: Selection,
): Promise<Connection<EventRow>> {
  const order: Order = { of: `Query.upcoming ${orderBy}`, parts: [INT, INT, TEXT] };
  const request = pageRequest(args, order, MOST);
  const filter = await ledFilter(reading.tx, args.filter ?? {});
  const rows = await upcomingPage(reading, filter, orderBy, request);
  const counted = below.has("EventConnection", "totalCount");
  const total = counted ? await countUpcoming(reading, filter) : 0;
  return connectionOf(rows, request, upcomingKey(orderBy), total);
}

function eventsOf(owner: Owner): Relation {
  const order: Order = { of: `${owner}.events`, parts: [INT, TEXT] };
  return {
    load: (reading, rows, args) =>
      eventsOfOwners(reading, owner, idsOf(rows), pageRequest(args, order, MOST)),
  };
}

function eventNamedBy(key: "partOfId" | "rescheduledToId"): Relation {
  return {
    load: (reading, rows) =>
      eventsBySlug(
        reading,
        rows.map((row: EventRow) => row[key]),
      ),
  };
}

const relations: Relations = {
  Event: {
    // What stayed open about it was written once it had taken place.
    uncertainty: hindsight("uncertainty", (row: EventRow) => row.status === "HELD"),
    overdue: { load: overdueAmong },
    // Joined in; what lies below them is attached.
    place: {},
    rivalClaims: {},
    participants: {
      load: (reading, rows, _, below) =>
        participantsOf(reading, idsOf(rows), areBriefParticipants(below)),
    },
    session: {
      load: ({ tx, asOf }, rows) =>
        sessionsById(
          tx,
          rows.map((row: EventRow) => row.sessionId),
          asOf,
        ),
    },
    partOf: eventNamedBy("partOfId"),
    rescheduledTo: eventNamedBy("rescheduledToId"),
    agreements: {
      load: (reading, rows, _, below) =>
        agreementsOfEvents(reading, idsOf(rows), areBriefAgreements(below)),
    },
    topics: { load: ({ tx }, rows) => topicsOfEvents(tx, idsOf(rows)) },
    reports: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, REPORTS, MOST, USUALS["Event.reports"]);
        const groups = await reportsKnownOf(tx, "EVENT", idsOf(rows), asOf);
        return groups.map((reports) => pageOfWhole(reports, request, byKnowledge));
      },
    },
    changes: changesOf("Event"),
  },
  Participant: {
    leader: {},
    country: {},
    office: {},
    forum: {
      load: ({ tx }, rows) =>
        forumsById(
          tx,
          rows.map((row: Row) => row.forumId),
        ),
    },
  },
  EventAgreement: { agreement: {} },
  Topic: { eventCount: { load: (reading, rows) => countEventsOfTopics(reading, idsOf(rows)) } },
  Agreement: { events: eventsOf("agreement") },
  Country: { events: eventsOf("country") },
  Leader: { events: eventsOf("leader") },
};

const eventsAt = (reading: Reading, slugs: string[]) =>
  followed(reading.tx, "Event", slugs, (ids) => eventsBySlug(reading, ids));

export const room: Room = {
  queries: {
    event: async (reading, { slug }: { slug: string }) => (await eventsAt(reading, [slug]))[0],
    events,
    eventFacets,
    upcoming,
  },
  relations,
  fields: {
    Event: { allowedTransitions: (row: EventRow) => legalMoves(row.status) },
  },
  nodes: { Event: eventsAt },
};
