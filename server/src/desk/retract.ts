// A report is taken back, or a change undone: by a report of its own, so that the log keeps both.
import { AGREEMENT, agreementsBySlug } from "../agreement/agreement.ts";
import {
  type EditInput,
  edit,
  type Found,
  missing,
  problemsOfInput,
  readCommon,
  readKnownOn,
  retractionOf,
  type Subject,
  slugIn,
} from "../edit/edit.ts";
import { EVENT, eventsBySlug } from "../event/event.ts";
import type { Reading } from "../graphql/context.ts";
import { type ReportRow, reportsById } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { type Day, isoOf } from "../when/day.ts";

/** What an edit of a report is about: the report, and what it speaks of. */
export interface AtReport
  extends Found<Subject & { rivalClaims?: readonly { reportId: string }[] }> {
  target: ReportRow;
}

/** The input of `retractReport`, as the contract has it. */
export interface RetractReportInput extends EditInput {
  reportId: string;
}

/** What is asked of a report: why, and from when the world could know. */
export interface Word {
  note: string;
  knownOn: Day | null;
}

/** The report with this id in the ledger, and its subject as known today. */
export async function atReport(reading: Reading, id: string | null): Promise<AtReport | null> {
  const [target] = await reportsById(reading.tx, [id], null);
  if (!target) return null;
  const [event] = await eventsBySlug(reading, [target.eventId]);
  if (event) return { kind: EVENT, entity: event, target };
  const [agreement] = await agreementsBySlug(reading.tx, [target.agreementId], null);
  return agreement ? { kind: AGREEMENT, entity: agreement, target } : null;
}

/** Reads a word about a report. A source is welcome, and the reason is needed. */
export function readWord(
  input: EditInput,
  { today }: Reading,
  { target }: AtReport,
): { wish: Word | null; problems: Refusal[] } {
  const { problems, wrong } = problemsOfInput();
  const note = readCommon(input, wrong, { needsSource: false });
  const knownOn = readKnownOn(input, today, wrong);
  if (knownOn !== null && knownOn < target.knownOn)
    wrong(
      "knownOn",
      `The report itself was known only from ${isoOf(target.knownOn)}: give that day or a later one.`,
    );
  return { wish: problems.length > 0 ? null : { note, knownOn }, problems };
}

/** What taking a report back is, whatever asks for it. */
export const retracting = {
  read: (input: EditInput, reading: Reading, at: AtReport) => readWord(input, reading, at),
  refuse: ({ target }: AtReport) =>
    target.retracted
      ? new Refusal("INVALID_INPUT", "This report was taken back already; nothing was written.", {
          path: ["reportId"],
        })
      : null,
  report: ({ target }: AtReport, { note, knownOn }: Word, _: unknown, { by }: { by: string }) =>
    retractionOf(target, by, note, knownOn),
};

/** Carries out the mutation `retractReport`. */
export const retractReport = edit<RetractReportInput, AtReport, Word>({
  ...retracting,
  action: "retractReport",
  find: async (reading, { reportId }) =>
    (await atReport(reading, slugIn(reportId, "Report"))) ?? missing("reportId", "report"),
});
