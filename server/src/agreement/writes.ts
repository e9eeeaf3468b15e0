import type { Room } from "../graphql/room.ts";
import { createAgreement, updateAgreement } from "./enter.ts";
import { mergeAgreements } from "./merge.ts";
import { reportPartyStep } from "./partyStep.ts";
import { reportAgreementStatus } from "./report.ts";

/** What may be done to agreements. */
export const agreementWrites: Room = {
  mutations: {
    reportAgreementStatus,
    reportPartyStep,
    createAgreement,
    updateAgreement,
    mergeAgreements,
  },
  relations: {
    // The payload holds its rows; only what is selected below them is attached.
    ReportAgreementStatusPayload: { entity: {}, agreement: {}, report: {}, change: {}, errors: {} },
    ReportPartyStepPayload: { entity: {}, agreement: {}, report: {}, change: {}, errors: {} },
    CreateAgreementPayload: { entity: {}, agreement: {}, report: {}, change: {}, errors: {} },
    UpdateAgreementPayload: { entity: {}, agreement: {}, change: {}, errors: {} },
    MergeAgreementsPayload: { entity: {}, agreement: {}, change: {}, errors: {} },
    StaleVersionError: { current: {} },
  },
};
