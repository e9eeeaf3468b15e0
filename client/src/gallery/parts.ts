import type { Look } from "../timeline/look.ts";
import type {
  BarShape,
  LabelShape,
  LeadShape,
  MarkShape,
  Measure,
  PlaqueShape,
  SpanShape,
  TieShape,
} from "../timeline/scene.ts";
import { HOST_BAR, PILL_MIN_WIDTH, RADIUS, type ShapeName } from "../timeline/shapes.ts";

// Primitives by what matters of them; the rest is as the layout would have it.

/** A leaders' mark, filled. */
export function mark(
  shape: ShapeName,
  x: number,
  y: number,
  more: Partial<MarkShape> = {},
): MarkShape {
  const id = more.id ?? `event:${x}`;
  return {
    type: "mark",
    lane: 0,
    x,
    y,
    shape,
    r: RADIUS.LEADERS,
    width: shape === "bar" ? HOST_BAR.width : PILL_MIN_WIDTH,
    style: "filled",
    strokes: 0,
    disputed: false,
    merged: [id],
    count: 1,
    main: true,
    ...more,
    id,
  };
}

/** A tie between two meetings' marks. */
export function tie(
  x: number,
  top: number,
  bottom: number,
  weight: TieShape["weight"] = "bilateral",
  more: Partial<TieShape> = {},
): TieShape {
  return {
    type: "tie",
    id: `event:${x}`,
    x,
    top,
    bottom,
    weight,
    dashed: false,
    merged: [`event:${x}`],
    ...more,
  };
}

/** Dashes without an end. */
export function lead(x1: number, x2: number, y: number, fades = true): LeadShape {
  return { type: "lead", id: `event:${x1}`, x1, x2, y, fades };
}

/** A window between its bars; not `dashed`: something held on one of these days. */
export function span(x1: number, x2: number, y: number, dashed = true): SpanShape {
  return { type: "span", id: `event:${x1}`, x1, x2, y, opens: true, closes: true, dashed };
}

/** A stretch of a bar, 18 px high. */
export function bar(
  look: Look,
  x1: number,
  x2: number,
  top: number,
  more: Partial<BarShape> = {},
): BarShape {
  return {
    type: "bar",
    id: `agreement:${look}`,
    segment: 0,
    lane: 0,
    x1,
    x2,
    top,
    height: 18,
    look,
    share: 0,
    opens: true,
    fades: false,
    disputed: false,
    ...more,
  };
}

/** The word of a stretch, in it. */
export function plaque(
  look: Look,
  x: number,
  y: number,
  text: string,
  measure: Measure,
): PlaqueShape {
  return {
    type: "plaque",
    id: `agreement:${look}`,
    x,
    y,
    width: measure(text, "bar") + 29,
    look,
    text,
    date: null,
    inside: true,
  };
}

/** A name with its date, its middle at `y`. */
export function label(
  text: string,
  date: string,
  x: number,
  y: number,
  measure: Measure,
  more: Partial<LabelShape> = {},
): LabelShape {
  const own = measure(text, more.strong ? "strong" : "label") + 5;
  return {
    type: "label",
    id: "event:label",
    x,
    y,
    width: own + measure(date, "date"),
    text,
    date,
    dateX: x + own,
    strong: false,
    knockout: false,
    leader: null,
    ...more,
  };
}
