import type { Room } from "../graphql/room.ts";
import { reportEventStatus } from "./report.ts";

/** What may be done to events. */
export const eventWrites: Room = {
  mutations: { reportEventStatus },
  relations: {
    ReportEventStatusPayload: { entity: {}, event: {}, report: {}, change: {}, errors: {} },
  },
};
