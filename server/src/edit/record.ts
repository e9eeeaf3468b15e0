// What a report entails: its states, the change that tells of it, and the answer.
import type { Row } from "../graphql/load.ts";
import { changeRow, recordChange, recordersOf } from "../history/history.ts";
import { appendReports, LONGEST_TRAIL, type NewReport, reportsById } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import type { SourceRow } from "../source/source.ts";
import type { Tx } from "../storage/storage.ts";
import { NOTHING } from "./answer.ts";
import { Unfit } from "./carry.ts";
import type { SaidInput } from "./input.ts";
import type { Kind, Request, Said, Subject } from "./plan.ts";

/** Where a report is written. `before` is null for what has just been made or was withdrawn. */
export interface Place {
  kind: Kind;
  id: string;
  version: number;
  before: Subject | null;
  mayWithdraw: boolean;
}

/** Writes everything that a report entails. */
export async function record(
  action: string,
  request: Request<SaidInput>,
  place: Place,
  said: Said,
  source: SourceRow | null,
): Promise<Row> {
  const { by, at, reading } = request;
  const { kind, id, version, before } = place;
  const { tx } = reading;
  const { report, after } = await append(request, place, said, source);
  const change = await recordChange(tx, {
    at,
    by,
    action,
    entityType: kind.type,
    entityId: id,
    version,
    note: report.note,
    reportId: report.id,
    sourceId: source?.id ?? null,
    undoes: request.undoes ?? (await undoneBy(tx, said)),
    before: before && kind.fieldsOf(before),
    after: after && kind.fieldsOf(after),
  });
  const [reportRow] = await reportsById(tx, [report.id], null);
  return { ...NOTHING, entity: after, report: reportRow, change: changeRow(change) };
}

/** The revision that recorded what a report takes back, by itself; null where it takes nothing back, or one of many. */
async function undoneBy(tx: Tx, { act, targetId }: Said): Promise<number | null> {
  if (act !== "RETRACTION" || targetId === null) return null;
  const [change] = await recordersOf(tx, [targetId]);
  return change?.revision ?? null;
}

/** Writes a report and the states that follow, without a change: whoever calls this records one. Answers what is known of its subject then. */
export async function append(
  { by, at, reading }: Omit<Request<SaidInput>, "input">,
  { kind, id, version, mayWithdraw }: Place,
  said: Said,
  source: SourceRow | null,
): Promise<{ report: NewReport; after: Subject | null }> {
  const { tx } = reading;
  const report: NewReport = {
    ...said,
    // A version is made once, so no two reports get one id; padded, so that ids sort as they came.
    id: `${id}--v${String(version).padStart(6, "0")}`,
    subject: kind.subject,
    subjectId: id,
    sourceIds: source ? [source.id] : [],
    recordedAt: at,
    recordedBy: by,
  };
  await followable(tx, report);
  await appendReports(tx, [report]);
  await kind.refold(tx, id);
  const [after = null] = await kind.bySlug(reading, [id]);
  if (after === null && !mayWithdraw) throw new Unfit(emptied(kind));
  return { report, after };
}

function emptied({ type }: Kind): Refusal {
  const message = `Nothing would be known of this ${type.toLowerCase()} any more: every other report on it is taken back. Report what is so first, then take this one back; or undo the change that made it, if it never was.`;
  return new Refusal("INVALID_INPUT", message, { path: ["input"] });
}

/** Throws where a report would make a trail of undoing longer than lists follow one: they would tell other than the page of its subject. */
async function followable(tx: Tx, { act, targetId }: Said): Promise<void> {
  let undoes = act === "RETRACTION" ? targetId : null;
  for (let links = 1; undoes !== null; links++) {
    if (links > LONGEST_TRAIL) throw new Unfit(tooLong());
    const [target] = await reportsById(tx, [undoes], null);
    undoes = target?.act === "RETRACTION" ? target.targetId : null;
  }
}

function tooLong(): Refusal {
  const message = `This was undone and had back ${LONGEST_TRAIL} times, the most that is followed. Report what is so anew.`;
  return new Refusal("INVALID_INPUT", message, { path: ["input"] });
}
