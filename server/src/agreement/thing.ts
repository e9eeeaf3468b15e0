import type { Thing } from "../edit/edit.ts";
import { keepAgreement, keptAgreement } from "./kept.ts";
import { agreementsBySlug } from "./rows.ts";
import { refoldAgreements } from "./store.ts";

/** Agreements with their parties, as corrections see them: the facts that no report says. */
export const AGREEMENT_FACTS: Thing = {
  type: "Agreement",
  noun: "agreement",
  table: "agreement",
  // Its parties have no ids of their own, so that nothing can name one.
  parts: {},
  sources: [],
  points: { country: "country", forum: "forum", supersedes: "agreement", topics: "topic" },
  sourced: new Set([
    ...["kind", "binding", "requiresRatification", "supersedes", "duration"],
    ...["country", "forum", "role", "mustRatify"],
  ]),
  read: keptAgreement,
  write: keepAgreement,
  async remove() {
    throw new Error("An agreement is withdrawn by taking its report back; its rows stay");
  },
  rows: ({ tx }, ids) => agreementsBySlug(tx, ids, null),
  stays: ["agreementParty", "agreementTopic", "agreementState"],
  refold: refoldAgreements,
};
