// An editor reports where an event stands: expected, scheduled, put off, called off, held, or moved to another date.
import { claimOf, edit, knowledge, notThere, type Plan, slugIn, unknown } from "../edit/edit.ts";
import { Refusal } from "../refusal.ts";
import { pick } from "../storage/pick.ts";
import { EVENT } from "./kind.ts";
import { type EventRow, eventsBySlug } from "./rows.ts";
import { refuseMove } from "./status.ts";
import { type ReportEventStatusInput, readWish, type Wish } from "./wish.ts";

interface At {
  /** The place that the input names; null when it names none, undefined when there is none such. */
  placeId?: string | null | undefined;
  kind: typeof EVENT;
  entity: EventRow;
}

/** How an event's status is reported. */
export const REPORTING: Plan<ReportEventStatusInput, At, Wish> = {
  action: "reportEventStatus",
  alias: "event",
  async find(reading, { eventId, place }) {
    const slug = slugIn(eventId, "Event");
    const [entity] = await eventsBySlug(reading, [slug]);
    if (!entity) return notThere(reading, { ...EVENT, rows: EVENT.bySlug }, slug, "eventId");
    const [found] = await pick(reading.tx, "place", [place ?? null]);
    return { kind: EVENT, entity, placeId: place == null ? null : found?.id };
  },
  read(input, { today }, { placeId }) {
    const read = readWish(input, today);
    if (placeId !== undefined) return read;
    const message = unknown("place", input.place ?? "");
    const problem = new Refusal("INVALID_INPUT", message, { path: ["input", "place"] });
    return { wish: null, problems: [...read.problems, problem] };
  },
  refuse: ({ entity }, { status }) => refuseMove(entity.status, status),
  closed: ({ entity }, { status }) => refuseMove(entity.status, status),
  report: ({ placeId = null }, wish, source, { reading: { today } }) => ({
    ...claimOf(wish, source),
    ...knowledge(wish.knownOn, source, wish.status === "HELD" ? wish.when.earliest : null, today),
    status: wish.status,
    placeId,
  }),
};

/** Carries out the mutation `reportEventStatus`. */
export const reportEventStatus = edit(REPORTING);
