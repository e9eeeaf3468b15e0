// What most lists show of an event and of what is joined to it. A statement that reads no more costs half.
import type { Selection } from "../graphql/selection.ts";
import type { Tables } from "../storage/tables.ts";
import { placeCountry } from "./rows.ts";

const SHOWN: Record<string, ReadonlySet<string>> = {
  Agreement: new Set(["id", "slug", "title", "shortTitle", "kind", "status", "version"]),
  Country: new Set(["id", "slug", "code", "name"]),
  Leader: new Set(["id", "slug", "name"]),
  Office: new Set(["id", "slug", "title"]),
  Place: new Set(["id", "slug", "name", "country"]),
};

/** Whether no more is asked of a type than lists show. */
function isBrief(selection: Selection, typeName: string): boolean {
  return selection.on(typeName).every(({ name }) => SHOWN[typeName]?.has(name) ?? true);
}

/** Whether events, the nodes and edges of a connection, are asked for without the rarer part of their state. */
export function isBriefPage(below: Selection): boolean {
  const edges = below.under("EventConnection", "edges").under("EventEdge", "node");
  const events = below.under("EventConnection", "nodes").and(edges);
  const place = events.under("Event", "place");
  return (
    !events.has("Event", "formerWhen") &&
    !events.has("Event", "rivalClaims") &&
    isBrief(place, "Place") &&
    isBrief(place.under("Place", "country"), "Country")
  );
}

/** Whether participants are asked for by name alone. */
export function areBriefParticipants(below: Selection): boolean {
  return (
    isBrief(below.under("Participant", "leader"), "Leader") &&
    isBrief(below.under("Participant", "country"), "Country") &&
    isBrief(below.under("Participant", "office"), "Office")
  );
}

/** Whether agreements are asked for by title and status alone. */
export function areBriefAgreements(below: Selection): boolean {
  return isBrief(below.under("EventAgreement", "agreement"), "Agreement");
}

/** Of `eventColumns`, those that `isBriefPage` allows to ask for. */
export function briefEventColumns(tables: Tables) {
  const { event, eventState: state, place } = tables;
  const country = placeCountry(tables);
  return {
    event,
    state: {
      status: state.status,
      edtf: state.edtf,
      fixed: state.fixed,
      earliest: state.earliest,
      latest: state.latest,
      precision: state.precision,
      qualifier: state.qualifier,
      sortDay: state.sortDay,
      placeId: state.placeId,
      disputed: state.disputed,
      lastReportOn: state.lastReportOn,
      sourceCount: state.sourceCount,
    },
    place: { id: place.id, name: place.name, countryId: place.countryId },
    country: briefCountry(country),
  };
}

/** Who takes part, as `areBriefParticipants` allows to ask. */
export function briefParticipantColumns(tables: Tables) {
  const { eventParticipant: part, leader, country, office } = tables;
  return {
    part: { eventId: part.eventId, role: part.role, forumId: part.forumId },
    leader: { id: leader.id, name: leader.name, diedDay: leader.diedDay },
    country: briefCountry(country),
    office: { id: office.id, title: office.title },
  };
}

/** Agreements, as `areBriefAgreements` allows to ask. */
export function briefAgreementColumns({ agreement, agreementState }: Tables) {
  return {
    agreement: {
      id: agreement.id,
      title: agreement.title,
      shortTitle: agreement.shortTitle,
      kind: agreement.kind,
      version: agreement.version,
    },
    agreementState: { status: agreementState.status },
  };
}

/** What `nameIn` and the rest of a list's country needs. */
function briefCountry(country: Tables["country"]) {
  return { id: country.id, code: country.code, kind: country.kind, name: country.name };
}
