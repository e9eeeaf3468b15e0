import { shortDate } from "../day.ts";
import { HEADING_HEIGHT, type LaneStack } from "../lanes.ts";
import type { AreaShape, Primitive, RangeShape, SpeckShape } from "../scene.ts";
import type { Axis } from "../ticks.ts";
import { TO_BASELINE } from "../type.ts";
import { drawBar, drawColumn, drawDate, drawPlaque } from "./bars.ts";
import { box, el, groundAt, type Ink, inkOf, line } from "./ink.ts";
import { drawCount, drawLabel, drawLead, drawMark, drawSpan, drawTie } from "./marks.ts";
import { fillOf } from "./patterns.ts";

/** The plot of a document: ground, grid, lanes, then the drawing in its order, then the knowledge line. */
export function drawPlot(ink: Ink, primitives: Primitive[], stack: LaneStack, axis: Axis): string {
  const { palette, edge, lineX, horizonX, travelling, comparing } = ink;
  const { height } = stack;
  const ahead = (from: number) =>
    box(Math.max(0, from), 0, edge - Math.max(0, from), height, groundAt(ink, from));
  const width = travelling ? 2 : 1.5;
  return [
    box(0, 0, edge, height, palette.paper),
    ahead(horizonX),
    ahead(lineX),
    grid(ink, axis, height),
    lanes(ink, stack),
    ...primitives.map((primitive, index) => draw(ink, primitive, index)),
    lineX >= 0 && lineX <= edge
      ? box(lineX - width / 2, 0, width, height, travelling ? palette.stamp : palette.ink)
      : "",
    endOfRecord(ink),
    travelling && !comparing && lineX < edge - NOTE_ROOM
      ? note(NOTE, Math.max(0, lineX) + 12, palette.stamp)
      : "",
  ].join("");
}

function note(words: string, x: number, fill: string): string {
  return line(words, { x, y: HEADING_HEIGHT / 2 + TO_BASELINE + 0.5, face: "note", fill });
}

/** Says where the record ends, where that is left of the knowledge line: right of its edge, or left where there is no room. */
function endOfRecord({ palette, horizon, horizonX, lineX, edge, measure }: Ink): string {
  if (horizonX >= Math.min(lineX, edge)) return "";
  const words = `Nothing recorded after ${shortDate(horizon)}`;
  const width = measure(words, "date");
  const from = Math.max(horizonX, 0) + NOTE_GAP;
  const fits = from + width < (lineX > from ? Math.min(lineX, edge) : edge) - NOTE_GAP / 2;
  const x = fits ? from : horizonX - NOTE_GAP - width;
  return x < NOTE_GAP ? "" : note(words, x, palette.ink3);
}

const NOTE_GAP = 8;
const NOTE = "After this date, only what was planned";
const NOTE_ROOM = 230;

function draw(ink: Ink, primitive: Primitive, index: number): string {
  switch (primitive.type) {
    case "tie":
      return drawTie(ink, primitive);
    case "range":
      return drawRange(ink, primitive);
    case "mark":
      return drawMark(ink, primitive);
    case "count":
      return drawCount(ink, primitive);
    case "speck":
      return drawSpeck(ink, primitive);
    case "lead":
      return drawLead(ink, primitive, `${ink.prefix}lead-${index}`);
    case "span":
      return drawSpan(ink, primitive);
    case "column":
      return drawColumn(ink, primitive);
    case "area":
      return drawArea(ink, primitive);
    case "bar":
      return drawBar(ink, primitive);
    case "plaque":
      return drawPlaque(ink, primitive);
    case "date":
      return drawDate(ink, primitive);
    case "label":
      return drawLabel(ink, primitive);
  }
}

function drawArea(ink: Ink, { id, look, steps }: AreaShape): string {
  const { palette, edge } = ink;
  const fill = fillOf(look, ink);
  const stroke = palette.stroke[look];
  const parts = steps.map(({ x1, x2, top, bottom }) => {
    const width = Math.min(x2, edge) - x1;
    return box(x1, top, width, bottom - top, fill) + box(x1, top, width, 1.25, stroke);
  });
  return el("g", { class: "area", "data-id": id }, ...parts);
}

/** Width of the ends of several days, px. */
const CAP = 1.8;

function drawRange(ink: Ink, range: RangeShape): string {
  const { id, x1, x2, y, capped } = range;
  const fill = inkOf(ink, range);
  const end = (x: number) => (capped ? box(x, y - 5.5, CAP, 11, fill) : "");
  const body = box(x1, y - 1.5, x2 - x1, 3, fill);
  return el("g", { class: "range", "data-id": id }, body, end(x1), end(x2 - CAP));
}

function drawSpeck(ink: Ink, speck: SpeckShape): string {
  const { id, x, y } = speck;
  return el("g", { class: "speck", "data-id": id }, box(x - 1, y - 4, 2, 8, inkOf(ink, speck)));
}

function grid({ palette, edge }: Ink, axis: Axis, height: number): string {
  const upright = (x: number, fill: string) =>
    x >= 0 && x <= edge ? box(Math.round(x), 0, 1, height, fill) : "";
  return [
    el("g", { opacity: 0.6 }, ...axis.lower.map(({ x }) => upright(x, palette.line))),
    ...axis.upper.map(({ x, weight }) => (weight === "major" ? upright(x, palette.line2) : "")),
  ].join("");
}

function lanes({ palette, edge }: Ink, stack: LaneStack): string {
  const level = (y: number, fill: string, opacity: number) =>
    el("rect", { x: 0, y: Math.round(y), width: edge, height: 1, fill, opacity });
  return [
    ...stack.headings.flatMap(({ top }) => [
      top > 0 ? level(top, palette.line2, 1) : "",
      level(top + HEADING_HEIGHT, palette.line, 0.75),
    ]),
    ...stack.rows.flatMap((row, index) => {
      const next = stack.rows[index + 1];
      return [
        row.kind === "AGREEMENT" ? "" : level(row.baseline, palette.line2, 0.55),
        next?.kind === row.kind ? level(row.top + row.height, palette.line, 0.75) : "",
      ];
    }),
    level(stack.height - 0.5, palette.line2, 1),
  ].join("");
}
