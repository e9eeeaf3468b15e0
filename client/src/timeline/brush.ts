import type { Day } from "./day.ts";
import type { Turning } from "./motion.ts";
import type { Palette } from "./palette.ts";

/** What a painter needs beside the drawing itself. Lengths are px before `ratio`. */
export interface Brush {
  ctx: CanvasRenderingContext2D;
  palette: Palette;
  /** Device pixels to a px. */
  ratio: number;
  /** Where knowledge ends. */
  lineX: number;
  /** Where the record ends: at the line, or left of it; and on which day. */
  horizonX: number;
  horizon: Day;
  /** Whether the day of knowledge is a past one. */
  travelling: boolean;
  /** Whether what a later day knows is drawn beside it. */
  comparing: boolean;
  /** Right edge of the plot. */
  edge: number;
  /** The event under the pointer; the others step back. */
  hovered: string | null;
  selected: string | null;
  /** What has just changed: ringed like what is selected. */
  fresh: ReadonlySet<string>;
  /** What a new day of knowledge changed, while it is coming about. */
  turning: Turning | null;
}

/** The ground at an x: paper, what the record does not reach, or what lies ahead of a past day of knowledge. */
export function groundAt(brush: Brush, x: number): string {
  if (x < brush.horizonX) return brush.palette.paper;
  return brush.travelling && x >= brush.lineX ? brush.palette.aheadThen : brush.palette.ahead;
}
