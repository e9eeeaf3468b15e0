// The changes of each of many things, a page for each.
import type { Reading } from "../graphql/context.ts";
import type { Relation, Row } from "../graphql/load.ts";
import { connectionOf, INT, type Order, pageRequest } from "../graphql/page.ts";
import type { Changed } from "./record.ts";
import { changeRow } from "./row.ts";
import { changesOfEntities, countChangesOfEntities } from "./store.ts";

/** Most changes of one thing on a page. */
const MOST = 100;

/** The field `changes` of a type of the API. Recorded changes are told as of today, whatever day is asked of: they say when we learned. */
export function changesOf(entityType: Changed): Relation {
  const order: Order = { of: `${entityType}.changes`, parts: [INT] };
  return {
    async load({ tx }: Reading, rows: Row[], args, below) {
      const request = pageRequest(args, order, MOST);
      const ids = rows.map(({ id }) => id);
      const records = await changesOfEntities(tx, entityType, ids, request);
      const counted = below.has("ChangeConnection", "totalCount");
      const counts = counted ? await countChangesOfEntities(tx, entityType, ids) : null;
      return rows.map(({ id }) => {
        const own = (records.get(id) ?? []).map(changeRow);
        return connectionOf(own, request, (change) => [change.revision], counts?.get(id) ?? 0);
      });
    },
  };
}
