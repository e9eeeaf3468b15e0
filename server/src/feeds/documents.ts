// What the plain views ask of the API: one fixed document each, so that a file and a query never disagree.
import { CHANGES } from "./changes.ts";
import { COUNT } from "./nearest.ts";
import type { View } from "./values.ts";

const WHEN = "{ edtf fixed earliest latest precision qualifier text }";
const PLACE = "{ slug name latitude longitude country { code name } }";
const SOURCE = "{ slug publisher title url language publishedOn stateMedia }";

/** Reports of one entry that come with its page; the rest is asked for entry by entry, since few have more. */
const REPORTS = 10;

const reports = (args: string) => `reports(${args}) {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes {
    knownOn act status step moves claimant confidence recordedAt retracted
    when ${WHEN}
    sources ${SOURCE}
  }
}`;

/** Offices of one person that come with the page. */
const OFFICES = 10;

const offices = (args: string) => `offices(${args}) {
  totalCount
  pageInfo { hasNextPage endCursor }
  nodes { title from to office { slug rank country { code } forum { slug } } }
}`;

const EVENT = `
  id slug kind title summary level status disputed overdue confidence dateConfidence uncertainty version
  when ${WHEN}
  formerWhen ${WHEN}
  place ${PLACE}
  participants { role leader { slug name } country { code name } forum { slug shortName } office { slug title } }
  session { slug name forum { slug shortName } }
  partOf { slug }
  rescheduledTo { slug }
  agreements { relation agreement { slug shortTitle } }
  topics { slug name }
  ${reports(`first: ${REPORTS}`)}
  changes(first: 1) @include(if: $isFeed) { nodes { at } }`;

const AGREEMENT = `
  id slug kind title shortTitle aliases binding requiresRatification duration subject status disputed ratified mustRatify version
  confidence note
  when ${WHEN}
  parties { key name role mustRatify }
  stages { status disputed when ${WHEN} }
  supersedes { slug }
  supersededBy { slug }
  topics { slug name }
  ${reports(`first: ${REPORTS}`)}
  changes(first: 1) @include(if: $isFeed) { nodes { at } }`;

const LEADER = `
  id slug name alsoKnownAs born died note
  country { code name }
  ${offices(`first: ${OFFICES}`)}`;

const COUNTRY =
  "id slug code alpha3 name officialName kind note capital { slug name latitude longitude }";

const document = (name: string, variables: string, field: string, fields: string) => `
query ${name}($first: Int!, $after: String, $asOf: Date, ${variables}) {
  dataset { title licence revision }
  page: ${field} {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { __typename ${fields} }
  }
}`;

const paged = "first: $first, after: $after, asOf: $asOf";

/** How a view is read. */
export interface Reading {
  document: string;
  /** Entries that one execution reads: as many as keep its cost within what anybody may ask. */
  page: number;
  /** The variables that a filter makes. */
  variables: (filter: Record<string, unknown>) => Record<string, unknown>;
  /** The field of its order that a feed of an earlier day goes by, the newest first; the API's own order elsewhere. */
  newest?: string;
}

const filtered = (filter: Record<string, unknown>) => ({ filter });

/** How each view is read. */
export const READINGS: Record<Exclude<View, "changes">, Reading> = {
  events: {
    document: document(
      "EventsFile",
      "$filter: EventFilter, $orderBy: EventOrder, $isFeed: Boolean = false",
      `events(filter: $filter, orderBy: $orderBy, ${paged})`,
      EVENT,
    ),
    newest: "KNOWN",
    page: 50,
    variables: filtered,
  },
  agreements: {
    document: document(
      "AgreementsFile",
      "$filter: AgreementFilter, $orderBy: AgreementOrder, $isFeed: Boolean = false",
      `agreements(filter: $filter, orderBy: $orderBy, ${paged})`,
      AGREEMENT,
    ),
    newest: "WHEN",
    page: 50,
    variables: filtered,
  },
  leaders: {
    document: document(
      "LeadersFile",
      "$text: String, $countries: [String!]",
      `leaders(text: $text, countries: $countries, ${paged})`,
      LEADER,
    ),
    page: 50,
    variables: (filter) => filter,
  },
  countries: {
    document: document(
      "CountriesFile",
      "$text: String",
      `countries(text: $text, ${paged})`,
      COUNTRY,
    ),
    page: 100,
    variables: (filter) => filter,
  },
};

/** What is left of a list inside one entry when it did not all come with the page. */
export const RESTS = {
  reports: `
query FileReports($id: ID!, $after: String, $asOf: Date) {
  node(id: $id, asOf: $asOf) {
    ... on Event { ${reports("first: 100, after: $after")} }
    ... on Agreement { ${reports("first: 100, after: $after")} }
  }
}`,
  offices: `
query FileOffices($id: ID!, $after: String, $asOf: Date) {
  node(id: $id, asOf: $asOf) { ... on Leader { ${offices("first: 100, after: $after")} } }
}`,
};

/** Every document of the room. */
export const DOCUMENTS: readonly string[] = [
  ...Object.values(READINGS).map(({ document }) => document),
  ...Object.values(RESTS),
  COUNT,
  CHANGES,
];
