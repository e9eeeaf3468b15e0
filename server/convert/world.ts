import { ADDED_CAPITALS, CAPITALS, COORDINATES } from "./capitals.ts";
import { lastDay } from "./known.ts";
import type { Sheet, SheetSession } from "./sheet.ts";
import { confidenceOf, rankOf, screaming } from "./words.ts";

/** Countries, with the capital where one is known. */
export function countryRecords(sheet: Sheet) {
  return sheet.countries.map((country) => ({
    id: country.id,
    code: country.iso_alpha2,
    alpha3: country.iso_alpha3,
    name: country.name,
    officialName: country.official_name,
    kind: screaming(country.kind),
    capitalId: CAPITALS[country.id] ?? null,
    note: country.note,
  }));
}

/** The sheet's places with coordinates, then the capitals that were added to them. */
export function placeRecords(sheet: Sheet) {
  const own = sheet.places.map((place) => {
    const at = COORDINATES[place.id];
    return {
      id: place.id,
      name: place.name,
      countryId: place.country_id,
      latitude: at?.[0] ?? null,
      longitude: at?.[1] ?? null,
      note: place.note,
      added: false,
    };
  });
  const added = ADDED_CAPITALS.map(([id, name, countryId, latitude, longitude, note]) => ({
    id,
    name,
    countryId,
    latitude,
    longitude,
    note: note ?? null,
    added: true,
  }));
  return [...own, ...added];
}

/** People, by the spelling their own government uses, with the other spellings met. */
export function leaderRecords(sheet: Sheet) {
  return sheet.leaders.map((leader) => ({
    id: leader.id,
    name: leader.name,
    countryId: leader.country_id,
    born: leader.born,
    died: leader.died,
    alsoKnownAs: leader.also_known_as,
    note: leader.note,
  }));
}

/** Offices with their rank. */
export function officeRecords(sheet: Sheet) {
  return sheet.offices.map((office) => ({
    id: office.id,
    title: office.title,
    countryId: office.country_id,
    forumId: office.forum_id,
    kind: office.kind,
    rank: rankOf(office.kind),
  }));
}

/** Who held which office from when to when; `toEdtf` null while it lasts. */
export function termRecords(sheet: Sheet) {
  return sheet.terms.map((term) => ({
    id: term.id,
    leaderId: term.leader_id,
    officeId: term.office_id,
    fromEdtf: term.start,
    toEdtf: term.end,
    openAtHorizon: term.open_at_horizon,
    how: term.how,
    confidence: confidenceOf(term.confidence),
    note: term.note,
    sourceIds: term.source_ids,
  }));
}

/** Blocs, organisations, formats and conferences. */
export function forumRecords(sheet: Sheet) {
  return sheet.forums.map((forum) => ({
    id: forum.id,
    name: forum.name,
    shortName: forum.short_name,
    kind: screaming(forum.kind),
    founded: forum.founded,
    note: forum.note,
  }));
}

/** A country's time in a forum, in one capacity. */
export function membershipRecords(sheet: Sheet) {
  return sheet.memberships.map((membership) => ({
    id: membership.id,
    forumId: membership.forum_id,
    countryId: membership.country_id,
    role: screaming(membership.status),
    fromEdtf: membership.start,
    toEdtf: membership.end,
    openAtHorizon: membership.open_at_horizon,
    confidence: confidenceOf(membership.confidence),
    note: membership.note,
    sourceIds: membership.source_ids,
  }));
}

/** The theme that the founding article gives for a session. */
const THEMES: Record<string, string> = { "russia-calling-15": "article-17" };

/** Forum sessions with the day each could be known. */
export function sessionRecords(sheet: Sheet) {
  return sheet.sessions.map((session) => {
    const theme = sheet.facts.find((fact) => fact.id === THEMES[session.id])?.quote ?? null;
    return {
      id: session.id,
      forumId: session.forum_id,
      name: session.name,
      ordinal: session.ordinal,
      edtf: session.date,
      ...statusOf(session),
      placeId: session.place_id,
      mode: screaming(session.mode),
      theme,
      confidence: confidenceOf(session.confidence),
      dateConfidence: confidenceOf(session.date_confidence),
      note: session.note,
      knownOn: knownOnOf(sheet, session),
      sourceIds: session.source_ids,
    };
  });
}

/** A planned session is scheduled when a plain day is named; a doubtful day (`?`) is not set. */
function statusOf(session: SheetSession): { status: string; fixed: boolean } {
  if (session.status !== "planned") return { status: screaming(session.status), fixed: true };
  const fixed = /^\d{4}-\d\d-\d\d$/.test(session.date);
  return { status: fixed ? "SCHEDULED" : "EXPECTED", fixed };
}

/**
 * The earliest published source that is not after the first day, else the first day itself. A
 * planned one is known from its source's day, a cancelled one from the day it was not held.
 */
function knownOnOf(sheet: Sheet, session: SheetSession): string {
  const start = session.earliest ?? sheet.meta.horizon;
  const published = session.source_ids
    .flatMap((id) => sheet.sources.find((source) => source.id === id)?.published ?? [])
    .map(lastDay)
    .sort();
  if (session.status === "planned") return published[0] ?? sheet.meta.horizon;
  if (session.status === "cancelled") return start;
  return published.find((day) => day <= start) ?? start;
}

/** Publications; general knowledge has no address and no day, and is never given one. */
export function sourceRecords(sheet: Sheet) {
  return sheet.sources.map((source) => {
    const kind = screaming(source.kind);
    if (kind === "GENERAL_KNOWLEDGE" && (source.url !== null || source.published !== null)) {
      throw new Error(`${source.id} is general knowledge and cannot have an address or a day`);
    }
    return {
      id: source.id,
      publisher: source.publisher,
      title: null,
      url: source.url,
      language: source.language,
      publishedOn: source.published,
      kind,
      stateMedia: source.state_media,
      description: source.description,
      foundBySearch: source.found_by_search,
    };
  });
}
