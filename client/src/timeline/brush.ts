import type { Palette } from "./palette.ts";

/** What a painter needs beside the drawing itself. Lengths are px before `ratio`. */
export interface Brush {
  ctx: CanvasRenderingContext2D;
  palette: Palette;
  /** Device pixels to a px. */
  ratio: number;
  /** Where knowledge ends. */
  lineX: number;
  /** Whether the day of knowledge is a past one. */
  travelling: boolean;
  /** Right edge of the plot. */
  edge: number;
  /** The event under the pointer; the others step back. */
  hovered: string | null;
  selected: string | null;
}

/** The ground at an x: paper, or what lies ahead of the knowledge line. */
export function groundAt(brush: Brush, x: number): string {
  if (x < brush.lineX) return brush.palette.paper;
  return brush.travelling ? brush.palette.aheadThen : brush.palette.ahead;
}
