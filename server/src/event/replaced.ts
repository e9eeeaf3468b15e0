// A postponed event that another took the place of: nobody waits for it any more.
import { aliasedTable, eq, type SQL, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import { isKnown } from "../ledger/ledger.ts";
import type { Tables } from "../storage/tables.ts";
import { type EventRow, eventsBySlug } from "./rows.ts";

/** Whether another has replaced the event of a state, as far as was known. Takes the parameter `asOf` unless that is null. */
export function isReplaced(tables: Tables, asOf: Reading["asOf"]): SQL {
  const { eventState: state } = tables;
  const replaced = aliasedTable(tables.event, "replaced");
  const successor = aliasedTable(tables.eventState, "successor");
  return sql`(${state.status} = 'POSTPONED' and exists (select 1 from ${tables.event} "replaced"
    inner join ${tables.eventState} "successor" on ${eq(successor.eventId, replaced.rescheduledToId)}
    where ${replaced.id} = ${state.eventId} and ${isKnown(successor, asOf)}))`;
}

/** Whether each is overdue: by its dates, which its row says, unless another has replaced it. One statement at most. */
export async function overdueAmong(
  reading: Reading,
  rows: readonly EventRow[],
): Promise<boolean[]> {
  const successors = await eventsBySlug(
    reading,
    rows.map(({ overdue, status, rescheduledToId }) =>
      overdue && status === "POSTPONED" ? rescheduledToId : null,
    ),
  );
  return rows.map(({ overdue }, index) => overdue && successors[index] === null);
}
