import type {
  CountShape,
  LabelShape,
  LeadShape,
  MarkShape,
  SpanShape,
  TieShape,
} from "../scene.ts";
import { reachOf, shapePath } from "../shapes.ts";
import { TO_BASELINE } from "../type.ts";
import { box, el, escaped, groundAt, type Ink, inkOf, line, num } from "./ink.ts";

const HALO = 1.5;
const HOLLOW_STROKE = 1.7;
const FADE_LEAD = 150;
/** Radius of a ring around a mark, px at least. */
const RING = 10.5;
const WEIGHT = { bilateral: 1, summit: 0.55, carried: 0.3 };

/** A mark with its halo and its name: hollow when planned, struck when put off or called off, ringed when sources disagree. */
export function drawMark(ink: Ink, mark: MarkShape): string {
  const { palette } = ink;
  const ground = groundAt(ink, mark.x);
  const isLong = mark.shape === "pill" || mark.shape === "bar";
  const d = shapePath(mark.shape, mark.r, isLong ? mark.width : undefined);
  const isHollow = mark.style === "hollow";
  const colour = inkOf(ink, mark);
  const name = mark.main ? ink.nameOf(mark.id, mark.since) : "";
  const place = {
    class: "mark",
    "data-id": mark.id,
    transform: `translate(${num(mark.x)} ${num(mark.y)})`,
  };
  const title = name && el("title", {}, escaped(name));
  if (mark.style === "ring") return el("g", place, title, drawRing(mark, colour));
  return el(
    "g",
    place,
    title,
    el("path", {
      d,
      fill: ground,
      stroke: ground,
      "stroke-width": 2 * HALO + (isHollow ? HOLLOW_STROKE : 0),
      "stroke-linejoin": "round",
    }),
    isHollow
      ? el("path", {
          d,
          fill: "none",
          stroke: colour,
          "stroke-width": HOLLOW_STROKE,
          "stroke-linejoin": "round",
        })
      : el("path", {
          d,
          fill: colour,
          "fill-rule": "evenodd",
          "fill-opacity": mark.style === "faint" && 0.55,
        }),
    mark.strokes > 0 ? strike(mark, colour) : "",
    mark.disputed && mark.style !== "faint"
      ? el("circle", {
          r: Math.max(mark.r, 4) + 3.8,
          fill: "none",
          stroke: palette.warn,
          "stroke-width": 1.5,
          "stroke-dasharray": "2.6 2",
        })
      : "",
  );
}

/** Around a mark of which more is known since. */
function drawRing(mark: MarkShape, stroke: string): string {
  const [left, right] = reachOf(mark.shape, mark.r, mark.width);
  const half = Math.max(left, right) + 5;
  const line = { fill: "none", stroke, "stroke-width": 1.5 };
  if (half <= 12) return el("circle", { r: Math.max(half, RING), ...line });
  return el("rect", { x: -half, y: -RING, width: 2 * half, height: 2 * RING, rx: RING, ...line });
}

function strike(mark: MarkShape, stroke: string): string {
  const reach = Math.round((mark.r * 0.71 + 2.5) * 100) / 100;
  const cross = mark.strokes === 2 ? `M${-reach} ${-reach}L${reach} ${reach}` : "";
  return el("path", {
    d: `M${-reach} ${reach}L${reach} ${-reach}${cross}`,
    stroke,
    "stroke-width": 1.5,
  });
}

/** How many events a mark stands for. */
export function drawCount(ink: Ink, count: CountShape): string {
  const { id, text, x, y } = count;
  const fill = inkOf(ink, count, ink.palette.ink2);
  const said = { x, y: y + 3.7, face: "count", fill } as const;
  return el(
    "g",
    { class: "count", "data-id": id },
    line(text, { ...said, halo: groundAt(ink, x) }),
  );
}

/** The line that joins an event's marks. */
export function drawTie(ink: Ink, tie: TieShape): string {
  return el("line", {
    class: "tie",
    "data-id": tie.id,
    x1: tie.x,
    x2: tie.x,
    y1: tie.top,
    y2: tie.bottom,
    stroke: inkOf(ink, tie),
    "stroke-width": tie.weight === "bilateral" && !tie.since ? 1.6 : 1,
    "stroke-opacity": tie.weight !== "bilateral" && WEIGHT[tie.weight],
    "stroke-dasharray": tie.dashed && "3 3",
  });
}

const DASHES = { "stroke-width": 1.75, "stroke-linecap": "round", "stroke-dasharray": "2 5" };

/** Dashes that have no end to show: they fade. `key` names the fade within the document. */
export function drawLead(ink: Ink, lead: LeadShape, key: string): string {
  const { id, x1, y, hint } = lead;
  // Of something put off by long only the beginning shows, as on the plot under nobody's pointer.
  const x2 = hint === undefined ? lead.x2 : x1 + hint;
  const fades = lead.fades || hint !== undefined;
  const end = Math.min(x2, Math.max(ink.edge + 20, x1));
  const stroke = inkOf(ink, lead, hint === undefined ? ink.palette.ink : ink.palette.ink3);
  const dashes = { class: "lead", "data-id": id, x1, x2: end, y1: y, y2: y, ...DASHES };
  if (!fades) return el("line", { ...dashes, stroke });
  const stop = (offset: number, opacity: number) =>
    el("stop", { offset, "stop-color": stroke, "stop-opacity": opacity });
  const span = { x1: Math.max(x1, x2 - FADE_LEAD), x2, y1: y, y2: y };
  return (
    el(
      "linearGradient",
      { id: key, gradientUnits: "userSpaceOnUse", ...span },
      stop(0, 1),
      stop(1, 0.06),
    ) + el("line", { ...dashes, stroke: `url(#${key})` })
  );
}

/** A window between its bars, or the solid line of what was held on a day that is not known. */
export function drawSpan(ink: Ink, span: SpanShape): string {
  const stroke = inkOf(ink, span);
  const inset = span.dashed ? 4 : 0;
  const level = { x1: span.x1 + inset, x2: span.x2 - inset, y1: span.y, y2: span.y };
  const along = span.dashed ? DASHES : { "stroke-width": 1.6 };
  const end = (x: number) => box(x - 0.9, span.y - 5.5, 1.8, 11, stroke);
  return el(
    "g",
    { class: "span", "data-id": span.id },
    level.x2 > level.x1 ? el("line", { ...level, ...along, stroke }) : "",
    span.opens ? end(span.x1) : "",
    span.closes ? end(span.x2) : "",
  );
}

/** A name with its date, on the ground it is knocked out of. */
export function drawLabel(ink: Ink, label: LabelShape): string {
  const { palette } = ink;
  const ground = groundAt(ink, label.x);
  const y = label.y + TO_BASELINE;
  const face = label.strong ? "strong" : "label";
  return el(
    "g",
    { class: "label", "data-id": label.id },
    label.knockout ? box(label.x - 4, label.y - 8, label.width + 8, 16, ground) : "",
    label.leader
      ? box(
          label.leader.x - 0.5,
          label.leader.top,
          1,
          label.leader.bottom - label.leader.top,
          palette.ink3,
        )
      : "",
    line(label.text, {
      x: label.x,
      y,
      face,
      fill: inkOf(ink, label),
      halo: ground,
      width: ink.measure(label.text, face),
    }),
    label.date === ""
      ? ""
      : line(label.date, {
          x: label.dateX,
          y,
          face: "date",
          fill: inkOf(ink, label, palette.ink3),
          halo: ground,
          width: ink.measure(label.date, "date"),
        }),
  );
}
