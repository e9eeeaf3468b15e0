import type { Day } from "../timeline/day.ts";
import { levelOf, MONTH_DAYS, pxPerMonth } from "../timeline/viewport.ts";

/** First and last day of a window. */
export interface Span {
  from: Day;
  to: Day;
}

/** What the panel and the wider lane headers of a comparison take from the plot, px. */
const TAKEN_PX = 464;
/** Months at least so wide, px, leave room for the names of both days. */
const LEAST_MONTH_PX = 48;
/** Where the knowledge line stands then, as a share of the plot: what came after it has most of the room. */
const LINE_SHARE = 0.22;

/**
 * The window of a comparison, in a plot of now `width` px: a shorter one, where the plot would otherwise become too narrow for the
 * names in it; null where the window can stay.
 */
export function keptScale({ from, to }: Span, known: Day, width: number): Span | null {
  const left = width - TAKEN_PX;
  if (left <= 0 || levelOf({ from, to, width }) !== "names") return null;
  if (pxPerMonth({ from, to, width: left }) >= LEAST_MONTH_PX) return null;
  const scale = Math.max(pxPerMonth({ from, to, width }), LEAST_MONTH_PX);
  const days = Math.max(1, Math.round((left / scale) * MONTH_DAYS));
  const start = Math.round(known + 1 - days * LINE_SHARE);
  return { from: start, to: start + days };
}

/** The same where the comparison has taken its room already: `width` px are left. */
export function keptScaleWithin(window: Span, known: Day, width: number): Span | null {
  return keptScale(window, known, width + TAKEN_PX);
}
