// The door of the room: agreements, where they stand, and where they may go.

export type { PartyInput } from "./between.ts";
export { givenTopics } from "./between.ts";
export { type CreateAgreementInput, ENTERING, insertAgreement } from "./enter.ts";
export { MOST_FACETS } from "./facets.ts";
export { type AgreementStage, type AgreementState, foldAgreement } from "./fold.ts";
export { AGREEMENT } from "./kind.ts";
export { MERGING_AGREEMENTS } from "./merge.ts";
export { isAgreementStatus, isEnded, legalMoves, transitionsFrom } from "./move.ts";
export { STEPPING } from "./partyStep.ts";
export { REPORTING as REPORTING_AGREEMENT } from "./report.ts";
export { type AgreementRow, agreementRow, agreementsBySlug, partiesOfAgreements } from "./rows.ts";
export { AGREEMENT_MACHINE, type AgreementStatus } from "./status.ts";
export { AGREEMENT_STEPS } from "./step.ts";
export {
  refoldAgreement,
  refoldAgreements,
  saveAgreementStates,
} from "./store.ts";
export { AGREEMENT_FACTS } from "./thing.ts";
export { AGREEMENT_KINDS, AGREEMENT_STATUSES, BINDINGS } from "./values.ts";
