import { type BarSegment, idOfBar, type TimelineBar } from "./columns.ts";
import { civilOf, shortDate, shortMonthName } from "./day.ts";
import { type Frame, isNear, knownX } from "./frame.ts";
import { horizonX } from "./horizon.ts";
import type { LaneRow } from "./lanes.ts";
import { lookOf, weightOf, wordsOf } from "./look.ts";
import type { BarShape, DateShape, PlaqueShape } from "./scene.ts";
import { xOf } from "./viewport.ts";

/** The bars of agreements, their words and the days of their transitions. */
export interface BarLayout {
  bars: BarShape[];
  plaques: PlaqueShape[];
  dates: DateShape[];
}

export const BAR_HEIGHT = 18;
/** A bar runs this far (px) past the edge of the record while it fades. */
export const FADE_PX = 34;
/** From a transition to its plaque's glyph and text, and from the text to the plaque's end (px). */
export const PLAQUE = { start: 5, glyph: 13, text: 22, end: 7 };
/** Of the ring around a transition about which sources disagree, px. */
export const RING_RADIUS = 12.5;
/** Lanes this tall have room for dates under the bar. */
const DATED_PX = 44;
const DATE_GAP = 6;
/** A date at the very edge of the plot keeps this far from it, px. */
const LEAST_X = 4;

/** Lays out every known bar. Nothing is claimed past the edge of the record: the last stretch ends there and fades. */
export function layBars(frame: Frame): BarLayout {
  const layout: BarLayout = { bars: [], plaques: [], dates: [] };
  for (const bar of frame.known.bars) {
    const row = frame.stack.rowOf[bar.lane];
    if (row) layBar(frame, bar, row, layout);
  }
  return layout;
}

/** The bars alone, without words or dates, so high and so far (px) from the middle of their lanes. */
export function layPlainBars(frame: Frame, height: number, fromMiddle: number): BarShape[] {
  return frame.known.bars.flatMap((bar) => {
    const row = frame.stack.rowOf[bar.lane];
    if (!row) return [];
    return stretchesOf(frame, bar, row.baseline + fromMiddle, height).filter((shape) =>
      isNear(frame, shape.x1, shape.x2 + FADE_PX),
    );
  });
}

function stretchesOf(frame: Frame, bar: TimelineBar, top: number, height: number): BarShape[] {
  const horizon = horizonX(frame);
  return bar.segments.map((segment, index): BarShape => {
    const next = bar.segments[index + 1];
    const x1 = xOf(frame.viewport, segment.start);
    return {
      type: "bar",
      id: idOfBar(bar),
      segment: index,
      lane: bar.lane,
      x1,
      x2: Math.max(x1, next ? xOf(frame.viewport, next.start) : horizon),
      top,
      height,
      look: lookOf(segment),
      share: segment.mustRatify > 0 ? segment.ratified / segment.mustRatify : 0,
      opens: segment.precision === "DAY",
      fades: !next,
      disputed: segment.disputed,
    };
  });
}

function layBar(frame: Frame, bar: TimelineBar, row: LaneRow, layout: BarLayout): void {
  const dated = row.height >= DATED_PX;
  const top = row.baseline - (dated ? 15 : BAR_HEIGHT / 2);
  const line = knownX(frame);
  const shapes = stretchesOf(frame, bar, top, BAR_HEIGHT);
  for (const shape of shapes)
    if (isNear(frame, shape.x1, shape.x2 + FADE_PX)) layout.bars.push(shape);
  const dates = dated ? layDates(frame, bar.segments, shapes, line) : [];
  layout.dates.push(...dates.map(({ date }) => date));
  const datedSegments = new Set(dates.map(({ segment }) => segment));
  for (const [index, shape] of shapes.entries()) {
    const segment = bar.segments[index];
    if (segment) layPlaque(frame, segment, shape, datedSegments.has(index), !dated, layout);
  }
}

function layPlaque(
  frame: Frame,
  segment: BarSegment,
  shape: BarShape,
  hasDate: boolean,
  isLow: boolean,
  layout: BarLayout,
): void {
  // The ring of a disputed transition stands clear of the word after it.
  const ring = shape.disputed && shape.opens ? RING_RADIUS - PLAQUE.start + 2 : 0;
  const start = Math.max(shape.x1 + ring, 0);
  const end = Math.min(shape.x2, frame.edge);
  const words = wordsOf(segment);
  const date = dateWords(segment);
  const y = shape.top + shape.height / 2;
  const common = { type: "plaque", id: shape.id, y, look: shape.look } as const;
  // Where no date stands under the bar, that of the status now goes into it if it fits, and in a low lane every one.
  const isDateless = !hasDate && (isLow || shape.fades);
  for (const text of isDateless && date ? [`${words}, ${date}`, words] : [words]) {
    const width = PLAQUE.text + frame.measure(text, "bar") + PLAQUE.end;
    if (shape.look === "ended" || end - start < width + 4) continue;
    layout.plaques.push({ ...common, x: start, width, text, date: null, inside: true });
    return;
  }
  if (!shape.fades || shape.x2 < 0 || shape.x2 > frame.edge) return;
  const x = shape.x2 + FADE_PX - 3;
  const bare = frame.measure(words, "bar") + PLAQUE.text;
  const full = bare + DATE_GAP + frame.measure(date, "date");
  const line = knownX(frame);
  // Between the edge of the record and the knowledge line there may be no room for it.
  const room = x < line ? Math.min(frame.edge, line - 4) : frame.edge;
  const besides = !hasDate && x + full < room ? date : null;
  const width = besides === null ? bare : full;
  if (x + width > room) return;
  layout.plaques.push({ ...common, x, width, text: words, date: besides, inside: false });
}

/** Days under the bar, the weightiest first; none touches another or the knowledge line. */
function layDates(
  frame: Frame,
  segments: BarSegment[],
  shapes: BarShape[],
  line: number,
): { segment: number; date: DateShape }[] {
  const order = segments
    .map((_, index) => index)
    .sort((a, b) => weightAt(shapes, b) - weightAt(shapes, a) || a - b);
  const placed: { segment: number; date: DateShape; end: number }[] = [];
  for (const index of order) {
    const segment = segments[index];
    const shape = shapes[index];
    if (!segment || !shape || shape.x1 < 0) continue;
    const text = dateWords(segment);
    const x = Math.max(shape.x1, LEAST_X);
    const end = x + frame.measure(text, "date");
    const crossesLine = x <= line + 2 && end >= line - 2;
    const touches = placed.some(
      ({ date, end: other }) => x < other + 2 * DATE_GAP && date.x < end + 2 * DATE_GAP,
    );
    if (crossesLine || touches || end > frame.edge) continue;
    placed.push({
      segment: index,
      end,
      date: {
        type: "date",
        id: shape.id,
        x,
        y: shape.top + shape.height + 13,
        text,
      },
    });
  }
  return placed;
}

function weightAt(shapes: BarShape[], index: number): number {
  const shape = shapes[index];
  return shape ? weightOf(shape.look) : 0;
}

/** The day a stretch began, as exactly as it is known: `17 Jan 2025`, `Jan 2025`, `2025`. */
export function dateWords(segment: BarSegment): string {
  const { year, month } = civilOf(segment.start);
  if (segment.precision === "DAY") {
    const about = segment.whenText.startsWith("about ") ? "about " : "";
    return about + shortDate(segment.start);
  }
  if (segment.precision === "MONTH") return `${shortMonthName(month)} ${year}`;
  return segment.precision === "YEAR" ? String(year) : segment.whenText;
}
