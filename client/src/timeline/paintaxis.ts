import { mix, type Palette } from "./palette.ts";
import type { Axis, Tick } from "./ticks.ts";
import { setFace } from "./type.ts";

export const AXIS_HEIGHT = 46;

/** The span of the axis that the flag covers, so that year labels step aside. */
export interface Covered {
  x1: number;
  x2: number;
}

/** Paints the axis: years above months, each label right of its line. */
export function paintAxis(
  ctx: CanvasRenderingContext2D,
  palette: Palette,
  axis: Axis,
  edge: number,
  ratio: number,
  covered: Covered | null,
): void {
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, edge, AXIS_HEIGHT);
  const hair = Math.max(1, Math.round(ratio)) / ratio;
  const upright = ({ x }: Tick, top: number, colour: string) => {
    if (x < -1 || x > edge) return;
    ctx.fillStyle = colour;
    ctx.fillRect(Math.round(x * ratio) / ratio, top, hair, AXIS_HEIGHT - top);
  };
  for (const tick of axis.lower) upright(tick, 40, mix(palette.paper, palette.line, 0.6));
  for (const tick of axis.upper) if (tick.weight === "major") upright(tick, 6, palette.line2);
  setFace(ctx, "month", palette.family);
  ctx.fillStyle = palette.ink3;
  for (const [index, tick] of axis.lower.entries()) {
    const next = axis.lower[index + 1];
    const width = tick.label === null ? 0 : ctx.measureText(tick.label).width;
    if (tick.label !== null && (!next || next.x - tick.x > width + 6) && tick.x > -4)
      ctx.fillText(tick.label, tick.x + 5, 36.2);
  }
  setFace(ctx, "year", palette.family);
  ctx.fillStyle = palette.ink;
  for (const [index, tick] of axis.upper.entries()) {
    if (tick.label === null) continue;
    const width = ctx.measureText(tick.label).width;
    const hidden = covered && tick.x + 5 < covered.x2 + 4 && tick.x + 5 + width > covered.x1 - 4;
    const x = hidden ? covered.x2 + 9 : tick.x + 5;
    const next = axis.upper[index + 1];
    // A year that stepped aside gives way to the next one.
    if (hidden && next && x + width + 4 > next.x) continue;
    ctx.fillText(tick.label, x, 18.4);
  }
}
