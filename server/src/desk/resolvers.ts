import type { Room } from "../graphql/room.ts";
import { preferReport } from "./prefer.ts";
import { retractReport, undoChange } from "./retract.ts";

const payload = { entity: {}, report: {}, change: {}, errors: {} };

/** What editors do to reports, whatever these are about. */
export const room: Room = {
  mutations: { retractReport, preferReport, undoChange },
  relations: {
    RetractReportPayload: payload,
    PreferReportPayload: payload,
    UndoChangePayload: payload,
  },
};
