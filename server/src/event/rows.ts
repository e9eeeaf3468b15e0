// Events as known on a day.
import { aliasedTable, and, eq, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import { asOfName, isKnown } from "../ledger/ledger.ts";
import { aligned, distinct } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Db } from "../storage/storage.ts";
import type { Tables } from "../storage/tables.ts";
import { whenOf } from "../storage/when.ts";
import type { When } from "../when/when.ts";
import type { EventState } from "./fold.ts";
import { isOverdue } from "./overdue.ts";

/** A place with its country, as it is joined to an event. */
export type PlaceRow = Stored<"place"> & {
  __typename: "Place";
  country: (Stored<"country"> & { __typename: "Country" }) | null;
};

/** An event as known on a day. */
export type EventRow = Stored<"event"> &
  Omit<EventState, "rivals"> & {
    __typename: "Event";
    sortDay: number | null;
    rivalClaims: EventState["rivals"];
    place: PlaceRow | null;
    /** By its dates alone: see replaced.ts. */
    overdue: boolean;
  };

/** What a statement about events reads of each. */
export interface EventRead {
  event: Stored<"event">;
  state: Stored<"eventState">;
  place: Stored<"place"> | null;
  country: Stored<"country"> | null;
}

/** What a statement about events selects; `country` is the place's. */
export function eventColumns(tables: Tables) {
  const { event, eventState: state, place } = tables;
  return { event, state, place, country: placeCountry(tables) };
}

/** The country that the place of an event lies in. */
export function placeCountry({ country }: Tables): Tables["country"] {
  return aliasedTable(country, "place_country");
}

/** The row of an event and its state. */
export function eventRow(read: EventRead, { asOf, today }: Omit<Reading, "tx">): EventRow {
  const { event, state, place, country } = read;
  const when = whenOf(state);
  const isSummaryKnown = asOf === null || (event.summaryKnownOn ?? asOf) <= asOf;
  return {
    __typename: "Event",
    ...event,
    summary: isSummaryKnown ? event.summary : null,
    status: state.status,
    when,
    sortDay: state.sortDay,
    formerWhen: formerWhenOf(state),
    placeId: state.placeId,
    place: place && {
      __typename: "Place",
      ...place,
      country: country && { __typename: "Country", ...country },
    },
    disputed: state.disputed,
    reportId: state.reportId,
    rivalClaims: state.rivals as EventState["rivals"],
    lastReportOn: state.lastReportOn,
    sourceCount: state.sourceCount,
    overdue: isOverdue(
      { status: state.status, when, lastReportOn: state.lastReportOn },
      asOf ?? today,
    ),
  };
}

/** The date that a postponed event had before; null when it had none. */
export function formerWhenOf(state: Stored<"eventState">): When | null {
  // Undefined where a brief statement has not read it.
  if (state.formerPrecision == null) return null;
  return {
    edtf: state.formerEdtf,
    fixed: state.formerFixed ?? false,
    earliest: state.formerEarliest,
    latest: state.formerLatest,
    precision: state.formerPrecision,
    qualifier: state.formerQualifier,
  };
}

/** The rows that `select(eventColumns(…))` starts from: events with their state on the day, their place and its country. */
export function knownEvents(db: Db, tables: Tables, asOf: Reading["asOf"]) {
  const { event, eventState: state, place } = tables;
  const country = placeCountry(tables);
  return db
    .select(eventColumns(tables))
    .from(event)
    .innerJoin(state, and(eq(state.eventId, event.id), isKnown(state, asOf)))
    .leftJoin(place, eq(place.id, state.placeId))
    .leftJoin(country, eq(country.id, place.countryId));
}

/** Events by slug: entry i for slug i, null where none was known on the day. */
export async function eventsBySlug(
  reading: Reading,
  slugs: readonly (string | null)[],
): Promise<(EventRow | null)[]> {
  const { tx, asOf } = reading;
  const asked = distinct(slugs);
  if (asked.length === 0) return slugs.map(() => null);
  const run = prepared(tx, `event.bySlug.${asOfName(asOf)}`, (db, tables) =>
    knownEvents(db, tables, asOf).where(inList(tx, tables.event.id, sql.placeholder("ids"))),
  );
  const rows = (await run({ ids: asked, asOf })).map((read) => eventRow(read, reading));
  return aligned(slugs, rows, (row) => row.id);
}
