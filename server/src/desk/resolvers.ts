import type { Row } from "../graphql/load.ts";
import type { Room } from "../graphql/room.ts";
import { changeRelations } from "./changed.ts";
import { mergeSources } from "./cited.ts";
import { preferReport } from "./prefer.ts";
import { retractReport } from "./retract.ts";
import { undoChange } from "./undo.ts";
import { goneNodes } from "./withdrawn.ts";

const payload = { entity: {}, report: {}, change: {}, errors: {} };

/** What editors do to reports and changes, whatever these are about. */
export const room: Room = {
  mutations: { retractReport, preferReport, undoChange, mergeSources },
  relations: {
    ...changeRelations,
    RetractReportPayload: payload,
    PreferReportPayload: payload,
    UndoChangePayload: payload,
    MergeSourcesPayload: { entity: {}, source: {}, change: {}, errors: {} },
    NotFoundError: { becamePartOf: {} },
    InTheWayError: { changes: {}, nodes: {} },
    Withdrawn: { change: {} },
  },
  fields: { Withdrawn: { id: (row: Row) => row.globalId } },
  gone: goneNodes,
};
