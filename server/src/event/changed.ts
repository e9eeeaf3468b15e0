import { agreementsBySlug } from "../agreement/agreement.ts";
import type { Reading } from "../graphql/context.ts";
import { globalId } from "../graphql/id.ts";
import type { Room } from "../graphql/room.ts";
import type { Changed, ChangeRow } from "../history/history.ts";
import { reportsById } from "../ledger/ledger.ts";
import { eventsBySlug } from "./rows.ts";

const slugsOf = (changes: readonly ChangeRow[], type: Changed) =>
  changes.map(({ entityType, entityId }) => (entityType === type ? entityId : null));

/** What each change was done to, as it stands now; null where it is of many, or of something no longer there. */
async function entitiesOf(reading: Reading, changes: readonly ChangeRow[]) {
  const agreements = await agreementsBySlug(reading.tx, slugsOf(changes, "Agreement"), null);
  const events = await eventsBySlug({ ...reading, asOf: null }, slugsOf(changes, "Event"));
  return changes.map((_, index) => agreements[index] ?? events[index] ?? null);
}

/** The global ids of what each change leaves behind: the report it takes back; its entity, when that is no longer found under its slug. */
async function removedBy(reading: Reading, changes: readonly ChangeRow[]): Promise<string[][]> {
  const reportIds = changes.map(({ reportId }) => reportId);
  const reports = await reportsById(reading.tx, reportIds, null);
  const entities = await entitiesOf(reading, changes);
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

/** What was changed, as it stands today: stands here because this is the first room that knows both kinds. */
export const room: Room = {
  relations: {
    Change: {
      entity: { load: entitiesOf },
      removed: { load: removedBy },
    },
  },
};
