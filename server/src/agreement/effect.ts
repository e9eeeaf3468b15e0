import type { Report } from "../ledger/report.ts";
import { compareWhen, isBefore } from "../when/when.ts";
import { rank } from "./move.ts";

/**
 * Claims in the order in which they took effect, not in which they became known. Where the days leave no doubt, they decide.
 * Where dates overlap (a month, and a day in it), the usual order of statuses does: a text signed in 2025 was signed before
 * it was in force on 1 June 2025. So that a doubtful date never makes a legal life look illegal:
 *
 *     SIGNED    |————— 2025 —————|        order: SIGNED, IN_FORCE
 *     IN_FORCE        · 1 June
 *
 * Given in ledger order, which breaks the last ties. Steps come after moves of their status.
 */
export function inOrderOfEffect(claims: readonly Report[]): Report[] {
  const rest = [...claims];
  const ordered: Report[] = [];
  while (rest.length > 0) {
    const free = rest.filter((claim) => !rest.some((other) => isBefore(other.when, claim.when)));
    const next = free.reduce((first, claim) => (compareEffect(claim, first) < 0 ? claim : first));
    ordered.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return ordered;
}

function compareEffect(a: Report, b: Report): number {
  return (
    rank(a.status) - rank(b.status) ||
    Number(b.moves) - Number(a.moves) ||
    compareWhen(a.when, b.when)
  );
}
