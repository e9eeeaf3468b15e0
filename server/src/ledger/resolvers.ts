import type { Relations, Row } from "../graphql/load.ts";
import type { Room } from "../graphql/room.ts";
import { reportsById } from "./rows.ts";

/** `report` of whatever names it by `reportId`, as rival claims and stages do. */
const byReportId: Relations[string] = {
  report: {
    load: ({ tx, asOf }, rows) =>
      reportsById(
        tx,
        rows.map((row: Row) => row.reportId),
        asOf,
      ),
  },
};

export const room: Room = {
  relations: {
    // The main source comes with the report; only what lies below it is attached.
    Report: {
      source: {},
      about: {
        load: ({ tx, asOf }, reports) =>
          reportsById(
            tx,
            reports.map(({ targetId }) => targetId),
            asOf,
          ),
      },
    },
    RivalClaim: byReportId,
  },
  nodes: {
    Report: ({ tx, asOf }, ids) => reportsById(tx, ids, asOf),
  },
};
