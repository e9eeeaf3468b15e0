import type { Kind } from "../edit/edit.ts";
import { pick } from "../storage/pick.ts";
import { type AgreementRow, agreementsBySlug } from "./rows.ts";
import { bumpVersion, refoldAgreement } from "./store.ts";

/** Agreements, as edits see them. */
export const AGREEMENT: Kind = {
  type: "Agreement",
  subject: "AGREEMENT",
  bySlug: ({ tx }, slugs) => agreementsBySlug(tx, slugs, null),
  stored: (tx, ids) => pick(tx, "agreement", ids),
  bump: bumpVersion,
  refold: refoldAgreement,
  fieldsOf(entity) {
    const { status, when, disputed, ratified, mustRatify, version } = entity as AgreementRow;
    return { status, when: when.edtf, disputed, ratified, mustRatify, version };
  },
};
