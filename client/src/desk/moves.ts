// The statuses that a form offers: those that are open first, the others with why they are not. Pure.
import { statusWord } from "../agreement/status.ts";
import type { AgreementStatus, DeskAgreementQuery } from "../app/operations.gen.ts";
import { edtfWords } from "../when/words.ts";

type Agreement = NonNullable<DeskAgreementQuery["agreement"]>;

/** One status of a form. */
export interface Move<Status extends string> {
  to: Status;
  word: string;
  /** Open now: a move, or another word about where it stands. */
  legal: boolean;
  /** Where it stands now. */
  current: boolean;
  /** Why not, in a few words beside it. */
  aside: string;
  /** Why not, in sentences. */
  reason: string | null;
}

/**
 * Every status of an agreement, those it may enter first, each in the usual order. Another claim of where it stands is in order as well, and comes
 * last of those that are open.
 */
export function movesOf(
  agreement: Pick<
    Agreement,
    "allowedTransitions" | "status" | "stages" | "ratified" | "mustRatify"
  >,
): Move<AgreementStatus>[] {
  const moves = agreement.allowedTransitions.map(({ to, legal, reason }) => ({
    to,
    word: statusWord(to),
    legal,
    current: to === agreement.status,
    aside: legal ? "" : asideOf(to, agreement),
    reason: reason ?? null,
  }));
  return [...moves.filter(({ legal }) => legal), ...moves.filter(({ legal }) => !legal)];
}

/** Why a status cannot be reported, another word about where it stands included; null when it can. */
export function whyClosed<Status extends string>(
  moves: readonly Move<Status>[],
  status: Status | null,
): string | null {
  const move = moves.find(({ to }) => to === status);
  if (move === undefined || move.legal || move.current) return null;
  return (move.reason ?? "This status is not open.").replaceAll("'", "’");
}

/** Whether a status comes before the present one in the usual order and is not open from it: a step of the way so far. */
export function isEarlier(
  { allowedTransitions, status }: Pick<Agreement, "allowedTransitions" | "status">,
  wanted: AgreementStatus | null,
): boolean {
  const order = allowedTransitions.map(({ to }) => to);
  const at = wanted === null ? -1 : order.indexOf(wanted);
  return at >= 0 && at < order.indexOf(status) && !allowedTransitions[at]?.legal;
}

function asideOf(
  to: AgreementStatus,
  { status, stages, allowedTransitions, ratified, mustRatify }: Parameters<typeof movesOf>[0],
): string {
  if (to === status) return "current status";
  const passed = stages.find((stage) => stage.status === to);
  if (passed) {
    const { edtf } = passed.when;
    return edtf === null ? "already passed" : `already passed, ${edtfWords(edtf, "short")}`;
  }
  if (to === "RATIFIED" && status === "SIGNED" && mustRatify > 0)
    return `${ratified} of ${mustRatify} have`;
  const order = allowedTransitions.map((one) => one.to);
  return order.indexOf(to) < order.indexOf(status) ? "before where it stands" : "not from here";
}
