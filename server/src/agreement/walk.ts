import { definitionIn } from "../ledger/machine.ts";
import type { PartyRef, Report } from "../ledger/report.ts";
import { isAgreementStatus, legalMoves } from "./move.ts";
import type { AgreementStatus, Circumstances } from "./status.ts";
import { AGREEMENT_MACHINE } from "./status.ts";

/** What of an agreement the reading of its reports depends on. */
export interface AgreementFacts extends Pick<Circumstances, "binding" | "requiresRatification"> {
  /** The parties whose ratification is needed. They count only where the agreement requires ratification. */
  mustRatify: readonly PartyRef[];
}

/** One stretch of an agreement's life, with every claim about how it began. */
export interface Stretch {
  status: AgreementStatus;
  /** How many of those that must ratify had when it began. */
  ratified: number;
  /** Whether it entered its status; false where only the share of those that ratified grew. */
  isEntry: boolean;
  /** Claims about how it began: the first in effect, then others of the same status or party. */
  claims: [Report, ...Report[]];
}

/** Where a walk has come to. */
interface Walk {
  stretches: Stretch[];
  /** The parties that have ratified, each with the stretch that its ratification began, if it began one. */
  ratifiers: Map<string, Stretch | null>;
}

/**
 * Walks claims, in order of effect, through the machine. A legal move begins a stretch. Another claim of a status already
 * entered joins that stretch. A party's ratification begins a stretch of the same status with a larger share, and the last
 * one begins RATIFIED. Whatever else is out of order begins nothing.
 */
export function walk(
  claims: readonly Report[],
  facts: AgreementFacts,
): { stretches: Stretch[]; ratified: number } {
  const state: Walk = { stretches: [], ratifiers: new Map() };
  for (const claim of claims) {
    const ratifying = isRatification(claim)
      ? claim.parties.filter(isAmong(mustRatifyOf(facts)))
      : [];
    if (ratifying.length > 0) ratify(state, claim, ratifying, facts);
    else if (claim.moves) enter(state, claim, facts);
  }
  return { stretches: state.stretches, ratified: state.ratifiers.size };
}

/** Whether a claim is that named parties ratified: their own step, or the whole agreement's move. */
export function isRatification({ moves, status, step, parties }: Report): boolean {
  return parties.length > 0 && (moves ? status === "RATIFIED" : step === "RATIFIED");
}

/** The circumstances of an agreement of whose parties so many have ratified. */
export function circumstancesOf(facts: AgreementFacts, ratified: number): Circumstances {
  const { binding, requiresRatification } = facts;
  return { binding, requiresRatification, ratified, mustRatify: mustRatifyOf(facts).length };
}

/** The parties that must ratify; none when the agreement needs no ratification. */
export function mustRatifyOf(facts: AgreementFacts): readonly PartyRef[] {
  return facts.requiresRatification ? facts.mustRatify : [];
}

/** The claims of a stretch that speak of the act it began with. Only these can contradict each other. */
export function contendersIn({ status, claims }: Stretch): Report[] {
  const [first, ...others] = claims;
  const { entry } = definitionIn(AGREEMENT_MACHINE, status);
  if (entry === "SPELL") return [first];
  if (entry === "MOMENT") return claims;
  return [first, ...others.filter((other) => isSameAct(first, other))];
}

function enter({ stretches, ratifiers }: Walk, claim: Report, facts: AgreementFacts): void {
  const { status } = claim;
  if (!isAgreementStatus(status)) return;
  const from = stretches.at(-1)?.status ?? null;
  if (legalMoves(from, circumstancesOf(facts, ratifiers.size)).includes(status)) {
    stretches.push({ status, ratified: ratifiers.size, isEntry: true, claims: [claim] });
    return;
  }
  stretches.findLast((stretch) => stretch.isEntry && stretch.status === status)?.claims.push(claim);
}

function ratify(
  { stretches, ratifiers }: Walk,
  claim: Report,
  parties: readonly PartyRef[],
  facts: AgreementFacts,
): void {
  const keys = parties.map(keyOf);
  const fresh = keys.filter((key) => !ratifiers.has(key));
  if (fresh.length === 0) {
    const known = keys.map((key) => ratifiers.get(key)).findLast((stretch) => stretch);
    known?.claims.push(claim);
    return;
  }
  const from = stretches.at(-1)?.status;
  const ratified = ratifiers.size + new Set(fresh).size;
  let begun: Stretch | null = null;
  if (from === "SIGNED" || from === "PROVISIONALLY_APPLIED") {
    const status = ratified === mustRatifyOf(facts).length ? "RATIFIED" : from;
    begun = { status, ratified, isEntry: status !== from, claims: [claim] };
    stretches.push(begun);
  }
  for (const key of fresh) ratifiers.set(key, begun);
}

/** Whether two claims may be about one act: they name a party in common, or one of them names nobody. */
function isSameAct(a: Report, b: Report): boolean {
  return a.parties.length === 0 || b.parties.length === 0 || a.parties.some(isAmong(b.parties));
}

function isAmong(parties: readonly PartyRef[]): (party: PartyRef) => boolean {
  return (party) => parties.some((other) => keyOf(other) === keyOf(party));
}

function keyOf({ type, id }: PartyRef): string {
  return `${type}:${id}`;
}
