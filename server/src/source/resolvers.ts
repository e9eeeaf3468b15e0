import type { Reading } from "../graphql/context.ts";
import { type Connection, connectionOf, type PageRequest, pageRequest } from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import type { Selection } from "../graphql/selection.ts";
import {
  countSources,
  type SourceFilter,
  type SourceRow,
  sourcesById,
  sourcesPage,
} from "./store.ts";

const MOST = 100;

interface Listing {
  filter?: SourceFilter | null;
  first?: number | null;
  after?: string | null;
}

async function sources(
  { tx, asOf }: Reading,
  args: Listing,
  below: Selection,
): Promise<Connection<SourceRow>> {
  const filter = args.filter ?? {};
  const request: PageRequest = pageRequest(args, 2, MOST);
  const rows = await sourcesPage(tx, filter, request, asOf);
  const counted = below.has("SourceConnection", "totalCount");
  const total = counted ? await countSources(tx, filter, asOf) : 0;
  return connectionOf(rows, request, (row) => [row.publisher, row.id], total);
}

export const room: Room = {
  queries: {
    source: async ({ tx, asOf }, { slug }: { slug: string }) =>
      (await sourcesById(tx, [slug], asOf))[0],
    sources,
  },
  nodes: {
    Source: ({ tx, asOf }, slugs) => sourcesById(tx, slugs, asOf),
  },
};
