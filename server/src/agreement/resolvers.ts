import type { Reading } from "../graphql/context.ts";
import { hindsight } from "../graphql/hindsight.ts";
import type { Relations, Row } from "../graphql/load.ts";
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
import { OPEN, type ReportRow, reportsById, reportsKnownOf } from "../ledger/ledger.ts";
import { AGREEMENT_FACETS, facetOfAgreements } from "./facets.ts";
import type { AgreementStage } from "./fold.ts";
import { transitionsFrom } from "./move.ts";
import {
  type AgreementFilter,
  type AgreementOrder,
  agreementsPage,
  countAgreements,
  keyIn,
  orderOf,
} from "./page.ts";
import {
  type AgreementRow,
  agreementsBySlug,
  agreementsOfCountries,
  countAgreementsOfTopics,
  partiesOfAgreements,
  partiesOfReports,
  successorsOf,
  topicsOfAgreements,
} from "./rows.ts";

const MOST = 100;
const REPORTS: Order = { of: "Agreement.reports", parts: [INT, INT] };
const OF_COUNTRY: Order = { of: "Country.agreements", parts: [INT, TEXT] };
const LATEST_FIRST: AgreementOrder = { field: "WHEN", direction: "DESC" };

interface Listing extends Paging {
  filter?: AgreementFilter | null;
  orderBy?: AgreementOrder | null;
}

const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id);
const byLatest = (row: AgreementRow): SortKey => [-(row.sortDay ?? -OPEN), row.id];
const byKnowledge = (row: ReportRow): SortKey => [row.knownOn, row.seq];

async function agreements(
  { tx, asOf }: Reading,
  args: Listing,
  below: Selection,
): Promise<Connection<AgreementRow>> {
  const filter = await ledFilter(tx, args.filter ?? {});
  const order = args.orderBy ?? LATEST_FIRST;
  const request = pageRequest(args, orderOf(order), MOST);
  const rows = await agreementsPage(tx, filter, order, request, asOf);
  const counted = below.has("AgreementConnection", "totalCount");
  const total = counted ? await countAgreements(tx, filter, asOf) : 0;
  return connectionOf(rows, request, keyIn(order), total);
}

async function agreementFacets(
  reading: Reading,
  args: { filter?: AgreementFilter | null },
  below: Selection,
): Promise<Row> {
  const filter = await ledFilter(reading.tx, args.filter ?? {});
  const facets: Row = {};
  for (const facet of AGREEMENT_FACETS)
    if (below.has("AgreementFacets", facet))
      facets[facet] = await facetOfAgreements(reading, filter, facet);
  return facets;
}

const relations: Relations = {
  Agreement: {
    note: hindsight("note"),
    parties: { load: ({ tx }, rows) => partiesOfAgreements(tx, idsOf(rows)) },
    // Held by the row; only what lies below is attached.
    stages: {},
    rivalClaims: {},
    reports: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, REPORTS, MOST, USUALS["Agreement.reports"]);
        const groups = await reportsKnownOf(tx, "AGREEMENT", idsOf(rows), asOf);
        return groups.map((reports) => pageOfWhole(reports, request, byKnowledge));
      },
    },
    supersedes: {
      load: ({ tx, asOf }, rows) =>
        agreementsBySlug(
          tx,
          rows.map((row: AgreementRow) => row.supersedesId),
          asOf,
        ),
    },
    supersededBy: { load: ({ tx, asOf }, rows) => successorsOf(tx, idsOf(rows), asOf) },
    topics: { load: ({ tx }, rows) => topicsOfAgreements(tx, idsOf(rows)) },
    changes: changesOf("Agreement"),
  },
  AgreementStage: {
    report: {
      load: ({ tx, asOf }, rows) =>
        reportsById(
          tx,
          rows.map((row: AgreementStage) => row.reportId),
          asOf,
        ),
    },
  },
  Country: {
    agreements: {
      load: async ({ tx, asOf }, rows, args) => {
        const request = pageRequest(args, OF_COUNTRY, MOST);
        const groups = await agreementsOfCountries(tx, idsOf(rows), asOf);
        return groups.map((group) => pageOfWhole(group, request, byLatest));
      },
    },
  },
  Party: { entity: {} },
  Topic: {
    agreementCount: {
      load: ({ tx, asOf }, rows) => countAgreementsOfTopics(tx, idsOf(rows), asOf),
    },
  },
  Report: { parties: { load: ({ tx }, rows) => partiesOfReports(tx, idsOf(rows)) } },
};

const agreementsAt = ({ tx, asOf }: Reading, slugs: string[]) =>
  followed(tx, "Agreement", slugs, (ids) => agreementsBySlug(tx, ids, asOf));

export const room: Room = {
  queries: {
    agreement: async (reading, { slug }: { slug: string }) =>
      (await agreementsAt(reading, [slug]))[0],
    agreements,
    agreementFacets,
  },
  relations,
  fields: {
    Agreement: {
      allowedTransitions: (row: AgreementRow, { legalOnly }: { legalOnly: boolean | null }) => {
        const moves = transitionsFrom(row.status, row);
        return legalOnly === false ? moves : moves.filter((move) => move.legal);
      },
    },
  },
  nodes: { Agreement: agreementsAt },
};
