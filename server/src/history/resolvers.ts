import { connectionOf, pageRequest } from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import { reportsById } from "../ledger/ledger.ts";
import { type ChangeRow, changeRow } from "./row.ts";
import { changesOfRevisions, changesSince, countChangesSince } from "./store.ts";

/** Recorded changes, oldest first: what a copy reads to keep in step. */
export const room: Room = {
  queries: {
    changes: async ({ tx }, args: { since?: string; first?: number; after?: string }, below) => {
      const request = pageRequest(args, 1);
      const since = args.since ?? null;
      const after = request.after === null ? null : Number(request.after[0]);
      const records = await changesSince(tx, since, after, request.first + 1);
      const total = below.has("ChangeConnection", "totalCount")
        ? await countChangesSince(tx, since)
        : 0;
      return connectionOf(records.map(changeRow), request, (row) => [row.revision], total);
    },
  },
  relations: {
    Change: {
      report: {
        load: ({ tx }, changes) =>
          reportsById(
            tx,
            changes.map((change: ChangeRow) => change.reportId),
            null,
          ),
      },
    },
  },
  nodes: {
    Change: async ({ tx }, slugs) => {
      const found = await changesOfRevisions(tx, slugs.map(Number).filter(Number.isSafeInteger));
      const rows = new Map(found.map((record) => [String(record.revision), changeRow(record)]));
      return slugs.map((slug) => rows.get(slug) ?? null);
    },
  },
};
