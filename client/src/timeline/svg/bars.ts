import { FADE_PX, PLAQUE, RING_RADIUS } from "../bars.ts";
import { GLYPH_STROKE, GLYPHS } from "../glyphs.ts";
import { DATE_GAP } from "../labels.ts";
import type { Look } from "../look.ts";
import type { BarShape, ColumnShape, DateShape, PlaqueShape } from "../scene.ts";
import { TO_BASELINE } from "../type.ts";
import { box, el, escaped, type Ink, line, num } from "./ink.ts";
import { fillOf } from "./patterns.ts";

const RULE = 1.25;
const TRANSITION = 1.75;
const TALLER = 3;

/** The mask under which a bar runs out past the day of knowledge. */
export const fadeDefs = ({ prefix }: Pick<Ink, "prefix">): string =>
  `<linearGradient id="${prefix}fade-ink"><stop offset="0" stop-color="#fff"/><stop offset="0.5" stop-color="#fff" stop-opacity="0.44"/>` +
  '<stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>' +
  `<mask id="${prefix}fade" maskContentUnits="objectBoundingBox"><rect width="1" height="1" fill="url(#${prefix}fade-ink)"/></mask>`;

/** A stretch of a bar: patterned between its rules, with a start bar, and fading past the edge of the record. */
export function drawBar(ink: Ink, bar: BarShape): string {
  const left = Math.max(bar.x1, -20);
  const right = Math.min(bar.x2, ink.edge + 20);
  const fades = bar.fades && bar.x2 < ink.edge + 20;
  return el(
    "g",
    { class: "bar", "data-id": bar.id },
    el("title", {}, escaped(ink.nameOf(`${bar.id}#${bar.segment}`, bar.since))),
    right > left ? stretch(ink, bar, left, right) : "",
    fades
      ? el("g", { mask: `url(#${ink.prefix}fade)` }, stretch(ink, bar, bar.x2, bar.x2 + FADE_PX))
      : "",
    bar.opens && bar.x1 > -20 && bar.x1 < ink.edge + 20 ? transition(ink, bar) : "",
  );
}

/** The pattern begins at the bar's corner, so that it belongs to the bar wherever the window cuts it. */
function stretch(ink: Ink, bar: BarShape, left: number, right: number): string {
  const { palette } = ink;
  const width = right - left;
  const stroke = palette.stroke[bar.look];
  if (bar.look === "ended") return box(left, bar.top + bar.height / 2 - 0.75, width, 1.5, stroke);
  const at = (top: number, inside: string) =>
    el("g", { transform: `translate(${num(left)} ${num(top)})` }, inside);
  const ratified = bar.look === "partlyRatified" ? bar.height * bar.share : 0;
  const body = (look: Look, height: number) => box(0, 0, width, height, fillOf(look, ink));
  const ground =
    bar.look === "partlyRatified"
      ? at(bar.top, body("signed", bar.height - ratified)) +
        at(bar.top + bar.height - ratified, body("ratified", ratified))
      : at(bar.top, body(bar.look, bar.height));
  const rule = (y: number) =>
    bar.look === "proposed"
      ? el("line", {
          x1: left,
          x2: right,
          y1: y + RULE / 2,
          y2: y + RULE / 2,
          stroke,
          "stroke-width": RULE,
          "stroke-dasharray": "2 2.5",
        })
      : box(left, y, width, RULE, stroke);
  return ground + rule(bar.top) + rule(bar.top + bar.height - RULE);
}

function transition({ palette }: Ink, bar: BarShape): string {
  const colour = palette.stroke[bar.look === "partlyRatified" ? "ratified" : bar.look];
  const start = box(
    bar.x1 - TRANSITION / 2,
    bar.top - TALLER,
    TRANSITION,
    bar.height + 2 * TALLER,
    colour,
  );
  if (!bar.disputed) return start;
  return (
    start +
    el("circle", {
      cx: bar.x1,
      cy: bar.top + bar.height / 2,
      r: Math.min(RING_RADIUS, bar.height / 2 + 5),
      fill: "none",
      stroke: palette.warn,
      "stroke-width": 1.5,
      "stroke-dasharray": "2.6 2",
    })
  );
}

const ON_PAPER: readonly Look[] = ["ratified", "suspended", "provisional", "ended"];

/** The word of a stretch with its glyph, on a flat ground of its own. */
export function drawPlaque(ink: Ink, plaque: PlaqueShape): string {
  const { palette } = ink;
  const isSolid = plaque.inside && plaque.look === "inforce";
  const colour = isSolid ? palette.paper : palette.stroke[plaque.look];
  const ground = ON_PAPER.includes(plaque.look) ? palette.paper : palette.fill[plaque.look];
  const x = plaque.x + PLAQUE.text;
  const y = plaque.y + TO_BASELINE;
  const width = ink.measure(plaque.text, "bar");
  return el(
    "g",
    { class: "plaque", "data-id": plaque.id },
    plaque.inside && !isSolid
      ? el("rect", {
          x: plaque.x + PLAQUE.start,
          y: plaque.y - 7,
          width: plaque.width - PLAQUE.start,
          height: 14,
          rx: 2,
          fill: ground,
        })
      : "",
    drawGlyph(plaque.look, plaque.x + PLAQUE.glyph, plaque.y, colour),
    line(plaque.text, { x, y, face: "bar", fill: colour, width }),
    plaque.date === null
      ? ""
      : line(plaque.date, {
          x: x + width + DATE_GAP,
          y,
          face: "date",
          fill: palette.ink3,
          width: ink.measure(plaque.date, "date"),
        }),
  );
}

/** A status glyph around a point. */
export function drawGlyph(look: Look, x: number, y: number, colour: string): string {
  const { ring, dash, fill, stroke } = GLYPHS[look];
  const line = { fill: "none", stroke: colour, "stroke-width": GLYPH_STROKE };
  return el(
    "g",
    { transform: `translate(${num(x)} ${num(y)})` },
    el("path", { d: ring, ...line, "stroke-dasharray": dash?.join(" ") }),
    fill && el("path", { d: fill, fill: colour, "fill-rule": "evenodd" }),
    stroke && el("path", { d: stroke, ...line }),
  );
}

/** The day of a transition, under its bar. */
export function drawDate(ink: Ink, { id, x, y, text }: DateShape): string {
  const said = { x, y, face: "date", fill: ink.palette.ink3 } as const;
  const width = ink.measure(text, "date");
  return el("g", { class: "date", "data-id": id }, line(text, { ...said, width }));
}

/** One bin of a crowded window: ink for what happened, a dashed outline for what is planned, a plain one for what is known since. */
export function drawColumn({ palette, since }: Ink, column: ColumnShape): string {
  const { x1, x2, top, bottom, planned } = column;
  const width = Math.max(1, (x2 - x1) * 0.7);
  const shape =
    planned || column.since
      ? el("rect", {
          x: x1 + 0.5,
          y: top + 0.5,
          width: Math.max(1, width - 1),
          height: Math.max(1, bottom - top),
          fill: "none",
          stroke: column.since ? since : palette.ink3,
          "stroke-dasharray": !column.since && "1 1.5",
        })
      : box(x1, top, width, bottom - top, palette.ink2);
  return el("g", { class: "column", "data-id": column.id }, shape);
}
