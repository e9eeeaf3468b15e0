// A change that recorded a report is undone by a report that takes it back.
import { AGREEMENT } from "../agreement/agreement.ts";
import {
  carryOut,
  type EditInput,
  type Kind,
  type Plan,
  type Request,
  refused,
} from "../edit/edit.ts";
import { EVENT } from "../event/event.ts";
import type { Reading } from "../graphql/context.ts";
import type { Row } from "../graphql/load.ts";
import type { ChangeRecord } from "../history/history.ts";
import { reportsById } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { reportedSince } from "./inTheWay.ts";
import { type AtReport, retracting, type Word } from "./retract.ts";

/** Undoes a change that recorded a report. */
export async function takeBack(
  action: string,
  request: Request<EditInput>,
  change: ChangeRecord,
): Promise<Row> {
  const at = await undoneAt(request.reading, change);
  // What it made is withdrawn with it, so nothing else may rest on that.
  const later =
    at.mayWithdraw &&
    !at.target.retracted &&
    (await reportedSince(request.reading, change, at.target));
  if (later) return refused(later);
  const plan: Plan<EditInput, AtReport, Word> = {
    ...retracting,
    action,
    find: async () => at,
    refuse: ({ target }) =>
      target.retracted
        ? new Refusal("INVALID_INPUT", "This change was undone already; nothing was written.", {
            path: ["changeId"],
          })
        : null,
  };
  return carryOut(plan, request);
}

/** The report of a change, and its subject, whether or not anything is known of that now. */
async function undoneAt(reading: Reading, change: ChangeRecord): Promise<AtReport> {
  const [target] = await reportsById(reading.tx, [change.reportId], null);
  if (!target) throw new Error(`The report of revision ${change.revision} is not in the ledger`);
  const kind: Kind = target.eventId === null ? AGREEMENT : EVENT;
  const id = target.eventId ?? target.agreementId;
  const mayWithdraw = change.before === null || change.after === null;
  const [entity] = await kind.bySlug(reading, [id]);
  if (entity) return { kind, entity, target, mayWithdraw };
  const [stored] = await kind.stored(reading.tx, [id]);
  if (!stored) throw new Error(`Nothing is stored of ${id}`);
  const left = { ...stored, status: target.status };
  return { kind, entity: left, target, isWithdrawn: true, mayWithdraw: true };
}
