// The door of the room: the ledger of reports, and the fold that turns them into states.
export { foldStates, type Interval, inLedgerOrder, type Live, liveOn, stateOn } from "./fold.ts";
export { asOfName, isKnown } from "./known.ts";
export { isChosen, isGeneralKnowledge, isUnheardSince, LONGEST_TRAIL } from "./live.ts";
export { type Held, idsBetween, reportsAfter } from "./pages.ts";
export type { Confidence, PartyRef, Report, Rival } from "./report.ts";
export { countRestingOn, eventsRestingOn, reportsRestingOn } from "./resting.ts";
export {
  type ReportRow,
  reportColumns,
  reportsById,
  reportsKnownOf,
  wordsAcross,
} from "./rows.ts";
export {
  appendReports,
  type NewReport,
  partiesOfReports,
  reportById,
  reportsOfSubjects,
} from "./store.ts";
export { CONFIDENCES, KNOWN_ON_BASES, OPEN, REPORT_ACTS, STANDINGS, SUBJECTS } from "./values.ts";
