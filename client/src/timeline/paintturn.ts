import type { Brush } from "./brush.ts";
import type { Turning } from "./motion.ts";
import { paintFilling } from "./paintmark.ts";
import type { Primitive } from "./scene.ts";

/** How much of a primitive is to be seen while its fact fades in, 0 to 1. */
export function presence(primitive: Primitive, { turning }: Brush): number {
  if (!turning) return 1;
  const { turn, progress, calm } = turning;
  const coming = turn.marks.get(primitive.id);
  if (coming && (calm || coming === "fades")) return progress;
  return calm && isOfBar(primitive) && turn.bars.has(primitive.id) ? progress : 1;
}

/** Paints one of a drawing as far as its turn has come; `paintOne` paints it at rest. */
export function paintTurning(brush: Brush, primitive: Primitive, paintOne: () => void): void {
  const { ctx, turning } = brush;
  const isMoving = turning !== null && !turning.calm;
  const { id } = primitive;
  const coming = isMoving && primitive.type === "mark" ? turning.turn.marks.get(id) : undefined;
  const bar = isMoving && isOfBar(primitive) ? turning.turn.bars.get(id) : undefined;
  if (isMoving && primitive.type === "mark" && (coming === "fills" || coming === "empties"))
    paintFilling(brush, primitive, coming === "fills" ? turning.progress : 1 - turning.progress);
  else if (isMoving && bar) clipped(ctx, -BESIDE, frontOf(bar, turning.progress), paintOne);
  else paintOne();
}

/** Paints the bars as they were, as far as they have not been wiped over: before those of now when they only fade. */
export function paintBefore(brush: Brush, paintOne: (primitive: Primitive) => void): void {
  const { ctx, turning, edge } = brush;
  if (!turning) return;
  for (const primitive of turning.turn.before) {
    const bar = turning.turn.bars.get(primitive.id);
    if (!bar) continue;
    if (turning.calm) {
      ctx.globalAlpha = 1 - turning.progress;
      paintOne(primitive);
    } else clipped(ctx, frontOf(bar, turning.progress), edge + BESIDE, () => paintOne(primitive));
  }
  ctx.globalAlpha = 1;
}

/** Px painted on either side of the plot. */
const BESIDE = 40;

function isOfBar({ type }: Primitive): boolean {
  return type === "bar" || type === "plaque" || type === "date";
}

/** Where along time the new pattern has come to. */
function frontOf({ x1, x2 }: { x1: number; x2: number }, progress: Turning["progress"]): number {
  return x1 + (x2 - x1) * progress;
}

function clipped(ctx: CanvasRenderingContext2D, x1: number, x2: number, inside: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(x1, -1e4, x2 - x1, 1e5);
  ctx.clip();
  inside();
  ctx.restore();
}
