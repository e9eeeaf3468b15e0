import type { Room } from "../graphql/room.ts";
import { reportAgreementStatus } from "./report.ts";

/** What may be done to agreements. */
export const agreementWrites: Room = {
  mutations: { reportAgreementStatus },
  relations: {
    // The payload holds its rows; only what is selected below them is attached.
    ReportAgreementStatusPayload: { entity: {}, agreement: {}, report: {}, change: {}, errors: {} },
    StaleVersionError: { current: {} },
  },
};
