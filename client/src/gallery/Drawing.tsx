import { useEffect, useRef } from "react";
import type { Brush } from "../timeline/brush.ts";
import type { LaneStack } from "../timeline/lanes.ts";
import { paint } from "../timeline/paint.ts";
import { readPalette } from "../timeline/palette.ts";
import { forgetTiles } from "../timeline/patterns.ts";
import { onRecolour } from "../timeline/recolour.ts";
import type { Measure, Primitive } from "../timeline/scene.ts";
import type { Axis } from "../timeline/ticks.ts";
import { forgetFace, measureOn } from "../timeline/type.ts";

const FAR = 1e6;
/** No lanes and no grid: only what is drawn. */
const BARE: LaneStack = {
  rows: [],
  far: false,
  area: null,
  headings: [],
  height: FAR,
  rowOf: [],
};
const NO_AXIS: Axis = { upper: [], lower: [] };

interface Props {
  /** Size in px, before `scale`. */
  width: number;
  height: number;
  of: (measure: Measure) => Primitive[];
  /** What differs from a plot without a line of knowledge. */
  brush?: Partial<Pick<Brush, "lineX" | "horizonX" | "travelling" | "selected" | "hovered">>;
  /** How many times larger it is drawn. */
  scale?: number;
}

/** Primitives as the plot paints them, on a canvas of their own. */
export function Drawing({ width, height, of, brush, scale = 1 }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const ctx = canvas.current?.getContext("2d", { alpha: false });
    if (!canvas.current || !ctx) return;
    const board = canvas.current;
    const draw = () => {
      const ratio = (window.devicePixelRatio || 1) * scale;
      board.width = Math.round(width * ratio);
      board.height = Math.round(height * ratio);
      forgetFace(ctx);
      ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
      const palette = readPalette(board);
      const full: Brush = {
        ctx,
        palette,
        ratio,
        lineX: FAR,
        horizonX: FAR,
        horizon: 0,
        travelling: false,
        comparing: false,
        edge: width,
        hovered: null,
        selected: null,
        fresh: new Set(),
        turning: null,
        ...brush,
      };
      paint(full, of(measureOn(ctx, palette.family)), BARE, NO_AXIS, height);
    };
    const anew = () => {
      forgetTiles();
      draw();
    };
    draw();
    const stop = onRecolour(anew);
    document.fonts.addEventListener("loadingdone", draw);
    return () => {
      stop();
      document.fonts.removeEventListener("loadingdone", draw);
    };
  }, [width, height, of, brush, scale]);
  return (
    <canvas
      ref={canvas}
      className="drawing"
      style={{ width: `${(width * scale) / 16}rem`, height: `${(height * scale) / 16}rem` }}
    />
  );
}
