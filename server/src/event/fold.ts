import { disagree, rivalsOf, shownOf } from "../ledger/claim.ts";
import type { Interval, Live } from "../ledger/fold.ts";
import { foldStates } from "../ledger/fold.ts";
import type { Report, Rival } from "../ledger/report.ts";
import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";
import { notFixed, withFixed } from "../when/when.ts";
import type { EventStatus } from "./status.ts";
import { accepts, isEventStatus, rank } from "./status.ts";

/** What was known of an event. Plain data, as it is stored. */
export interface EventState {
  status: EventStatus;
  when: When;
  /** For a postponed event, the date it had before. */
  formerWhen: When | null;
  placeId: string | null;
  /** Whether claims about when it was held disagree; then all of them are among `rivals`. */
  disputed: boolean;
  /** The claim that the status and date follow. */
  reportId: string;
  rivals: Rival[];
  /** The day of the latest claim, whether or not it moved anything. */
  lastReportOn: Day;
  /** How many different sources its claims rest on. */
  sourceCount: number;
}

/** Folds the reports on one event, in any order, into its states of knowledge. */
export function foldEvent(reports: readonly Report[]): Interval<EventState>[] {
  return foldStates(reports, readEvent, (report) => rank(report.status));
}

/** Where the walk through the claims stands. */
interface Standing {
  status: EventStatus;
  when: When;
  formerWhen: When | null;
  placeId: string | null;
  /** The claims since the status was entered. */
  claims: [Report, ...Report[]];
}

/** What the live claims on one event amount to; null when there are none. A claim of an illegal move moves nothing. */
export function readEvent({ claims, preferred }: Live): EventState | null {
  let standing: Standing | null = null;
  for (const claim of claims) standing = step(standing, claim);
  if (standing === null) return null;
  const { status, claims: own } = standing;
  const dated = own.filter(hasDate).map((claim) => ({ ...claim, when: dateOf(claim) }));
  // Of something that happened the surest claim is shown; of a plan the latest, unless an editor chose.
  const isJudged = status === "HELD" || own.some((claim) => preferred.includes(claim.id));
  const shown = isJudged && dated.length > 0 ? shownOf(dated, preferred) : null;
  const disputed = status === "HELD" && disagree(dated);
  return {
    status,
    when: shown?.when ?? standing.when,
    formerWhen: standing.formerWhen,
    placeId: shown?.placeId ?? standing.placeId,
    disputed,
    reportId: (shown ?? own.at(-1) ?? own[0]).id,
    rivals: disputed && shown ? rivalsOf(dated, shown) : [],
    lastReportOn: claims.at(-1)?.knownOn ?? own[0].knownOn,
    sourceCount: new Set(claims.flatMap((claim) => claim.sourceIds)).size,
  };
}

/** The standing after one more claim. */
function step(before: Standing | null, claim: Report): Standing | null {
  const { status } = claim;
  if (!claim.moves || !isEventStatus(status) || !accepts(before?.status ?? null, status)) {
    return before;
  }
  const isSame = before?.status === status;
  return {
    status,
    when: whenAfter(before, claim),
    formerWhen: status === "POSTPONED" ? formerWhenAfter(before) : null,
    placeId: claim.placeId ?? before?.placeId ?? null,
    claims: isSame ? [...before.claims, claim] : [claim],
  };
}

/**
 * The date after a claim. A claim without one keeps what was known, unless it takes the old date away: by postponing, or by
 * reviving what was cancelled. A cancelled event keeps the date it was to have.
 */
function whenAfter(before: Standing | null, claim: Report): When {
  const { status } = claim;
  if (status === "CANCELLED" && before && before.when.edtf !== null) return before.when;
  if (hasDate(claim)) return dateOf(claim);
  if (before === null) return notFixed();
  const isGone =
    before.status !== status && (status === "POSTPONED" || before.status === "CANCELLED");
  if (isGone) return notFixed();
  // The new date of something postponed may be a day, and still be no more than hoped for.
  return status === "EXPECTED" ? withFixed(before.when, false) : before.when;
}

function formerWhenAfter(before: Standing | null): When | null {
  if (before === null || before.status === "POSTPONED") return before?.formerWhen ?? null;
  return before.when.edtf === null ? null : before.when;
}

/** The date a claim gives. A mere expectation is never fixed, nor is a new date that is wider than a day. */
function dateOf({ status, when }: Report): When {
  if (status === "EXPECTED") return withFixed(when, false);
  if (status === "POSTPONED") return withFixed(when, when.precision === "DAY");
  return withFixed(when, true);
}

function hasDate(claim: Report): boolean {
  return claim.when.edtf !== null;
}
