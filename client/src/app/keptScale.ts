import type { Day } from "../timeline/day.ts";
import { levelOf } from "../timeline/viewport.ts";

/** First and last day of a window. */
export interface Span {
  from: Day;
  to: Day;
}

/** What the panel and the wider lane headers of a comparison take from the plot, px. */
const TAKEN_PX = 464;
/** Where the knowledge line stands then, as a share of the plot: what came after it has most of the room. */
const LINE_SHARE = 0.22;

/**
 * The window of a comparison, in a plot of now `width` px: a shorter one on the same scale, where the plot would
 * otherwise become too narrow for its names; null where the window can stay.
 */
export function keptScale({ from, to }: Span, known: Day, width: number): Span | null {
  const left = width - TAKEN_PX;
  const names = (px: number) => levelOf({ from, to, width: Math.max(1, px) }) !== "marks";
  if (left <= 0 || !names(width) || names(left)) return null;
  const span = Math.max(1, Math.round(((to - from) * left) / width));
  const start = Math.round(known + 1 - span * LINE_SHARE);
  return { from: start, to: start + span };
}
