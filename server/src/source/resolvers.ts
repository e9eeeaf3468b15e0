import type { Reading } from "../graphql/context.ts";
import {
  type Connection,
  connectionOf,
  INT,
  type Order,
  type PageRequest,
  type Paging,
  pageRequest,
  TEXT,
} from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import type { Selection } from "../graphql/selection.ts";
import { followed } from "../history/history.ts";
import { countRestingOn, type ReportRow, reportsRestingOn } from "../ledger/ledger.ts";
import {
  countSources,
  type SourceFilter,
  type SourceRow,
  sourcesById,
  sourcesOfReports,
  sourcesPage,
} from "./store.ts";

const MOST = 100;
const BY_PUBLISHER: Order = { of: "Query.sources", parts: [TEXT, TEXT] };
const REPORTS: Order = { of: "Source.reports", parts: [INT, INT] };

interface Listing extends Paging {
  filter?: SourceFilter | null;
}

async function sources(
  { tx, asOf }: Reading,
  args: Listing,
  below: Selection,
): Promise<Connection<SourceRow>> {
  const filter = args.filter ?? {};
  const request: PageRequest = pageRequest(args, BY_PUBLISHER, MOST);
  const rows = await sourcesPage(tx, filter, request, asOf);
  const counted = below.has("SourceConnection", "totalCount");
  const total = counted ? await countSources(tx, filter, asOf) : 0;
  return connectionOf(rows, request, (row) => [row.publisher, row.id], total);
}

/** The reports of each source, newest knowledge first. */
async function reports(
  { tx, asOf }: Reading,
  rows: SourceRow[],
  args: Listing,
  below: Selection,
): Promise<Connection<ReportRow>[]> {
  const request = pageRequest(args, REPORTS, MOST);
  const ids = rows.map((row) => row.id);
  const groups = await reportsRestingOn(tx, ids, asOf, request);
  const counted = below.has("ReportConnection", "totalCount");
  const totals = counted ? await countRestingOn(tx, ids, asOf) : [];
  return groups.map((group, index) =>
    connectionOf(group, request, (row) => [row.knownOn, row.seq], totals[index] ?? 0),
  );
}

const sourcesAt = ({ tx, asOf }: Reading, slugs: string[]) =>
  followed(tx, "Source", slugs, (ids) => sourcesById(tx, ids, asOf));

export const room: Room = {
  relations: {
    Source: {
      reports: { load: reports },
      // What we say of a publication is what stood in it: no more of a day than it was.
      description: {
        load: ({ asOf, today }, rows) =>
          rows.map(({ description, publishedDay }: SourceRow) => {
            const isOut = asOf === null || asOf >= today || (publishedDay ?? today) <= asOf;
            return isOut ? description : null;
          }),
      },
    },
    Report: {
      sources: {
        load: ({ tx, asOf }, rows) =>
          sourcesOfReports(
            tx,
            rows.map((row: ReportRow) => row.id),
            asOf,
          ),
      },
    },
  },
  queries: {
    source: async (reading, { slug }: { slug: string }) => (await sourcesAt(reading, [slug]))[0],
    sources,
  },
  nodes: {
    Source: sourcesAt,
  },
};
