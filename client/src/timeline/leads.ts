import { idOfMark } from "./columns.ts";
import { type Frame, homeOf, isNear, knownX, type Place, placesOf } from "./frame.ts";
import type { LaneRow } from "./lanes.ts";
import type { LeadShape, MarkShape, SpanShape, TieShape } from "./scene.ts";
import { PILL_MIN_WIDTH, RADIUS, shapeOf } from "./shapes.ts";
import { xOf } from "./viewport.ts";
import { daysOf, footingOf } from "./when.ts";

/** Plans without a date, and windows. */
export interface LeadLayout {
  leads: LeadShape[];
  spans: SpanShape[];
  ties: TieShape[];
  marks: MarkShape[];
  /** Where the name of each may begin, and on which side of the dashes. */
  anchors: LeadAnchor[];
}

export interface LeadAnchor {
  id: string;
  row: number;
  lane: LaneRow;
  x1: number;
  x2: number;
  y: number;
  /** −1: the name stands above the dashes; 1: below. */
  side: -1 | 1;
}

/** The first lead starts this far (px) past the line, the others one step further each. */
const FIRST_PX = 14;
const STEP_PX = 26;
/** Tall lanes carry leads above the baseline, then below it; low lanes only on it. */
const RIDE_PX = 15;
const TALL_PX = 62;

/** Lays out what is planned but not fixed: leads for what has no date, dashed spans for windows. */
export function layLeads(frame: Frame): LeadLayout {
  const layout: LeadLayout = { leads: [], spans: [], ties: [], marks: [], anchors: [] };
  const { marks } = frame.columns;
  const slots = new Map<number, number>();
  const open: { row: number; places: Place[]; home: Place; length: number }[] = [];
  for (const row of frame.known.marks) {
    const status = marks.status[row];
    if (status === "CANCELLED") continue;
    const footing = footingOf(marks, row);
    if (status === "POSTPONED") {
      layPostponed(frame, row, layout, slots);
      continue;
    }
    if (footing !== "open" && footing !== "window") continue;
    const places = placesOf(frame, row);
    const home = homeOf(frame, row, places);
    if (!home) continue;
    if (footing === "window") layWindow(frame, row, places, home, layout, slots);
    else open.push({ row, places, home, length: lengthOf(places) });
  }
  open.sort((a, b) => b.length - a.length || a.row - b.row);
  for (const [index, { row, places, home }] of open.entries()) {
    const x = knownX(frame) + FIRST_PX + index * STEP_PX;
    const ride = rideOf(home.row, slots);
    layHead(frame, row, x, ride.y, places, home, layout);
    layout.leads.push({
      type: "lead",
      id: idOfMark(marks, row),
      x1: x + PILL_MIN_WIDTH / 2 + 2,
      x2: Math.max(frame.edge - 20, x + 60),
      y: ride.y,
      fades: true,
    });
    layout.anchors.push({
      id: idOfMark(marks, row),
      row,
      lane: home.row,
      x1: x,
      x2: frame.edge,
      ...ride,
    });
  }
  return layout;
}

function lengthOf(places: Place[]): number {
  const ys = places.map(({ row }) => row.baseline);
  return Math.max(...ys) - Math.min(...ys);
}

/** Where in its lane the next lead rides. */
function rideOf(lane: LaneRow, slots: Map<number, number>): { y: number; side: -1 | 1 } {
  const slot = slots.get(lane.lane) ?? 0;
  slots.set(lane.lane, slot + 1);
  if (lane.height < TALL_PX) return { y: lane.baseline, side: -1 };
  return slot % 2 === 0
    ? { y: lane.baseline - RIDE_PX, side: -1 }
    : { y: lane.baseline + RIDE_PX, side: 1 };
}

/** The hollow mark a lead begins with, its echo in the other lanes and the dashed tie between them. */
function layHead(
  frame: Frame,
  row: number,
  x: number,
  y: number,
  places: Place[],
  home: Place,
  layout: LeadLayout,
): void {
  const { marks } = frame.columns;
  const id = idOfMark(marks, row);
  const kind = marks.kind[row] ?? "OTHER";
  const r = RADIUS[marks.level[row] ?? "OFFICIALS"];
  const session = marks.of[row] === "SESSION";
  const common = {
    type: "mark",
    id,
    x,
    r,
    width: PILL_MIN_WIDTH,
    strokes: 0,
    disputed: marks.disputed[row] === true,
  } as const;
  layout.marks.push({
    ...common,
    merged: [id],
    lane: home.row.lane,
    y,
    shape: session ? "diamond" : kind === "SUMMIT" ? "diamond" : leadShape(kind),
    style: "hollow",
    main: true,
  });
  if (session) return;
  for (const place of places) {
    if (place === home || place.row.kind !== "COUNTRY") continue;
    const { baseline, lane } = place.row;
    layout.marks.push({
      ...common,
      merged: [id],
      lane,
      y: baseline,
      shape: "bar",
      style: "faint",
      main: false,
    });
    const top = Math.min(y, baseline);
    const bottom = Math.max(y, baseline);
    layout.ties.push({ type: "tie", id, x, top, bottom, weight: "bilateral", dashed: true });
  }
}

/** A plan whose day is open begins with a pill if somebody travels, else with its own shape. */
function leadShape(kind: Parameters<typeof shapeOf>[0]) {
  return kind === "VISIT" ? "pill" : shapeOf(kind);
}

function layWindow(
  frame: Frame,
  row: number,
  places: Place[],
  home: Place,
  layout: LeadLayout,
  slots: Map<number, number>,
): void {
  const { marks } = frame.columns;
  const line = knownX(frame);
  const first = marks.start[row] ?? null;
  const last = marks.end[row] ?? null;
  const past = last !== null && last <= frame.known.day;
  const opensAt = first === null ? null : xOf(frame.viewport, first);
  // A window that began before the line begins, for what is left of it, at the line.
  const opens = opensAt !== null && (past || opensAt >= line);
  const x1 = opensAt !== null && opens ? opensAt : line + 2;
  const x2 = last === null ? Math.max(frame.edge - 20, x1 + 60) : xOf(frame.viewport, last + 1);
  if (!isNear(frame, x1, x2)) return;
  const ride = home.row.kind === "FORUM" ? forumRide(home.row) : rideOf(home.row, slots);
  const id = idOfMark(marks, row);
  if (last === null)
    layout.leads.push({ type: "lead", id, x1: x1 + 3, x2, y: ride.y, fades: true });
  layout.spans.push({
    type: "span",
    id,
    x1,
    x2: last === null ? x1 : x2,
    y: ride.y,
    opens,
    closes: last !== null,
    dashed: true,
  });
  if (marks.of[row] !== "SESSION") layWindowTies(id, x1, ride.y, places, home, layout);
  layout.anchors.push({ id, row, lane: home.row, x1, x2, ...ride });
}

function forumRide(lane: LaneRow): { y: number; side: -1 | 1 } {
  return { y: lane.baseline, side: -1 };
}

function layWindowTies(
  id: string,
  x1: number,
  y: number,
  places: Place[],
  home: Place,
  layout: LeadLayout,
): void {
  for (const place of places) {
    if (place === home || place.row.kind !== "COUNTRY") continue;
    const { baseline, lane } = place.row;
    const x = x1 + 8;
    layout.ties.push({
      type: "tie",
      id,
      x,
      top: Math.min(y, baseline),
      bottom: Math.max(y, baseline),
      weight: "bilateral",
      dashed: true,
    });
    layout.marks.push({
      type: "mark",
      id,
      lane,
      x,
      y: baseline,
      shape: "bar",
      r: RADIUS.OFFICIALS,
      width: PILL_MIN_WIDTH,
      style: "faint",
      strokes: 0,
      disputed: false,
      merged: [id],
      main: false,
    });
  }
}

/** From where it was to be, dashes lead to where it went: a day, a window, another event, or nowhere yet. */
function layPostponed(
  frame: Frame,
  row: number,
  layout: LeadLayout,
  slots: Map<number, number>,
): void {
  const { marks } = frame.columns;
  const places = placesOf(frame, row);
  const home = homeOf(frame, row, places);
  if (!home) return;
  const id = idOfMark(marks, row);
  const former = marks.formerEnd[row] ?? marks.formerStart[row];
  const successor = successorDays(frame, row);
  const target = daysOf(marks, row) ?? successor;
  if (former == null) {
    if (footingOf(marks, row) === "window") layWindow(frame, row, places, home, layout, slots);
    return;
  }
  const x1 = xOf(frame.viewport, former + 1) + 6;
  const x2 = target
    ? xOf(frame.viewport, target.first) - 6
    : Math.max(frame.edge - 20, knownX(frame) + 60);
  if (!isNear(frame, x1, x2) || x2 <= x1) return;
  const fades = target === null;
  layout.leads.push({ type: "lead", id, x1, x2, y: home.row.baseline, fades });
  if (!target || successor) return;
  const footing = footingOf(marks, row);
  const end = xOf(frame.viewport, target.last + 1);
  if (footing === "window")
    layout.spans.push({
      type: "span",
      id,
      x1: x2 + 6,
      x2: end,
      y: home.row.baseline,
      opens: true,
      closes: marks.end[row] != null,
      dashed: true,
    });
  else layHead(frame, row, (x2 + 6 + end) / 2, home.row.baseline, places, home, layout);
}

function successorDays(frame: Frame, row: number): { first: number; last: number } | null {
  const { marks } = frame.columns;
  const slug = marks.rescheduledTo[row];
  if (slug == null) return null;
  const next = frame.known.marks.find((other) => marks.slug[other] === slug);
  return next === undefined ? null : daysOf(marks, next);
}
