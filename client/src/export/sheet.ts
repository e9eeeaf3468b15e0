import { FADE_PX } from "../timeline/bars.ts";
import type { Palette } from "../timeline/colours.ts";
import { asKnownOn, type Known, rowsById, type TimelineColumns } from "../timeline/columns.ts";
import { type Day, isoOf, shortDate } from "../timeline/day.ts";
import { type Frame, knownX } from "../timeline/frame.ts";
import { horizonOf, horizonX } from "../timeline/horizon.ts";
import { stackLanes } from "../timeline/lanes.ts";
import { layOut } from "../timeline/layout.ts";
import { nameOfMark, nameOfSegment, nameOfWindow } from "../timeline/names.ts";
import type { Measure, Primitive } from "../timeline/scene.ts";
import { lensOf } from "../timeline/since.ts";
import { AXIS_PX, drawAxis } from "../timeline/svg/axis.ts";
import { fadeDefs } from "../timeline/svg/bars.ts";
import { box, el, escaped, type Ink } from "../timeline/svg/ink.ts";
import { patternDefs } from "../timeline/svg/patterns.ts";
import { drawPlot } from "../timeline/svg/plot.ts";
import { axisOf } from "../timeline/ticks.ts";
import type { View } from "../timeline/view.ts";
import { levelOf, PAD_END } from "../timeline/viewport.ts";
import { SANS, SMALL, text, type Width, wrapped } from "./face.ts";
import { drawHeading } from "./heading.ts";
import { drawHeads, headsWidth } from "./heads.ts";
import { drawKey } from "./key.ts";

/** What a document shows. */
export interface SheetOf {
  columns: TimelineColumns;
  view: View;
  pinned: ReadonlySet<string>;
  title: string;
  /** The later day that the view's is compared with, how the two are said, and what became of everything in between; null for none. */
  compared: { now: Day; days: string; sentence: string } | null;
  /** One sentence each: the window, the day known, how many facts, what is filtered by; where the sources are. */
  under: string;
  sources: string;
  /** The address of the same view, which stands at the foot. */
  link: string;
  /** The flag over the knowledge line, such as `Today, 24 Nov 2026`. */
  flag: string;
}

/** What it is drawn with. */
export interface Pens {
  palette: Palette;
  /** In front of the drawing's own ids: no other drawing has it. */
  prefix: string;
  /** The colour of what is known since, in a comparison. */
  since: string;
  measure: Measure;
  width: Width;
  /** CSS with the fonts, for where they are not at hand; empty for none. */
  fonts?: string;
}

/** Px of a document from edge to edge, and around what it shows. */
export const SHEET_WIDTH = 1440;
const MARGIN = 28;

/** A drawing of the timeline, with all that it needs to be understood elsewhere: SVG text and its size in px. */
export function drawSheet(of: SheetOf, pens: Pens): { svg: string; width: number; height: number } {
  const { columns, view } = of;
  const { palette, prefix, measure, width } = pens;
  const now = of.compared?.now ?? null;
  const day = view.known ?? columns.today;
  const inner = SHEET_WIDTH - 2 * MARGIN;
  const isPaired = now !== null;
  // How wide the names of lanes are does not hang on how high these are.
  const heads = headsWidth(columns, stackLanes(columns), isoOf(day), width, isPaired);
  const edge = inner - heads;
  const viewport = { from: view.from, to: view.to, width: edge - PAD_END };
  const stack = stackLanes(columns, levelOf(viewport) === "density");
  const frame: Frame = {
    columns,
    known: asKnownOn(columns, day),
    stack,
    viewport,
    edge,
    selected: null,
    pinned: of.pinned,
    measure,
  };
  const lay = now === null ? layOut : lensOf(now).layOut;
  const scene = lay(frame, new Map(), "anew").primitives.filter((one) => isInside(one, edge));
  const ink: Ink = {
    palette,
    prefix,
    measure,
    edge,
    lineX: knownX(frame),
    horizonX: horizonX(frame),
    horizon: horizonOf(columns.ticks.day, day),
    travelling: view.known !== null,
    comparing: isPaired,
    since: pens.since,
    nameOf: namesOf(frame, now),
  };
  const axis = axisOf(frame.viewport);
  const heading = drawHeading(palette, of, inner, width);
  const top = MARGIN + heading.height;
  const key = drawKey(ink, scene, inner, width, isPaired ? shortDate(day) : null);
  const keyTop = top + AXIS_PX + stack.height + 14;
  const foot = wrapped(of.link, SMALL, inner, width);
  const footTop = keyTop + key.height + 10;
  const height = Math.ceil(footTop + (foot.length + 1) * 18 + MARGIN - 6);
  const at = (x: number, y: number, ...inside: string[]) =>
    el("g", { transform: `translate(${x} ${y})` }, ...inside);
  const { days = "", sentence = "" } = of.compared ?? {};
  const description = [
    nameOfWindow(frame.known, columns.lanes.length, view.from, view.to),
    ...(sentence ? [sentence] : []),
    of.under,
    of.sources,
  ].join(" ");
  const svg = el(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${SHEET_WIDTH} ${height}`,
      width: SHEET_WIDTH,
      height,
      role: "img",
      "aria-labelledby": `${prefix}title ${prefix}what`,
      "font-family": SANS,
      "font-stretch": "87.5%",
      "font-size": 12,
      lang: "en",
    },
    el("title", { id: `${prefix}title` }, escaped(days ? `${of.title}: ${days}` : of.title)),
    el("desc", { id: `${prefix}what` }, escaped(description)),
    el(
      "defs",
      {},
      pens.fonts ? el("style", {}, pens.fonts) : "",
      patternDefs(pens),
      fadeDefs(pens),
      el(
        "clipPath",
        { id: `${prefix}plot` },
        el("rect", { x: 0, y: 0, width: edge, height: stack.height }),
      ),
    ),
    box(0, 0, SHEET_WIDTH, height, palette.paper),
    at(MARGIN, MARGIN, heading.body),
    at(
      MARGIN,
      top,
      box(0, AXIS_PX - 1, inner, 1, palette.line2),
      at(heads, 0, drawAxis(ink, axis, of.flag)),
      at(0, AXIS_PX, drawHeads(ink, columns, stack, day, heads, isPaired)),
      box(heads - 1, AXIS_PX, 1, stack.height, palette.line2),
      at(
        heads,
        AXIS_PX,
        el(
          "g",
          { class: "plot", "clip-path": `url(#${prefix}plot)` },
          drawPlot(ink, scene, stack, axis),
        ),
      ),
    ),
    at(MARGIN, keyTop, key.body),
    text(of.sources, SMALL, MARGIN, footTop + 13, palette.ink3),
    el(
      "a",
      { href: of.link },
      ...foot.map((line, index) =>
        text(line, SMALL, MARGIN, footTop + 31 + index * 18, palette.focus),
      ),
    ),
  );
  return { svg, width: SHEET_WIDTH, height };
}

/** Whether any of a shape is within the plot. */
function isInside(one: Primitive, edge: number): boolean {
  if ("x1" in one) return one.x2 >= -FADE_PX && one.x1 <= edge;
  if (one.type === "area") return true;
  const reach = one.type === "mark" ? Math.max(one.width, 2 * one.r) : "width" in one ? 0 : 12;
  const end = one.type === "label" || one.type === "plaque" ? one.x + one.width : one.x;
  return end >= -reach && one.x <= edge + reach;
}

/** What things are called as the frame knows them and, in a comparison, as a later day does. */
function namesOf({ columns, known }: Frame, now: Day | null): Ink["nameOf"] {
  const then = namesIn(columns, known);
  if (now === null) return then;
  const later = namesIn(columns, asKnownOn(columns, now));
  return (id, since = false) => {
    const name = (since ? later : then)(id);
    return since && name ? `Known now. ${name}` : name;
  };
}

/** What marks (`event:slug`) and stretches of bars (`agreement:slug#2`) are called. */
function namesIn(columns: TimelineColumns, known: Known): (id: string) => string {
  const rows = rowsById(columns.marks, known);
  return (id) => {
    const [name = "", segment] = id.split("#");
    const row = rows.get(name);
    if (row !== undefined) return nameOfMark(columns, row);
    const bar = known.bars.find(({ slug }) => `agreement:${slug}` === name);
    return bar ? nameOfSegment(bar, Number(segment)) : "";
  };
}
