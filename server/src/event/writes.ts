import type { Room } from "../graphql/room.ts";
import { updateEvent } from "./amend.ts";
import { mergeEvents } from "./merge.ts";
import { planVisit, recordEvent } from "./record.ts";
import { reportEventStatus } from "./report.ts";

const payload = { entity: {}, event: {}, report: {}, change: {}, errors: {} };

/** What may be done to events. */
export const eventWrites: Room = {
  mutations: { reportEventStatus, recordEvent, planVisit, updateEvent, mergeEvents },
  relations: {
    ReportEventStatusPayload: payload,
    RecordEventPayload: payload,
    PlanVisitPayload: payload,
    UpdateEventPayload: { entity: {}, event: {}, change: {}, errors: {} },
    MergeEventsPayload: { entity: {}, event: {}, change: {}, errors: {} },
  },
};
