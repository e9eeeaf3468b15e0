import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import {
  connectionOf,
  cursorOf,
  type Order,
  pageRequest,
  type SortKey,
  under,
} from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import type { Selection } from "../graphql/selection.ts";
import { nodesOf, type Ref } from "../story/story.ts";
import { parseWhen } from "../when/when.ts";
import { find } from "./search.ts";
import { snippetOf } from "./snippet.ts";
import type { SearchKind } from "./values.ts";

interface Args {
  text: string;
  kinds?: SearchKind[] | null;
  first?: number | null;
  after?: string | null;
}

/** Whether words that sound alike count, where they stand, and the entry. */
const ORDER: Order = {
  of: "Query.search",
  parts: [under(2), under(3), under(Number.MAX_SAFE_INTEGER)],
};

const TYPES: Record<SearchKind, Ref["type"]> = {
  COUNTRY: "Country",
  LEADER: "Leader",
  FORUM: "Forum",
  SESSION: "Session",
  AGREEMENT: "Agreement",
  EVENT: "Event",
  SOURCE: "Source",
  STORY: "Story",
  TOPIC: "Topic",
};

async function search(reading: Reading, { text, kinds, ...paging }: Args, below: Selection) {
  const request = pageRequest(paging, ORDER);
  const found = await find(reading, { text, kinds: kinds ?? null }, request);
  const isCounted = below.has("SearchConnection", "totalCount");
  const page = connectionOf(
    found.hits,
    request,
    (hit) => hit.sortKey,
    isCounted ? await found.count() : 0,
  );
  const refs = page.nodes.map(({ kind, refId }) => [{ type: TYPES[kind], id: refId }]);
  const nodes = (await nodesOf(reading, refs)).map(([node]) => node);
  // What the index has and the day does not, if ever the two came apart, is not told.
  const edges = page.nodes.flatMap((hit, index) => {
    const node: Row = nodes[index];
    return node ? [{ ...edgeOf(hit, node), matched: snippetOf(hit.shown, found.query) }] : [];
  });
  return { ...page, nodes: edges.map((edge) => edge.node), edges };
}

function edgeOf(
  hit: { kind: SearchKind; refId: string; shown: string[]; sortKey: SortKey },
  node: Row,
) {
  const { kind, refId, shown, sortKey } = hit;
  const published = kind === "SOURCE" && node.publishedOn ? parseWhen(node.publishedOn) : null;
  const when = kind === "SOURCE" ? published : (node.when ?? null);
  return {
    cursor: cursorOf(sortKey, ORDER),
    node,
    kind,
    slug: refId,
    name: shown[0] ?? refId,
    when,
  };
}

export const room: Room = { queries: { search } };
