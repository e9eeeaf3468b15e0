import { connectionOf, type Paging, pageRequest } from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import { USUALS } from "../graphql/usual.ts";
import { reportsById } from "../ledger/ledger.ts";
import { canonicalOf } from "./chain.ts";
import { CHANGES, type ChangeFilter, revisionIn, wantedOf } from "./filter.ts";
import { follow, startOf } from "./follow.ts";
import { differencesIn } from "./names.ts";
import { CHANGED } from "./record.ts";
import { recordersOf } from "./recorder.ts";
import { type ChangeRow, changeRow } from "./row.ts";
import { changesOfRevisions, changesPage, countChangesSince } from "./store.ts";
import { undoersOf } from "./undone.ts";

/** What of the changes is asked for. `since` is a moment, ISO 8601. */
interface Asked {
  filter?: ChangeFilter | null;
  since?: string | null;
  after?: string | null;
  before?: string | null;
}

const names = Object.entries(CHANGED).map(([name, type]) => [type, name] as const);
const NAMES: ReadonlyMap<string, string> = new Map(names);

/** Recorded changes: from the front what a copy reads to keep in step, from the back what a person does. */
export const room: Room = {
  queries: {
    changes: async ({ tx }, args: Asked & Pick<Paging, "first" | "last">, below) => {
      const wanted = wantedOf(args.filter, args.since);
      const keyIn = (name: "after" | "before") =>
        args[name] == null ? null : [revisionIn(args[name], name)];
      const ends = { after: keyIn("after"), before: keyIn("before") };
      const request = {
        ...pageRequest(
          { first: args.first ?? null, last: args.last ?? null },
          CHANGES,
          undefined,
          USUALS["Query.changes"],
        ),
        ...ends,
      };
      const records = await changesPage(tx, wanted, request);
      const total = below.has("ChangeConnection", "totalCount")
        ? await countChangesSince(tx, wanted)
        : 0;
      return connectionOf(records.map(changeRow), request, (row) => [row.revision], total);
    },
  },
  subscriptions: {
    changes: async ({ filter, since = null, after = null }: Asked, { storage }, signal) => {
      const wanted = wantedOf(filter, since);
      const start = await startOf(storage, after, since);
      return (async function* () {
        for await (const { changes } of follow(storage, wanted, start, signal)) {
          yield* changes.map(changeRow);
        }
      })();
    },
  },
  relations: {
    Report: {
      change: {
        load: async ({ tx }, reports: { id: string }[]) => {
          const found = await recordersOf(
            tx,
            reports.map(({ id }) => id),
          );
          return found.map((record) => record && changeRow(record));
        },
      },
    },
    Change: {
      undoes: {
        load: async ({ tx }, changes: ChangeRow[]) => {
          const revisions = changes.map(({ record }) => record.undoes ?? null);
          const found = await changesOfRevisions(tx, [
            ...new Set(revisions.filter((revision) => revision !== null)),
          ]);
          const rows = new Map(found.map((record) => [record.revision, changeRow(record)]));
          return revisions.map((revision) => (revision && rows.get(revision)) || null);
        },
      },
      undoneBy: {
        load: async ({ tx }, changes: ChangeRow[]) => {
          const found = await undoersOf(
            tx,
            changes.map(({ revision }) => revision),
          );
          return found.map((record) => record && changeRow(record));
        },
      },
      differences: {
        load: ({ tx }, changes) =>
          differencesIn(
            tx,
            changes.map(({ record }: ChangeRow) => record),
          ),
      },
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
  fields: {
    Change: {
      entityType: ({ entityType }: ChangeRow) => NAMES.get(entityType ?? "") ?? null,
      entitySlug: ({ entityId }: ChangeRow) => entityId,
      canonical: ({ record }: ChangeRow) => canonicalOf(record),
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
