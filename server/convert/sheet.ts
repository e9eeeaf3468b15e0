import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A typed id of the sheet, such as `{ type: "country", id: "iran" }`. */
export interface Ref {
  type: string;
  id: string;
}

/** The date columns that events, sessions and status changes share. */
export interface Dated {
  date: string;
  precision: string;
  earliest: string | null;
  latest: string | null;
}

export interface SheetCountry {
  id: string;
  iso_alpha2: string;
  iso_alpha3: string;
  name: string;
  official_name: string;
  kind: string;
  note: string | null;
}

export interface SheetPlace {
  id: string;
  name: string;
  country_id: string | null;
  note: string | null;
}

export interface SheetLeader {
  id: string;
  name: string;
  country_id: string | null;
  born: string | null;
  died: string | null;
  also_known_as: string[];
  note: string | null;
}

export interface SheetOffice {
  id: string;
  title: string;
  country_id: string | null;
  forum_id: string | null;
  kind: string;
}

export interface SheetTerm {
  id: string;
  leader_id: string;
  office_id: string;
  start: string | null;
  end: string | null;
  start_precision: string;
  end_precision: string;
  open_at_horizon: boolean;
  how: string | null;
  confidence: string;
  note: string | null;
  source_ids: string[];
}

export interface SheetForum {
  id: string;
  name: string;
  short_name: string;
  kind: string;
  founded: string | null;
  note: string | null;
}

export interface SheetMembership {
  id: string;
  forum_id: string;
  country_id: string;
  status: string;
  start: string | null;
  end: string | null;
  open_at_horizon: boolean;
  confidence: string;
  note: string | null;
  source_ids: string[];
}

export interface SheetSession extends Dated {
  id: string;
  forum_id: string;
  name: string;
  ordinal: number | null;
  place_id: string | null;
  mode: string;
  status: string;
  confidence: string;
  date_confidence: string;
  note: string | null;
  source_ids: string[];
}

export interface SheetAgreement {
  id: string;
  name: string;
  short_name: string;
  kind: string;
  binding: string;
  duration: string | null;
  subject: string | null;
  supersedes_id: string | null;
  aliases: string[];
  confidence: string;
  note: string | null;
}

export interface SheetParty {
  id: string;
  agreement_id: string;
  party_type: string;
  party_id: string;
  role: string;
  note: string | null;
}

export interface SheetChange extends Dated {
  id: string;
  agreement_id: string;
  sequence: number;
  status: string;
  by: Ref[];
  body: string | null;
  place_id: string | null;
  asserted_by: string | null;
  confidence: string;
  date_confidence: string;
  uncertainty: string | null;
  note: string | null;
  source_ids: string[];
}

/** What was known of an event on one day. */
export interface SheetKnowledge {
  status: string;
  as_of: string;
  expected_date: string | null;
  place_id: string | null;
  source_id: string;
  note: string | null;
}

export interface SheetEvent extends Dated {
  id: string;
  kind: string;
  title: string;
  place_id: string | null;
  status: string;
  status_history: SheetKnowledge[];
  rescheduled_to_id: string | null;
  forum_session_id: string | null;
  agreement_ids: string[];
  part_of_id: string | null;
  summary: string | null;
  confidence: string;
  date_confidence: string;
  uncertainty: string | null;
  source_ids: string[];
}

export interface SheetParticipant {
  id: string;
  event_id: string;
  type: string;
  participant_id: string;
  role: string;
  capacity_office_id: string | null;
  represents_id: string | null;
}

export interface SheetSource {
  id: string;
  publisher: string;
  kind: string;
  state_media: boolean;
  language: string;
  published: string | null;
  url: string | null;
  description: string | null;
  found_by_search: boolean;
}

export interface SheetFact {
  id: string;
  type: string;
  sentences: number[];
  anchors: string[];
  statement: string;
  speaker_id: string | null;
  attributed_to: string | null;
  certainty: string;
  uncertainty: string | null;
  quote: string | null;
  source_ids: string[];
  refs: Ref[];
}

export interface SheetMeta {
  title: string;
  founding_document: string;
  article_date: string;
  horizon: string;
  schema_version: number;
  article_sentences: { number: number; kind: string; anchor: string }[];
  counts: Record<string, number>;
}

/** The whole fact sheet, file by file, as it stands in its folder. */
export interface Sheet {
  meta: SheetMeta;
  countries: SheetCountry[];
  places: SheetPlace[];
  leaders: SheetLeader[];
  offices: SheetOffice[];
  terms: SheetTerm[];
  forums: SheetForum[];
  memberships: SheetMembership[];
  sessions: SheetSession[];
  agreements: SheetAgreement[];
  parties: SheetParty[];
  changes: SheetChange[];
  events: SheetEvent[];
  participants: SheetParticipant[];
  sources: SheetSource[];
  facts: SheetFact[];
}

/**
 * Reads a folder of fact-sheet JSON.
 * @param folder path of the folder that holds `events.json` and its neighbours
 * @throws when a file is missing or is not JSON
 */
export function readSheet(folder: string): Sheet {
  const read = <T>(file: string): T =>
    JSON.parse(readFileSync(join(folder, `${file}.json`), "utf8")) as T;
  return {
    meta: read("meta"),
    countries: read("countries"),
    places: read("places"),
    leaders: read("leaders"),
    offices: read("offices"),
    terms: read("terms"),
    forums: read("forums"),
    memberships: read("memberships"),
    sessions: read("forum-sessions"),
    agreements: read("agreements"),
    parties: read("agreement-parties"),
    changes: read("agreement-status-changes"),
    events: read("events"),
    participants: read("participants"),
    sources: read("sources"),
    facts: read("article-facts"),
  };
}
