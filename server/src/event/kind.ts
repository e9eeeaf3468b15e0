import type { Kind } from "../edit/edit.ts";
import { type EventRow, eventsBySlug } from "./rows.ts";
import { bumpEventVersion, refoldEvent } from "./store.ts";

/** Events, as edits see them. */
export const EVENT: Kind = {
  type: "Event",
  subject: "EVENT",
  bySlug: eventsBySlug,
  bump: bumpEventVersion,
  refold: refoldEvent,
  fieldsOf(entity) {
    const { status, when, disputed, placeId, version } = entity as EventRow;
    return { status, when: when.edtf, fixed: when.fixed, disputed, placeId, version };
  },
};
