// An editor reports that an agreement entered a status.
import { claimOf, edit, knowledge, notThere, type Plan, slugIn } from "../edit/edit.ts";
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

/** How an agreement's status is reported. */
export const REPORTING: Plan<ReportAgreementStatusInput, At, Wish> = {
  action: "reportAgreementStatus",
  alias: "agreement",
  async find(reading, { agreementId }) {
    const slug = slugIn(agreementId, "Agreement");
    const [entity] = await agreementsBySlug(reading.tx, [slug], null);
    if (entity) return { kind: AGREEMENT, entity };
    return notThere(reading, { ...AGREEMENT, rows: AGREEMENT.bySlug }, slug, "agreementId");
  },
  read: (input, { today }) => readWish(input, today),
  refuse: ({ entity }, wish) =>
    wish.earlier
      ? notEarlier(entity, wish)
      : (refuseMove(entity.status, wish.status, entity) ?? outOfOrder(entity, wish)),
  closed: ({ entity }, { status }) => refuseMove(entity.status, status, entity),
  judge: ({ entity }, after, wish) => (wish.earlier ? moved(entity, after, wish) : null),
  report: (_, wish, source, { reading: { today } }) => ({
    ...claimOf(wish, source),
    ...knowledge(wish.knownOn, source, wish.when.earliest, today),
    status: wish.status,
  }),
};

/** Carries out the mutation `reportAgreementStatus`. */
export const reportAgreementStatus = edit(REPORTING);

/** A later status cannot have been entered before the present one was. A rival date of the same status may be any. */
function outOfOrder({ status, when }: AgreementRow, wish: Wish): Refusal | null {
  const [entered, wished] = [when.earliest, wish.when.latest];
  if (wish.status === status || entered === null || wished === null || wished >= entered)
    return null;
  return new Refusal(
    "INVALID_INPUT",
    `That is before the agreement came to stand where it does (${wordsOfWhen(when)}). Give ${isoOf(entered)} or a later day, or say \`earlier\` of a status that it entered before.`,
    { path: ["when"] },
  );
}

/** What is said of the way so far is of another status, entered no later than the present one. */
function notEarlier({ status, when }: AgreementRow, wish: Wish): Refusal | null {
  const [entered, wished] = [when.latest, wish.when.earliest];
  const refusal = (message: string, field: string) =>
    new Refusal("INVALID_INPUT", message, { path: [field] });
  if (wish.status === status)
    return refusal(
      "It stands there now. Leave `earlier` out to add another claim of it.",
      "earlier",
    );
  if (entered !== null && wished !== null && wished > entered)
    return refusal(
      `That is after the agreement came to stand where it does (${wordsOfWhen(when)}). Give ${isoOf(entered)} or an earlier day, or leave \`earlier\` out.`,
      "when",
    );
  return null;
}

/** What is said of the way so far must be a step of it, and leave the agreement where it stands, since when it did. */
function moved(before: AgreementRow, after: AgreementRow, { status }: Wish): Refusal | null {
  const isStill = after.status === before.status && after.when.edtf === before.when.edtf;
  if (isStill && after.stages.some((stage) => stage.status === status)) return null;
  return new Refusal(
    "INVALID_INPUT",
    `${status} on that day does not fit the way that it went to ${before.status}. Give another day, or take back what is wrong first.`,
    { path: ["when"] },
  );
}
