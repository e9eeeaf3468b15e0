// A change of many, such as an import, is undone as one: every report that it recorded is taken back, by one change, which can be undone in turn.
import { AGREEMENT } from "../agreement/agreement.ts";
import {
  append,
  type EditInput,
  keep,
  NOTHING,
  problemsOfInput,
  type Request,
  readCommon,
  readKnownOn,
  refused,
  retractionOf,
  settled,
  sourceOf,
  Unfit,
} from "../edit/edit.ts";
import { EVENT } from "../event/event.ts";
import type { Row } from "../graphql/load.ts";
import {
  type ChangeRecord,
  changeRow,
  changesOfRevisions,
  recordChange,
} from "../history/history.ts";
import {
  idsBetween,
  liveOn,
  type ReportRow,
  reportsById,
  reportsOfSubjects,
} from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { isoOf } from "../when/day.ts";

/** Whether a change of many recorded reports that can be taken back. The data set that was loaded cannot: everything rests on it. */
export function isOfReports({ entityType, action, lastReport }: ChangeRecord): boolean {
  return entityType === null && action !== "load" && lastReport !== null;
}

/** Undoes a change of many. */
export async function takeBackAll(
  action: string,
  request: Request<EditInput>,
  change: ChangeRecord,
): Promise<Row> {
  const { input, by, at, reading } = request;
  const { tx, today } = reading;
  const { problems, wrong } = problemsOfInput();
  const note = readCommon(input, wrong, { needsSource: false });
  const knownOn = readKnownOn(input, today, wrong);
  const [before] = await changesOfRevisions(tx, [change.revision - 1]);
  const begun = before?.lastReport ?? 0;
  const own = await reportsById(tx, await idsBetween(tx, begun, change.lastReport ?? 0), null);
  const standing = own.filter(
    (report): report is ReportRow => report !== null && !report.retracted,
  );
  const latest = Math.max(...standing.map((report) => report.knownOn));
  if (knownOn !== null && knownOn < latest)
    wrong(
      "knownOn",
      `What it reported was known only from ${isoOf(latest)}: give that day or a later one.`,
    );
  if (standing.length === 0)
    wrong("changeId", "This change was undone already; nothing was written.");
  if (problems.length > 0) return refused(...problems);
  const source = await sourceOf(request);
  if (source instanceof Refusal) return refused(source);
  const kept = source && (await keep(tx, source));

  const made = new Map<string, boolean>();
  for (const report of standing.reverse()) {
    const { kind, id } = subjectOf(report);
    const name = `${kind.type} ${id}`;
    if (!made.has(name)) {
      const [told = []] = await reportsOfSubjects(tx, kind.subject, [id]);
      const before = told.filter(({ seq }) => seq <= begun);
      made.set(name, liveOn(before, today).claims.length === 0);
    }
    const version = await kind.bump(tx, id);
    const place = { kind, id, version, before: null, mayWithdraw: made.get(name) === true };
    await append(request, place, retractionOf(report, by, note, knownOn), kept);
  }
  for (const report of standing) {
    const { kind, id } = subjectOf(report);
    const [left] = made.get(`${kind.type} ${id}`) ? await kind.bySlug(reading, [id]) : [];
    if (left) throw new Unfit(builtOn(kind.type, id));
  }
  const record = await recordChange(tx, {
    at,
    by,
    action,
    entityType: null,
    entityId: null,
    version: null,
    note,
    reportId: null,
    sourceId: kept?.id ?? null,
    undoes: change.revision,
    before: { reports: standing.length },
    after: { reports: 0 },
  });
  return settled(action, request, { ...NOTHING, change: changeRow(record) });
}

function subjectOf({ eventId, agreementId }: ReportRow) {
  return eventId === null
    ? { kind: AGREEMENT, id: agreementId as string }
    : { kind: EVENT, id: eventId };
}

function builtOn(type: "Agreement" | "Event", id: string): Refusal {
  const message = `More has been reported since on the ${type.toLowerCase()} “${id}”, which this import made. Undo that first.`;
  return new Refusal("IN_THE_WAY", message, {
    facts: { changes: [], nodes: [] },
    path: ["input", "changeId"],
  });
}
