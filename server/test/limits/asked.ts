// Documents that have exactly so many of what a limit counts: queries and mutations for HTTP, subscriptions for a socket.
import type { LimitName } from "../../src/limits.ts";
import { times } from "./proof.ts";

/** What is sent. */
export interface Sent {
  query: string;
  operationName?: string;
  variables?: object;
}
type Ask = (count: number) => Sent;

const WRITE = "reportAgreementStatus(input: $input) { replayed }";

/**
 * A document of so many tokens: one operation, some of its fields again and again, and others that are not run. Fields alone would be more than
 * may be compared with each other.
 */
function long(count: number, operation: string, own: number, field: string): Sent {
  const fields = ((count - own - 1) % 8) + 1;
  const others = times(
    (count - own - fields) / 8,
    (place) => `query Q${place} { dataset { title } }`,
  );
  const query = `${operation.replace(
    "FIELDS",
    times(fields, () => field),
  )} ${others}`;
  return { query, operationName: "A" };
}

const nested = (levels: number) =>
  levels === 1
    ? "slug"
    : `${times(levels - 1, () => "partOf {")} slug ${times(levels - 1, () => "}")}`;

/** Over HTTP. */
export const QUERIES = {
  tokens: (count) => long(count, `query A { event(slug: "x") { FIELDS } }`, 12, "id"),
  depth: (count) => ({ query: `{ event(slug: "x") { ${nested(count - 1)} } }` }),
  selections: (count) => ({
    query: `{ event(slug: "x") { ${times(Math.floor((count - 1) / 50), () => "...a")} ${times((count - 1) % 50, () => "id")} } }
      fragment a on Event { ${times(50, () => "id")} }`,
  }),
  aliases: (count) => ({
    query: `{ event(slug: "x") { ...a ...a ${times(count - 20, (place) => `b${place}: id`)} } }
      fragment a on Event { ${times(10, (place) => `a${place}: id`)} }`,
  }),
  rootFields: (count) => ({
    query: `{ ...a ...a ${times(count - 10, () => "dataset { title }")} } fragment a on Query { ${times(5, () => "__typename")} }`,
  }),
  mutations: (count) => ({
    query: `mutation ($input: ReportAgreementStatusInput!) {
      ...a ${times(count - 2, (place) => `b${place}: ${WRITE}`)} }
      fragment a on Mutation { ${times(2, (place) => `a${place}: ${WRITE}`)} }`,
    variables: {
      input: {
        agreementId: "x",
        status: "SIGNED",
        when: "2025",
        knownOn: "2025-01-17",
        note: "",
        expectedVersion: 1,
      },
    },
  }),
  directives: (count) => ({
    query: `{ event(slug: "x") { ...a @include(if: true) ...a ${times(count - 21, () => "id @skip(if: false)")} } }
      fragment a on Event { ${times(10, () => "id @include(if: true)")} }`,
  }),
  pageSize: (count) => ({ query: `{ sources(first: ${count}) { nodes { slug } } }` }),
  listEntries: (count) => ({
    query: "query ($not: EventFilter) { events(filter: { or: [{ not: $not }] }) { totalCount } }",
    variables: { not: { countries: Array(count).fill("IR") } },
  }),
  // A page of a hundred events with their reports and what these rest on; pages of events alone are the change.
  cost: (count) => {
    const reports = Math.floor((count - 1) / 300) - 1;
    const rest = count - 1 - 100 * (2 + 3 * reports);
    const pages = [100, 100, 100, 100].map((most, place) => Math.min(most, rest - place * 101 - 1));
    return {
      query: `{ events(first: 100) { nodes { reports(first: ${reports}) { nodes { sources { slug } } } } }
        ${pages.map((first, place) => (first < 0 ? "" : `p${place}: events(first: ${first}) { nodes { slug } }`)).join(" ")} }`,
    };
  },
} satisfies Partial<Record<LimitName, Ask>>;

// Behind the load, of which nothing can be asked.
const from = `changes(after: "1")`;
const ofEntity = (fields: string) =>
  `subscription { ${from} { entity { ... on Agreement { ${fields} } } } }`;

/** Over a socket. Each tells of a change of the treaty. */
export const SUBSCRIPTIONS = {
  tokens: (count) => long(count, `subscription A { changes(after: "0") { FIELDS } }`, 12, "by"),
  depth: (count) => ({
    query: `subscription { ${from} { report ${times(count - 3, () => "{ about")} { id } ${times(count - 3, () => "}")} } }`,
  }),
  selections: (count) => ({
    query: `subscription { ${from} { ${times(Math.floor((count - 1) / 50), () => "...a")} ${times((count - 1) % 50, () => "by")} } }
      fragment a on Change { ${times(50, () => "by")} }`,
  }),
  aliases: (count) => ({
    query: `subscription { ${from} { ...a ...a ${times(count - 20, (place) => `b${place}: by`)} } }
      fragment a on Change { ${times(10, (place) => `a${place}: by`)} }`,
  }),
  rootFields: (count) => ({
    query: `subscription { ${times(count, (place) => `a${place}: changes(after: "0") { by }`)} }`,
  }),
  mutations: (count) =>
    count === 0
      ? { query: `subscription { ${from} { by } }` }
      : { query: `mutation ($input: ReportAgreementStatusInput!) { ${WRITE} }` },
  directives: (count) => ({
    query: `subscription { ${from} { ...a @include(if: true) ...a ${times(count - 21, () => "by @skip(if: false)")} } }
      fragment a on Change { ${times(10, () => "by @include(if: true)")} }`,
  }),
  pageSize: (count) => ({ query: ofEntity(`events(first: ${count}) { nodes { slug } }`) }),
  listEntries: (count) => ({
    query: `subscription ($slugs: [String!]) { changes(after: "0", filter: { slugs: $slugs }) { by } }`,
    variables: { slugs: Array(count).fill("ru-ir-2025") },
  }),
  // The change, the treaty, and pages of its events.
  cost: (count) => {
    const reports = Math.floor((count - 3) / 300) - 1;
    const rest = count - 3 - 100 * (2 + 3 * reports);
    const pages = [100, 100, 100, 100].map((most, place) => Math.min(most, rest - place * 101 - 1));
    return {
      query:
        ofEntity(`events(first: 100) { nodes { reports(first: ${reports}) { nodes { sources { slug } } } } }
        ${pages.map((first, place) => (first < 0 ? "" : `p${place}: events(first: ${first}) { nodes { slug } }`)).join(" ")}`),
    };
  },
} satisfies Partial<Record<LimitName, Ask>>;
