import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";

/** An expectation without a last day is overdue when nobody has said anything for longer than this. */
export const SILENCE_DAYS = 365;

const AWAITED = new Set(["EXPECTED", "SCHEDULED", "POSTPONED"]);

/** Whether an event in the status is still to come. */
export function isAwaited(status: string): boolean {
  return AWAITED.has(status);
}

/**
 * Whether an event was to have happened by `day` and nobody has said anything since: expected, scheduled or postponed,
 * and either the last day it allows has passed, or it has none (or word came after it) and its latest report is more than
 * 365 days old.
 */
export function isOverdue(
  state: { status: string; when: When; lastReportOn: Day },
  day: Day,
): boolean {
  if (!isAwaited(state.status)) return false;
  const { latest } = state.when;
  // Word that came after the last day is news of an expectation that has no last day any more.
  const lastDay = latest !== null && state.lastReportOn <= latest ? latest : null;
  return lastDay === null ? state.lastReportOn + SILENCE_DAYS < day : lastDay < day;
}
