import { agreementsBySlug } from "../agreement/agreement.ts";
import type { Room } from "../graphql/room.ts";
import type { ChangeRow } from "../history/history.ts";
import { eventsBySlug } from "./rows.ts";

const slugsOf = (changes: readonly ChangeRow[], type: string) =>
  changes.map(({ entityType, entityId }) => (entityType === type ? entityId : null));

/** What was changed, as it stands today: stands here because this is the first room that knows both kinds. */
export const room: Room = {
  relations: {
    Change: {
      entity: {
        load: async (reading, changes) => {
          const agreements = await agreementsBySlug(
            reading.tx,
            slugsOf(changes, "Agreement"),
            null,
          );
          const events = await eventsBySlug({ ...reading, asOf: null }, slugsOf(changes, "Event"));
          return changes.map((_, index) => agreements[index] ?? events[index] ?? null);
        },
      },
    },
  },
};
