// An editor reports that an agreement entered a status.
import { claimOf, edit, knowledge, missing, slugIn } from "../edit/edit.ts";
import { Refusal } from "../refusal.ts";
import { isoOf } from "../when/day.ts";
import { wordsOfWhen } from "../when/words.ts";
import { AGREEMENT } from "./kind.ts";
import { refuseMove } from "./move.ts";
import { type AgreementRow, agreementsBySlug } from "./rows.ts";
import { type ReportAgreementStatusInput, readWish, type Wish } from "./wish.ts";

interface At {
  kind: typeof AGREEMENT;
  entity: AgreementRow;
}

/** Carries out the mutation `reportAgreementStatus`. */
export const reportAgreementStatus = edit<ReportAgreementStatusInput, At, Wish>({
  action: "reportAgreementStatus",
  alias: "agreement",
  async find({ tx }, { agreementId }) {
    const [entity] = await agreementsBySlug(tx, [slugIn(agreementId, "Agreement")], null);
    return entity ? { kind: AGREEMENT, entity } : missing("agreementId", "agreement");
  },
  read: (input, { today }) => readWish(input, today),
  refuse: ({ entity }, wish) =>
    refuseMove(entity.status, wish.status, entity) ?? outOfOrder(entity, wish),
  report: (_, wish, source, { reading: { today } }) => ({
    ...claimOf(wish, source),
    ...knowledge(wish.knownOn, source, wish.when.earliest, today),
    status: wish.status,
  }),
});

/** A later status cannot have been entered before the present one was. A rival date of the same status may be any. */
function outOfOrder({ status, when }: AgreementRow, wish: Wish): Refusal | null {
  const [entered, wished] = [when.earliest, wish.when.latest];
  if (wish.status === status || entered === null || wished === null || wished >= entered)
    return null;
  return new Refusal(
    "INVALID_INPUT",
    `That is before the agreement came to stand where it does (${wordsOfWhen(when)}). Give ${isoOf(entered)} or a later day, or report the earlier status's date first.`,
    { path: ["when"] },
  );
}
