// An editor reports where an event stands: expected, scheduled, put off, called off, held, or moved to another date.
import { claimOf, edit, knowledge, missing, slugIn } from "../edit/edit.ts";
import { EVENT } from "./kind.ts";
import { type EventRow, eventsBySlug } from "./rows.ts";
import { refuseMove } from "./status.ts";
import { type ReportEventStatusInput, readWish, type Wish } from "./wish.ts";

interface At {
  kind: typeof EVENT;
  entity: EventRow;
}

/** Carries out the mutation `reportEventStatus`. */
export const reportEventStatus = edit<ReportEventStatusInput, At, Wish>({
  action: "reportEventStatus",
  alias: "event",
  async find(reading, { eventId }) {
    const [entity] = await eventsBySlug(reading, [slugIn(eventId, "Event")]);
    return entity ? { kind: EVENT, entity } : missing("eventId", "event");
  },
  read: (input, { today }) => readWish(input, today),
  refuse: ({ entity }, { status }) => refuseMove(entity.status, status),
  report: (_, wish, source, { reading: { today } }) => ({
    ...claimOf(wish, source),
    ...knowledge(wish.knownOn, source, wish.status === "HELD" ? wish.when.earliest : null, today),
    status: wish.status,
  }),
});
