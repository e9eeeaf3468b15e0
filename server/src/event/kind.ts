import type { Kind } from "../edit/edit.ts";
import { pick } from "../storage/pick.ts";
import { type EventRow, eventsBySlug } from "./rows.ts";
import { bumpEventVersion, refoldEvent } from "./store.ts";

/** Events, as edits see them. */
export const EVENT: Kind = {
  type: "Event",
  subject: "EVENT",
  bySlug: eventsBySlug,
  stored: (tx, ids) => pick(tx, "event", ids),
  bump: bumpEventVersion,
  refold: refoldEvent,
  fieldsOf(entity) {
    const { status, when, disputed, placeId, version } = entity as EventRow;
    return { status, when: when.edtf, fixed: when.fixed, disputed, placeId, version };
  },
};
