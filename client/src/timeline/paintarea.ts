import type { Brush } from "./brush.ts";
import { patternOf } from "./patterns.ts";
import type { AreaShape } from "./scene.ts";

const RULE = 1.25;

/** One status of the area: its pattern, and a rule along its upper edge. */
export function paintArea({ ctx, palette, ratio, edge }: Brush, { look, steps }: AreaShape): void {
  const first = steps[0];
  if (!first) return;
  // The pattern belongs to the area, not to the screen: it moves with it.
  const origin = Math.max(first.x1, -5000);
  ctx.save();
  ctx.translate(origin, first.bottom);
  ctx.fillStyle = patternOf(ctx, look, palette, ratio);
  for (const { x1, x2, top, bottom } of steps)
    ctx.fillRect(x1 - origin, top - first.bottom, Math.min(x2, edge) - x1, bottom - top);
  ctx.restore();
  ctx.strokeStyle = palette.stroke[look];
  ctx.lineWidth = RULE;
  if (look === "proposed") ctx.setLineDash([2, 2.5]);
  ctx.beginPath();
  for (const [index, { x1, x2, top, bottom }] of steps.entries()) {
    const before = steps[index - 1];
    ctx.moveTo(x1, before?.x2 === x1 ? before.top : bottom);
    ctx.lineTo(x1, top);
    ctx.lineTo(x2, top);
  }
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The bin that is read out, by a line through all lanes. */
export function paintRule({ ctx, palette }: Brush, x: number, height: number): void {
  ctx.fillStyle = palette.focus;
  ctx.fillRect(x - 0.75, 0, 1.5, height);
}
