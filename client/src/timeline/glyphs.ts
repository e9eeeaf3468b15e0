import type { Look } from "./look.ts";
import { circlePath } from "./shapes.ts";

/** A status glyph around 0, 0 in a box of 12: a ring that fills. Rings and strokes are 1.5 wide. */
export interface Glyph {
  /** The outer circle, stroked; dotted where nothing is agreed yet. */
  ring: string;
  dash: readonly number[] | null;
  /** What fills it; even-odd, or empty. */
  fill: string;
  /** Lines over it, or empty. */
  stroke: string;
}

export const GLYPH_STROKE = 1.5;
const RING_RADIUS = 4.6;

/** A slice of the disc, clockwise from the top, `turns` of a whole. */
function slice(turns: number): string {
  const angle = turns * 2 * Math.PI;
  const x = (RING_RADIUS * Math.sin(angle)).toFixed(2);
  const y = (-RING_RADIUS * Math.cos(angle)).toFixed(2);
  return `M0 0V-${RING_RADIUS}A${RING_RADIUS} ${RING_RADIUS} 0 ${turns > 0.5 ? 1 : 0} 1 ${x} ${y}Z`;
}

const ring = circlePath(0, 0, RING_RADIUS);
const plain = { ring, dash: null, fill: "", stroke: "" };

/** The glyph of each look. */
export const GLYPHS: Record<Look, Glyph> = {
  proposed: { ...plain, dash: [1.6, 1.3] },
  negotiating: { ...plain, fill: slice(0.25) },
  agreed: { ...plain, fill: slice(0.375) },
  signed: { ...plain, fill: slice(0.5) },
  partlyRatified: { ...plain, fill: slice(0.5) + circlePath(-2, 0, 1.1) },
  ratified: { ...plain, fill: slice(0.75) },
  provisional: { ...plain, fill: circlePath(0, 0, 1.6) },
  inforce: { ...plain, fill: circlePath(0, 0, 2.75) },
  suspended: { ...plain, stroke: "M-1.4 -2V2M1.4 -2V2" },
  ended: { ...plain, stroke: "M-3.9 3.9L3.9 -3.9" },
};
