import { disagree, rivalsOf, shownOf } from "../ledger/claim.ts";
import type { Interval, Live } from "../ledger/fold.ts";
import { foldStates } from "../ledger/fold.ts";
import type { Report, Rival } from "../ledger/report.ts";
import type { When } from "../when/when.ts";
import { inOrderOfEffect } from "./effect.ts";
import { legalMoves, rank } from "./move.ts";
import type { AgreementStatus } from "./status.ts";
import type { AgreementFacts, Stretch } from "./walk.ts";
import { contendersIn, isRatification, mustRatifyOf, walk } from "./walk.ts";

/** A stretch of an agreement's life in one status, or in one share of ratifications. */
export interface AgreementStage {
  status: AgreementStatus;
  when: When;
  ratified: number;
  mustRatify: number;
  disputed: boolean;
  reportId: string;
}

/** What was known of an agreement. Plain data, as it is stored. */
export interface AgreementState {
  status: AgreementStatus;
  /** When it came to stand there; growing shares of ratification do not change it. */
  when: When;
  /** Whether claims about any of its stages disagree; then they are among `rivals`. */
  disputed: boolean;
  /** How many of the parties that must ratify have. */
  ratified: number;
  mustRatify: number;
  /** The claim that the status and date follow. */
  reportId: string;
  /** Oldest first; never empty. */
  stages: AgreementStage[];
  rivals: Rival[];
}

/** Folds the reports on one agreement, in any order, into its states of knowledge. */
export function foldAgreement(
  reports: readonly Report[],
  facts: AgreementFacts,
): Interval<AgreementState>[] {
  return foldStates(
    reports,
    (live) => readAgreement(live, facts),
    (report) => rank(report.status),
  );
}

/** What the live claims on one agreement amount to; null when none says where it stands. */
export function readAgreement(live: Live, facts: AgreementFacts): AgreementState | null {
  const telling = live.claims.filter((claim) => claim.moves || isRatification(claim));
  const moving = movingAmong(telling, live.preferred);
  const { stretches, ratified } = walk(inOrderOfEffect(moving), facts);
  const current = stretches.at(-1);
  if (!current) return null;

  const loose = setBeside(
    stretches,
    telling.filter((claim) => claim.moves && !moving.includes(claim)),
  );
  const told = stretches.map((stretch) => tell(stretch, live));
  const mustRatify = mustRatifyOf(facts).length;
  const entered =
    told[stretches.findLastIndex((stretch) => stretch.isEntry)] ?? tell(current, live);
  const rivals: Rival[] = told.flatMap((stretch) => stretch.rivals);
  if (loose.length > 0) {
    const { shown, stretch } = entered;
    if (!rivals.some((rival) => rival.reportId === shown.id)) {
      rivals.push(...rivalsOf([shown], shown).map((r) => ({ ...r, status: stretch.status })));
    }
    rivals.push(...rivalsOf(loose, shown));
  }
  return {
    status: current.status,
    when: entered.shown.when,
    disputed: rivals.length > 0,
    ratified,
    mustRatify,
    reportId: entered.shown.id,
    stages: told.map(({ stretch, shown, rivals: own }) => ({
      status: stretch.status,
      when: shown.when,
      ratified: stretch.ratified,
      mustRatify,
      disputed: own.length > 0,
      reportId: shown.id,
    })),
    rivals,
  };
}

/**
 * The claims that move the status. What an outlet says, and not surely, moves nothing unless an editor prefers it: it stands
 * beside. Only where nothing else says where the agreement stands does the first such claim count.
 */
function movingAmong(telling: readonly Report[], preferred: readonly string[]): Report[] {
  const isHearsay = (claim: Report) =>
    claim.standing === "OUTLET" &&
    claim.confidence === "UNCERTAIN" &&
    !preferred.includes(claim.id);
  const moving = telling.filter((claim) => !isHearsay(claim));
  if (moving.some((claim) => claim.moves)) return moving;
  const first = inOrderOfEffect(telling.filter((claim) => claim.moves))[0];
  return first ? [...moving, first] : moving;
}

/**
 * Lays claims that move nothing beside the stretch whose status they claim. Answers those of a status that could follow but
 * has not been reached.
 */
function setBeside(stretches: readonly Stretch[], claims: readonly Report[]): Report[] {
  const current = stretches.at(-1)?.status ?? null;
  return claims.filter((claim) => {
    const entry = stretches.findLast(({ isEntry, status }) => isEntry && status === claim.status);
    entry?.claims.push(claim);
    return !entry && legalMoves(current).some((status) => status === claim.status);
  });
}

/** A stretch with the claim that it shows, and the claims that disagree about it. */
function tell(stretch: Stretch, { claims, preferred }: Live) {
  const chosen = stretch.claims.filter((claim) => preferred.includes(claim.id));
  const contenders = contendersIn(stretch);
  const ledgerOrder = (a: Report, b: Report) => claims.indexOf(a) - claims.indexOf(b);
  const own = (contenders.length > 1 ? contenders : [...chosen, ...contenders].slice(0, 1)).sort(
    ledgerOrder,
  );
  const shown = shownOf(own, preferred);
  const rivals = disagree(own)
    ? rivalsOf(own, shown).map((r) => ({ ...r, status: stretch.status }))
    : [];
  return { stretch, shown, rivals };
}
