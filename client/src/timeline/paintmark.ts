import { type Brush, groundAt } from "./brush.ts";
import type { CountShape, LeadShape, MarkShape, SpanShape, TieShape } from "./scene.ts";
import { reachOf, type ShapeName, shapePath } from "./shapes.ts";
import { setFace } from "./type.ts";

const HALO = 1.5;
/** From the middle of a figure to its baseline, px. */
const COUNT_BASELINE = 3.7;
const HOLLOW_STROKE = 1.7;
const LEAD_DASH = [2, 5];
const PLANNED_DASH = [3, 3];
const FADE_LEAD = 150;

const paths = new Map<string, Path2D>();

function pathOf(shape: ShapeName, r: number, width: number): Path2D {
  const length = shape === "pill" || shape === "bar" ? Math.round(width * 2) / 2 : 0;
  const key = `${shape} ${r} ${length}`;
  let path = paths.get(key);
  if (!path) {
    path = new Path2D(shapePath(shape, r, length || undefined));
    paths.set(key, path);
  }
  return path;
}

/** A mark with its halo; hollow when planned, struck when put off or called off, ringed when sources disagree. */
export function paintMark(brush: Brush, mark: MarkShape): void {
  const { ctx, palette } = brush;
  const ink = mark.since ? palette.stamp : palette.ink;
  if (mark.style === "ring") {
    paintRing(brush, mark);
    return;
  }
  const ground = groundAt(brush, mark.x);
  const path = pathOf(mark.shape, mark.r, mark.width);
  // Moved there and back by hand: `save` costs more than all that is drawn between.
  ctx.translate(mark.x, mark.y);
  ctx.lineJoin = "round";
  ctx.strokeStyle = ground;
  ctx.lineWidth = 2 * HALO + (mark.style === "hollow" ? HOLLOW_STROKE : 0);
  const alpha = ctx.globalAlpha;
  ctx.globalAlpha = 1;
  ctx.stroke(path);
  ctx.fillStyle = ground;
  ctx.fill(path);
  if (mark.style === "hollow") {
    ctx.globalAlpha = alpha;
    ctx.strokeStyle = ink;
    ctx.lineWidth = HOLLOW_STROKE;
    ctx.stroke(path);
  } else {
    ctx.globalAlpha = mark.style === "faint" ? alpha * 0.55 : alpha;
    ctx.fillStyle = ink;
    ctx.fill(path);
  }
  ctx.globalAlpha = alpha;
  if (mark.strokes > 0) strike(brush, mark);
  if (mark.disputed && mark.style !== "faint") {
    ctx.strokeStyle = palette.warn;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([2.6, 2]);
    ctx.beginPath();
    ctx.arc(0, 0, Math.max(mark.r, 4) + 3.8, 0, 2 * Math.PI);
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.translate(-mark.x, -mark.y);
}

/** A mark whose ink is coming from its middle, or going back there: `share` of the way to filled. */
export function paintFilling(brush: Brush, mark: MarkShape, share: number): void {
  const { ctx, palette } = brush;
  paintMark(brush, { ...mark, style: mark.shape === "bar" ? "faint" : "hollow" });
  if (share <= 0) return;
  ctx.translate(mark.x, mark.y);
  ctx.scale(share, share);
  ctx.fillStyle = palette.ink;
  ctx.fill(pathOf(mark.shape, mark.r, mark.width));
  ctx.scale(1 / share, 1 / share);
  ctx.translate(-mark.x, -mark.y);
}

function strike({ ctx, palette }: Brush, mark: MarkShape): void {
  const reach = mark.r * 0.71 + 2.5;
  ctx.strokeStyle = mark.since ? palette.stamp : palette.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(-reach, reach);
  ctx.lineTo(reach, -reach);
  if (mark.strokes === 2) {
    ctx.moveTo(-reach, -reach);
    ctx.lineTo(reach, reach);
  }
  ctx.stroke();
}

/** How many events a mark stands for. */
export function paintCount(brush: Brush, { text, x, y, since }: CountShape): void {
  const { ctx, palette } = brush;
  setFace(ctx, "count", palette.family);
  ctx.lineJoin = "round";
  ctx.lineWidth = 3;
  ctx.strokeStyle = groundAt(brush, x);
  ctx.strokeText(text, x, y + COUNT_BASELINE);
  ctx.fillStyle = since ? palette.stamp : palette.ink2;
  ctx.fillText(text, x, y + COUNT_BASELINE);
}

/** The line that joins an event's marks. */
export function paintTie({ ctx, palette, hovered }: Brush, tie: TieShape): void {
  const alpha = ctx.globalAlpha;
  const full = hovered !== null && tie.merged.includes(hovered);
  const weight = { bilateral: 1, summit: 0.55, carried: 0.3 }[tie.weight];
  ctx.globalAlpha = alpha * (full ? 1 : weight);
  ctx.strokeStyle = tie.since ? palette.stamp : palette.ink;
  ctx.lineWidth = tie.weight === "bilateral" && !tie.since ? 1.6 : 1;
  if (tie.dashed) ctx.setLineDash(PLANNED_DASH);
  ctx.beginPath();
  ctx.moveTo(tie.x, tie.top);
  ctx.lineTo(tie.x, tie.bottom);
  ctx.stroke();
  if (tie.dashed) ctx.setLineDash([]);
  ctx.globalAlpha = alpha;
}

/** Dashes that have no end to show: they fade. */
export function paintLead({ ctx, palette, hovered }: Brush, lead: LeadShape): void {
  const { x1, y } = lead;
  const hint = hovered === lead.id ? undefined : lead.hint;
  const x2 = hint === undefined ? lead.x2 : x1 + hint;
  const fades = lead.fades || hint !== undefined;
  const alpha = ctx.globalAlpha;
  const ink = hint === undefined ? palette.ink : palette.ink3;
  dashes(ctx, lead.since ? palette.stamp : ink);
  const fadeFrom = fades ? Math.max(x1, x2 - FADE_LEAD) : x2;
  stroke(ctx, x1, fadeFrom, y);
  // Dash by dash, each a little fainter: a gradient stroke would cost a gradient per frame and lead.
  const period =
    LEAD_DASH[0] !== undefined && LEAD_DASH[1] !== undefined ? LEAD_DASH[0] + LEAD_DASH[1] : 7;
  const start = x1 + Math.ceil((fadeFrom - x1) / period) * period;
  for (let x = start; fades && x < x2; x += period) {
    ctx.globalAlpha = alpha * Math.max(0.06, 1 - (x - fadeFrom) / (x2 - fadeFrom));
    stroke(ctx, x, x + 2, y);
  }
  ctx.setLineDash([]);
  ctx.lineCap = "butt";
  ctx.globalAlpha = alpha;
}

/** A window between its bars. */
export function paintSpan({ ctx, palette }: Brush, span: SpanShape): void {
  const ink = span.since ? palette.stamp : palette.ink;
  if (span.dashed) dashes(ctx, ink);
  else {
    ctx.strokeStyle = ink;
    ctx.lineWidth = 1.6;
  }
  const inset = span.dashed ? 4 : 0;
  if (span.x2 - span.x1 > 2 * inset) stroke(ctx, span.x1 + inset, span.x2 - inset, span.y);
  ctx.setLineDash([]);
  ctx.lineCap = "butt";
  ctx.fillStyle = ink;
  if (span.opens) ctx.fillRect(span.x1 - 0.9, span.y - 5.5, 1.8, 11);
  if (span.closes) ctx.fillRect(span.x2 - 0.9, span.y - 5.5, 1.8, 11);
}

function dashes(ctx: CanvasRenderingContext2D, colour: string): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.75;
  ctx.lineCap = "round";
  ctx.setLineDash(LEAD_DASH);
}

function stroke(ctx: CanvasRenderingContext2D, x1: number, x2: number, y: number): void {
  if (x2 <= x1) return;
  ctx.beginPath();
  ctx.moveTo(x1, y);
  ctx.lineTo(x2, y);
  ctx.stroke();
}

/** A ring around the mark under the pointer, or around one of which more is known since. */
export function paintRing({ ctx, palette }: Brush, mark: MarkShape): void {
  const [left, right] = reachOf(mark.shape, mark.r, mark.width);
  const half = Math.max(left, right) + 5;
  ctx.strokeStyle = mark.style === "ring" ? palette.stamp : palette.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  if (half <= 12) ctx.arc(mark.x, mark.y, Math.max(half, 10.5), 0, 2 * Math.PI);
  else ctx.roundRect(mark.x - half, mark.y - 10.5, 2 * half, 21, 10.5);
  ctx.stroke();
}
