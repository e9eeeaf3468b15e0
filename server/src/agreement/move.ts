import { definitionIn, isStatusIn, listed, rankIn } from "../ledger/machine.ts";
import { Refusal } from "../refusal.ts";
import type { AgreementStatus, Circumstances } from "./status.ts";
import { AGREEMENT_MACHINE } from "./status.ts";

/** The four ways to be over, which the drawings and most sentences call *ended*. */
const ENDED: readonly AgreementStatus[] = ["EXPIRED", "TERMINATED", "SUPERSEDED", "ABANDONED"];

/** Whether a text is an agreement status. */
export function isAgreementStatus(text: string): text is AgreementStatus {
  return isStatusIn(AGREEMENT_MACHINE, text);
}

/** The place of a status in the usual order; -1 for a text that is none. */
export function rank(status: string): number {
  return rankIn(AGREEMENT_MACHINE, status);
}

/** Whether nothing can follow a status. */
export function isEnded(status: AgreementStatus): boolean {
  return ENDED.includes(status);
}

/**
 * The statuses that may follow, under the text's circumstances when they are given, else under any; all of them for an
 * agreement of which nothing is known.
 */
export function legalMoves(
  from: AgreementStatus | null,
  circumstances?: Circumstances,
): AgreementStatus[] {
  if (from === null) return AGREEMENT_MACHINE.statuses.map((definition) => definition.status);
  return definitionIn(AGREEMENT_MACHINE, from).next.filter(
    (to) => !circumstances || conditionOn(from, to, circumstances) === null,
  );
}

/**
 * Whether a claim of `to` is in order where an agreement stands at `from`: a legal move, or another claim about the same
 * status, such as a rival date.
 */
export function accepts(
  from: AgreementStatus | null,
  to: AgreementStatus,
  circumstances?: Circumstances,
): boolean {
  return from === to || legalMoves(from, circumstances).includes(to);
}

/** Why a move is not legal, in words that say what is; null when it is legal. */
export function whyNot(
  from: AgreementStatus | null,
  to: AgreementStatus,
  circumstances?: Circumstances,
): string | null {
  const legal = legalMoves(from, circumstances);
  if (from === null || legal.includes(to)) return null;
  const { subject, being } = definitionIn(AGREEMENT_MACHINE, from);
  if (from === to) return `It is ${being} already.`;
  const condition = circumstances ? conditionOn(from, to, circumstances) : null;
  if (condition !== null && definitionIn(AGREEMENT_MACHINE, from).next.includes(to)) {
    return condition;
  }
  const goal = definitionIn(AGREEMENT_MACHINE, to);
  const isBack = rank(to) < rank(from) && !isEnded(from);
  const denial = isBack ? `can't go back to ${backTo(to)}` : `can't be ${goal.participle}`;
  return `${subject} ${denial}. ${wayOut(legal, to)}`;
}

/** The refusal of a report that is not in order (`accepts`), with the current status and the legal ones; null when it is. */
export function refuseMove(
  from: AgreementStatus | null,
  to: AgreementStatus,
  circumstances?: Circumstances,
): Refusal | null {
  if (accepts(from, to, circumstances)) return null;
  const facts = { currentStatus: from, legal: legalMoves(from, circumstances) };
  const message = whyNot(from, to, circumstances) ?? "";
  return new Refusal("ILLEGAL_TRANSITION", message, { facts, path: ["status"] });
}

/** Every status in the usual order, with whether an agreement may move there and why not: what a form shows. */
export function transitionsFrom(
  from: AgreementStatus | null,
  circumstances?: Circumstances,
): { to: AgreementStatus; legal: boolean; reason: string | null }[] {
  return AGREEMENT_MACHINE.statuses.map(({ status: to }) => {
    const reason = whyNot(from, to, circumstances);
    return { to, legal: reason === null, reason };
  });
}

/** Why circumstances forbid a move that the machine allows; null when they do not. */
function conditionOn(
  from: AgreementStatus,
  to: AgreementStatus,
  { binding, requiresRatification, ratified, mustRatify }: Circumstances,
): string | null {
  if (from === "AGREED" && to === "IN_FORCE" && binding === "LEGAL") {
    return "A legally binding text can't be in force before it is signed. Report its signature first.";
  }
  if (from === "SIGNED" && to === "SUSPENDED" && requiresRatification) {
    return "A treaty that is signed but not in force has no effect to suspend. Report its entry into force first.";
  }
  if (to === "RATIFIED" && !requiresRatification) {
    return "This text needs no ratification, so it comes into force without. Report its entry into force. If it does need ratification, correct that first.";
  }
  if (to === "RATIFIED" && ratified < mustRatify) {
    return `Ratified means by every party that must, and ${ratified} of ${mustRatify} have. Report the step of the party that ratified instead.`;
  }
  return null;
}

function wayOut(legal: readonly AgreementStatus[], wanted: AgreementStatus): string {
  if (legal.length === 0) {
    return "Nothing follows. If the record is wrong, retract its report instead.";
  }
  // Who asks to end it in a way that is not open wants to know which are.
  const ends = legal.filter(isEnded).map(participle);
  const others = legal.filter((status) => !isEnded(status)).map(participle);
  const words = [...others, ...(isEnded(wanted) || ends.length === 0 ? ends : ["ended"])];
  return `From here it can be ${listed(words)}.`;
}

function participle(status: AgreementStatus): string {
  return definitionIn(AGREEMENT_MACHINE, status).participle;
}

/** `negotiating`, `being signed`: what comes after "go back to". */
function backTo(status: AgreementStatus): string {
  const { being } = definitionIn(AGREEMENT_MACHINE, status);
  return status === "NEGOTIATING" ? being : `being ${being}`;
}
