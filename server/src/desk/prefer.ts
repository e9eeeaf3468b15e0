// Of several claims that do not agree, an editor says with a public reason which one is shown.
import { type EditInput, edit, missing, slugIn, wordOn } from "../edit/edit.ts";
import { Refusal } from "../refusal.ts";
import { type AtReport, atReport, readWord, type Word } from "./retract.ts";

/** The input of `preferReport`, as the contract has it. */
export interface PreferReportInput extends EditInput {
  reportId: string;
}

/** Carries out the mutation `preferReport`. */
export const preferReport = edit<PreferReportInput, AtReport, Word>({
  action: "preferReport",
  find: async (reading, { reportId }) =>
    (await atReport(reading, slugIn(reportId, "Report"))) ?? missing("reportId", "report"),
  read: readWord,
  refuse({ target, entity }) {
    const why = whyNot(target, entity);
    return why === null ? null : new Refusal("INVALID_INPUT", why, { path: ["reportId"] });
  },
  report: ({ target }, { note, knownOn }, _, { by, reading }) => ({
    ...wordOn(target, by, note),
    act: "PREFERENCE",
    knownOn: knownOn ?? reading.today,
    knownOnBasis: "EDITOR",
  }),
});

/** Only claims that compete can be chosen from: on where it stands, or on an earlier step that claims disagree about. */
function whyNot(
  { id, act, retracted, preferred, status }: AtReport["target"],
  { status: standing, rivalClaims }: AtReport["entity"],
): string | null {
  if (act !== "CLAIM") return "Only a claim can be preferred, not a word about one.";
  if (retracted) return "This report was taken back. Prefer one that stands.";
  if (preferred) return "This report is preferred already; nothing was written.";
  if (status !== standing && !rivalClaims?.some(({ reportId }) => reportId === id))
    return `It speaks of ${status}, about which no claims disagree, and the record stands at ${standing}. Only claims that compete can be chosen from.`;
  return null;
}
