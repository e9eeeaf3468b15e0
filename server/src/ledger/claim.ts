import { agrees } from "../when/when.ts";
import type { Confidence, Report, Rival } from "./report.ts";

const DOUBT: Record<Confidence, number> = { CERTAIN: 0, WELL_ESTABLISHED: 1, UNCERTAIN: 2 };
const DISTANCE: Record<Report["standing"], number> = { PARTY: 0, OUTLET: 1 };

/** Whether some two of the claims give dates that cannot both be right. */
export function disagree(claims: readonly Report[]): boolean {
  return claims.some((a, i) => claims.slice(i + 1).some((b) => !agrees(a.when, b.when)));
}

/**
 * The claim to show among several about the same thing, given in ledger order: the preferred one; else the surest; else
 * a party's rather than an outlet's; else, where they agree, the most exact; else the one known last. Throws on an empty list: there is nothing to show.
 */
export function shownOf(claims: readonly Report[], preferred: readonly string[]): Report {
  const chosen = claims.find((claim) => claim.id === firstIn(preferred, claims));
  if (chosen) return chosen;
  const isExactnessDecisive = !disagree(claims);
  return claims.reduce((best, claim) => {
    const byDoubt =
      DOUBT[claim.confidence] - DOUBT[best.confidence] ||
      DOUBT[claim.dateConfidence] - DOUBT[best.dateConfidence] ||
      DISTANCE[claim.standing] - DISTANCE[best.standing];
    const byWidth = isExactnessDecisive ? width(claim) - width(best) : 0;
    return (byDoubt || byWidth) > 0 ? best : claim;
  });
}

/** The claims as rivals, each with whether it is the one shown. */
export function rivalsOf(claims: readonly Report[], shown: Report): Rival[] {
  return claims.map(({ id, status, when, claimant }) => ({
    reportId: id,
    status,
    when,
    claimant,
    shown: id === shown.id,
  }));
}

function firstIn(preferred: readonly string[], claims: readonly Report[]): string | undefined {
  return preferred.find((id) => claims.some((claim) => claim.id === id));
}

/** How many days a claim's date leaves open; infinite for an open side or no date. */
function width({ when: { earliest, latest } }: Report): number {
  // Two infinite widths must compare as equal, and Infinity - Infinity does not.
  return earliest === null || latest === null ? Number.MAX_SAFE_INTEGER : latest - earliest;
}
