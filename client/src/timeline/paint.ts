import { FADE_PX } from "./bars.ts";
import { type Brush, groundAt } from "./brush.ts";
import { shortDate } from "./day.ts";
import { HEADING_HEIGHT, type LaneStack } from "./lanes.ts";
import { paintArea } from "./paintarea.ts";
import { paintBar, paintPlaque } from "./paintbar.ts";
import { paintCount, paintLead, paintMark, paintRing, paintSpan, paintTie } from "./paintmark.ts";
import { paintBefore, paintTurning, presence } from "./paintturn.ts";
import type { ColumnShape, LabelShape, MarkShape, Primitive } from "./scene.ts";
import type { Axis } from "./ticks.ts";
import { setFace, TO_BASELINE } from "./type.ts";

const STEPPED_BACK = 0.35;
/** Width of the ends of several days, px. */
const CAP = 1.8;

/** Paints one frame of the plot: ground, grid, lanes, then the drawing in its order, then the knowledge line. */
export function paint(
  brush: Brush,
  primitives: Primitive[],
  stack: LaneStack,
  axis: Axis,
  height: number,
): void {
  const { ctx, palette } = brush;
  ctx.fillStyle = palette.paper;
  ctx.fillRect(0, 0, brush.edge, height);
  for (const from of [brush.horizonX, brush.lineX]) {
    if (from >= brush.edge) continue;
    const x = Math.max(0, from);
    ctx.fillStyle = groundAt(brush, from);
    ctx.fillRect(x, 0, brush.edge - x, height);
  }
  paintGrid(brush, axis, height);
  paintLanes(brush, stack);
  const dims = primitives.some((one) => one.type === "mark" && isUnderHand(one, brush));
  paintBefore(brush, (primitive) => paintOne(brush, primitive));
  for (const primitive of primitives) {
    ctx.globalAlpha = seen(primitive, brush, dims);
    paintTurning(brush, primitive, () => paintOne(brush, primitive));
  }
  paintDates(brush, primitives, dims);
  ctx.globalAlpha = 1;
  for (const one of primitives)
    if (one.type === "mark" && one.main && isUnderHand(one, brush)) paintRing(brush, one);
  const ringed = brush.selected === null ? brush.fresh : [...brush.fresh, brush.selected];
  for (const id of ringed)
    for (const later of [false, true]) paintSelection(brush, primitives, id, later);
  paintLine(brush, height);
  paintHorizon(brush);
  if (brush.travelling && !brush.comparing) paintNote(brush);
}

function isUnderHand(mark: Pick<MarkShape, "merged">, { hovered }: Brush): boolean {
  return hovered !== null && mark.merged.includes(hovered);
}

/** Whether a mark, tie or name steps back for the event under the pointer; bars never do. */
function stepsBack(primitive: Primitive, brush: Brush): boolean {
  if ("merged" in primitive) return !isUnderHand(primitive, brush);
  const stays = ["bar", "plaque", "date", "column", "area"].includes(primitive.type);
  return !stays && primitive.id !== brush.hovered;
}

/** How much of a primitive is to be seen, 0 to 1. */
function seen(primitive: Primitive, brush: Brush, dims: boolean): number {
  return presence(primitive, brush) * (dims && stepsBack(primitive, brush) ? STEPPED_BACK : 1);
}

function paintOne(brush: Brush, primitive: Primitive): void {
  const { ctx, palette } = brush;
  switch (primitive.type) {
    case "tie":
      paintTie(brush, primitive);
      return;
    case "range":
      ctx.fillStyle = primitive.since ? palette.stamp : palette.ink;
      ctx.fillRect(primitive.x1, primitive.y - 1.5, primitive.x2 - primitive.x1, 3);
      if (primitive.capped)
        for (const x of [primitive.x1, primitive.x2 - CAP])
          ctx.fillRect(x, primitive.y - 5.5, CAP, 11);
      return;
    case "mark":
      paintMark(brush, primitive);
      return;
    case "count":
      paintCount(brush, primitive);
      return;
    case "speck":
      ctx.fillStyle = primitive.since ? palette.stamp : palette.ink;
      ctx.fillRect(primitive.x - 1, Math.round(primitive.y) - 4, 2, 8);
      return;
    case "lead":
      paintLead(brush, primitive);
      return;
    case "span":
      paintSpan(brush, primitive);
      return;
    case "column":
      paintColumn(brush, primitive);
      return;
    case "area":
      paintArea(brush, primitive);
      return;
    case "bar":
      paintBar(brush, primitive);
      return;
    case "plaque":
      paintPlaque(brush, primitive);
      return;
    case "date":
      setFace(ctx, "date", palette.family);
      ctx.fillStyle = palette.ink3;
      ctx.fillText(primitive.text, primitive.x, primitive.y);
      return;
    case "label":
      paintLabel(brush, primitive);
      return;
  }
}

/** How much of a bin's width its ink takes. */
const COLUMN_SHARE = 0.7;

/** One bin: ink for what happened, a dashed outline for what is planned. */
function paintColumn({ ctx, palette }: Brush, column: ColumnShape): void {
  const { x1, x2, top, bottom, planned, since } = column;
  const width = Math.max(1, (x2 - x1) * COLUMN_SHARE);
  if (since) {
    ctx.strokeStyle = palette.stamp;
    ctx.lineWidth = 1;
    ctx.strokeRect(x1 + 0.5, top + 0.5, Math.max(1, width - 1), bottom - top);
    return;
  }
  if (!planned) {
    ctx.fillStyle = palette.ink2;
    ctx.fillRect(x1, top, width, bottom - top);
    return;
  }
  ctx.strokeStyle = palette.ink3;
  ctx.lineWidth = 1;
  ctx.setLineDash([1, 1.5]);
  ctx.strokeRect(x1 + 0.5, top + 0.5, Math.max(1, width - 1), bottom - top);
  ctx.setLineDash([]);
}

function paintGrid({ ctx, palette, edge, ratio }: Brush, axis: Axis, height: number): void {
  const hair = Math.max(1, Math.round(ratio)) / ratio;
  const upright = (x: number, colour: string, alpha: number) => {
    if (x < -1 || x > edge) return;
    ctx.globalAlpha = alpha;
    ctx.fillStyle = colour;
    ctx.fillRect(Math.round(x * ratio) / ratio, 0, hair, height);
  };
  for (const { x } of axis.lower) upright(x, palette.line, 0.6);
  for (const { x, weight } of axis.upper) if (weight === "major") upright(x, palette.line2, 1);
  ctx.globalAlpha = 1;
}

function paintLanes({ ctx, palette, edge, ratio }: Brush, stack: LaneStack): void {
  const level = (y: number, colour: string, alpha: number) => {
    ctx.globalAlpha = alpha;
    ctx.fillStyle = colour;
    ctx.fillRect(0, Math.round(y * ratio) / ratio, edge, Math.max(1, Math.round(ratio)) / ratio);
  };
  for (const { top } of stack.headings) {
    if (top > 0) level(top, palette.line2, 1);
    level(top + HEADING_HEIGHT, palette.line, 0.75);
  }
  for (const [index, row] of stack.rows.entries()) {
    if (row.kind !== "AGREEMENT") level(row.baseline, palette.line2, 0.55);
    const next = stack.rows[index + 1];
    if (next && next.kind === row.kind) level(row.top + row.height, palette.line, 0.75);
  }
  level(stack.height - 0.5, palette.line2, 1);
  ctx.globalAlpha = 1;
}

function paintLabel(brush: Brush, label: LabelShape): void {
  const { ctx, palette } = brush;
  const y = label.y + TO_BASELINE;
  const ground = groundAt(brush, label.x);
  if (label.knockout) {
    ctx.fillStyle = ground;
    ctx.fillRect(label.x - 4, label.y - 8, label.width + 8, 16);
  }
  if (label.leader) {
    ctx.fillStyle = palette.ink3;
    ctx.fillRect(label.leader.x - 0.5, label.leader.top, 1, label.leader.bottom - label.leader.top);
  }
  ctx.lineJoin = "round";
  ctx.strokeStyle = ground;
  ctx.lineWidth = 3;
  setFace(ctx, label.strong ? "strong" : "label", palette.family);
  ctx.strokeText(label.text, label.x, y);
  ctx.fillStyle = label.since ? palette.stamp : palette.ink;
  ctx.fillText(label.text, label.x, y);
}

/** The dates of names, after all names: changing the face for each would cost more than the words. */
function paintDates(brush: Brush, primitives: Primitive[], dims: boolean): void {
  const { ctx, palette } = brush;
  setFace(ctx, "date", palette.family);
  ctx.lineJoin = "round";
  ctx.lineWidth = 3;
  for (const label of primitives) {
    if (label.type !== "label") continue;
    ctx.globalAlpha = seen(label, brush, dims);
    ctx.strokeStyle = groundAt(brush, label.x);
    ctx.fillStyle = label.since ? palette.stamp : palette.ink3;
    ctx.strokeText(label.date, label.dateX, label.y + TO_BASELINE);
    ctx.fillText(label.date, label.dateX, label.y + TO_BASELINE);
  }
}

/** A capsule around all of a selected event, as it was or (`later`) as it is, or a frame around a selected bar. */
function paintSelection(
  brush: Brush,
  primitives: Primitive[],
  selected: string,
  later: boolean,
): void {
  const { ctx, palette } = brush;
  ctx.strokeStyle = palette.focus;
  ctx.lineWidth = 2;
  const marks = primitives.filter(
    (one): one is MarkShape =>
      one.type === "mark" && one.merged.includes(selected) && (one.since ?? false) === later,
  );
  const bars = primitives.flatMap((one) =>
    !later && one.type === "bar" && one.id === selected ? [one] : [],
  );
  ctx.beginPath();
  if (marks.length > 0) {
    const xs = marks.map(({ x }) => x);
    const ys = marks.map(({ y }) => y);
    const half = Math.max(
      13,
      ...marks.map(({ width, shape }) => (shape === "pill" ? width / 2 + 7 : 0)),
    );
    const left = Math.min(...xs) - half;
    const top = Math.min(...ys) - 13;
    ctx.roundRect(left, top, Math.max(...xs) + half - left, Math.max(...ys) + 13 - top, 13);
  }
  if (bars.length > 0) {
    const left = Math.max(-4, Math.min(...bars.map(({ x1 }) => x1)) - 4);
    const right = Math.min(brush.edge + 4, Math.max(...bars.map(({ x2 }) => x2)) + FADE_PX);
    const top = Math.min(...bars.map((bar) => bar.top)) - 6;
    // The frame goes round the days under the bar, never through them.
    const days = primitives.flatMap((one) =>
      one.type === "date" && one.id === selected ? [one.y] : [],
    );
    const bottom = Math.max(...bars.map((bar) => bar.top + bar.height), ...days) + 6;
    ctx.roundRect(left, top, right - left, bottom - top, 4);
  }
  ctx.stroke();
}

const NOTE = "After this date, only what was planned";
const NOTE_ROOM = 230;
/** Between a note and the line it stands beside, px. */
const NOTE_GAP = 8;

/** Says, right of a past day of knowledge, what the wash stands for. */
function paintNote({ ctx, palette, lineX, edge }: Brush): void {
  if (lineX < -NOTE_ROOM || lineX > edge - NOTE_ROOM) return;
  setFace(ctx, "note", palette.family);
  ctx.fillStyle = palette.stamp;
  ctx.fillText(NOTE, Math.max(lineX, 0) + 12, HEADING_HEIGHT / 2 + TO_BASELINE + 0.5);
}

/** Says where the record ends, where that is not at the knowledge line: right of its edge, or left where there is no room. */
function paintHorizon({ ctx, palette, horizon, horizonX, lineX, edge }: Brush): void {
  if (horizonX >= Math.min(lineX, edge)) return;
  setFace(ctx, "note", palette.family);
  const words = `Nothing recorded after ${shortDate(horizon)}`;
  const width = ctx.measureText(words).width;
  const from = Math.max(horizonX, 0) + NOTE_GAP;
  const fits = from + width < (lineX > from ? Math.min(lineX, edge) : edge) - NOTE_GAP / 2;
  const x = fits ? from : horizonX - NOTE_GAP - width;
  if (x < NOTE_GAP) return;
  ctx.fillStyle = palette.ink3;
  ctx.fillText(words, x, HEADING_HEIGHT / 2 + TO_BASELINE + 0.5);
}

function paintLine({ ctx, palette, lineX, travelling }: Brush, height: number): void {
  const width = travelling ? 2 : 1.5;
  ctx.fillStyle = travelling ? palette.stamp : palette.ink;
  ctx.fillRect(lineX - width / 2, 0, width, height);
}
