import type { Room } from "../graphql/room.ts";
import { reportPartyStep } from "./partyStep.ts";
import { reportAgreementStatus } from "./report.ts";

/** What may be done to agreements. */
export const agreementWrites: Room = {
  mutations: { reportAgreementStatus, reportPartyStep },
  relations: {
    // The payload holds its rows; only what is selected below them is attached.
    ReportAgreementStatusPayload: { entity: {}, agreement: {}, report: {}, change: {}, errors: {} },
    ReportPartyStepPayload: { entity: {}, agreement: {}, report: {}, change: {}, errors: {} },
    StaleVersionError: { current: {} },
  },
};
