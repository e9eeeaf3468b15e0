// The door of the room: events, where they stand, and where they may go.

export type { RecordEventInput } from "./draft.ts";
export { conditionsOf, type EventFilter } from "./filter.ts";
export { type EventState, foldEvent } from "./fold.ts";
export { EVENT } from "./kind.ts";
export { MERGING_EVENTS } from "./merge.ts";
export { isAwaited, isOverdue } from "./overdue.ts";
export type { ParticipantInput } from "./participant.ts";
export { insertEvent, RECORDING } from "./record.ts";
export { REPORTING as REPORTING_EVENT } from "./report.ts";
export { type EventRow, eventsBySlug, formerWhenOf } from "./rows.ts";
export { slugOf as slugOfEvent } from "./slug.ts";
export { EVENT_MACHINE, type EventStatus, isEventStatus, legalMoves } from "./status.ts";
export { refoldEvent, refoldEvents, saveEventStates } from "./store.ts";
export { EVENT_FACTS } from "./thing.ts";
export {
  AGREEMENT_RELATIONS,
  EVENT_KINDS,
  EVENT_LEVELS,
  EVENT_STATUSES,
  PARTICIPANT_ROLES,
} from "./values.ts";
export { classes, isDated, type Window, windowValues } from "./window.ts";
