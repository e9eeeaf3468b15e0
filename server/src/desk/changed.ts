// What changes were done to.
import { agreementsBySlug } from "../agreement/agreement.ts";
import { countriesById, placesById } from "../country/country.ts";
import { eventsBySlug } from "../event/event.ts";
import { forumsById } from "../forum/forum.ts";
import type { Reading } from "../graphql/context.ts";
import { globalId } from "../graphql/id.ts";
import type { Relations, Row } from "../graphql/load.ts";
import {
  type Changed,
  type ChangeRecord,
  type ChangeRow,
  changeRow,
  followed,
  mergedInto,
} from "../history/history.ts";
import { leadersById, officesById } from "../leader/leader.ts";
import { reportsById } from "../ledger/ledger.ts";
import { sourcesById } from "../source/source.ts";
import { storiesTold } from "../story/story.ts";
import { withdrawnAmong } from "./withdrawn.ts";

type Read = (reading: Reading, slugs: string[]) => Promise<(Row | null)[]>;

/** How what a change was done to is read, as it stands today. */
const READ: Record<Changed, Read> = {
  Agreement: ({ tx }, slugs) => agreementsBySlug(tx, slugs, null),
  Event: (reading, slugs) => eventsBySlug({ ...reading, asOf: null }, slugs),
  Leader: ({ tx }, slugs) => leadersById(tx, slugs, null),
  Office: ({ tx }, slugs) => officesById(tx, slugs),
  Forum: ({ tx }, slugs) => forumsById(tx, slugs),
  Country: ({ tx }, slugs) => countriesById(tx, slugs),
  Place: ({ tx }, slugs) => placesById(tx, slugs),
  Source: ({ tx }, slugs) => sourcesById(tx, slugs, null),
  Story: (reading, slugs) => storiesTold({ ...reading, asOf: null }, slugs),
};

/** Types that have no title of their own, and so are no `Versioned`. */
const UNTITLED: ReadonlySet<Changed> = new Set(["Source"]);

/** What something became part of, as known on the day; null for what did not, and for what is not here. */
export async function standsFor(
  reading: Reading,
  type: Changed,
  slug: string,
): Promise<Row | null> {
  const into = await mergedInto(reading.tx, type, slug);
  return into === null ? null : ((await READ[type](reading, [into]))[0] ?? null);
}

/** Something as an `entity` of the API: null where its type has no title of its own. */
export function titled(type: Changed | null, row: Row | null): Row | null {
  return type !== null && UNTITLED.has(type) ? null : row;
}

/** What each change was done to, as it stands now; null where it is of many, or of something no longer there. One statement a type. */
async function standing(reading: Reading, changes: readonly ChangeRow[]): Promise<(Row | null)[]> {
  const found = new Map<string, Row>();
  for (const [type, read] of Object.entries(READ)) {
    const slugs = changes.flatMap(({ entityType, entityId }) =>
      entityType === type && entityId !== null ? [entityId] : [],
    );
    if (slugs.length === 0) continue;
    const asked = [...new Set(slugs)];
    for (const [index, row] of (await read(reading, asked)).entries()) {
      const slug = asked[index] as string;
      const left = row ?? (await standsFor(reading, type as Changed, slug));
      if (left) found.set(`${type}:${slug}`, left);
    }
  }
  return changes.map(({ entityType, entityId }) => found.get(`${entityType}:${entityId}`) ?? null);
}

/** What one change was done to, as it stands now. */
export async function standingOf(reading: Reading, change: ChangeRecord): Promise<Row | null> {
  return (await entitiesOf(reading, [changeRow(change)]))[0] ?? null;
}

async function entitiesOf(reading: Reading, changes: ChangeRow[]) {
  const rows = await standing(reading, changes);
  return changes.map(({ entityType }, index) => titled(entityType, rows[index] ?? null));
}

async function nodesOfChanges(reading: Reading, changes: ChangeRow[]) {
  const rows = await standing(reading, changes);
  const gone = await withdrawnAmong(
    reading,
    changes.map(({ entityType, entityId }, index) =>
      rows[index] || entityType === null || entityId === null
        ? null
        : { type: entityType, slug: entityId },
    ),
  );
  return changes.map((_, index) => rows[index] ?? gone[index] ?? null);
}

/** The global ids of what each change leaves behind: the report it takes back; its entity, when that is no longer found under its slug. */
async function removedBy(reading: Reading, changes: ChangeRow[]): Promise<string[][]> {
  const reportIds = changes.map(({ reportId }) => reportId);
  const reports = await reportsById(reading.tx, reportIds, null);
  const entities = await standing(reading, changes);
  return changes.map(({ entityType, entityId }, index) => {
    const report = reports[index];
    const removed =
      report?.act === "RETRACTION" && report.targetId !== null
        ? [globalId("Report", report.targetId)]
        : [];
    if (entityType !== null && entityId !== null && entities[index]?.id !== entityId) {
      removed.push(globalId(entityType, entityId));
    }
    return removed;
  });
}

/** What a change was done to and rests on. Stands here because this is the first room that knows every kind. */
export const changeRelations: Relations = {
  Change: {
    entity: { load: entitiesOf },
    node: { load: nodesOfChanges },
    removed: { load: removedBy },
    source: {
      load: async ({ tx }, changes: ChangeRow[]) => {
        const ids = changes.flatMap(({ sourceId }) => sourceId ?? []);
        const sources = await followed(tx, "Source", ids, (slugs) => sourcesById(tx, slugs, null));
        return changes.map(({ sourceId }) =>
          sourceId == null ? null : (sources[ids.indexOf(sourceId)] ?? null),
        );
      },
    },
  },
};
