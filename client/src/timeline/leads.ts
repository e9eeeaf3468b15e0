import { idOfMark } from "./columns.ts";
import { type Frame, homeOf, isNear, knownX, type Place, placesOf } from "./frame.ts";
import type { LaneRow } from "./lanes.ts";
import { echo, head } from "./leadmarks.ts";
import { layPostponed } from "./postponed.ts";
import type { LeadShape, MarkShape, SpanShape, TieShape } from "./scene.ts";
import { PILL_MIN_WIDTH } from "./shapes.ts";
import { xOf } from "./viewport.ts";
import { footingOf } from "./when.ts";

/** Plans without a date, and windows. */
export interface LeadLayout {
  leads: LeadShape[];
  spans: SpanShape[];
  ties: TieShape[];
  marks: MarkShape[];
  /** Where the name of each may begin, and on which side of the dashes. */
  anchors: LeadAnchor[];
}

/** The dashes that a name may stand over (side −1) or under (1). */
export interface LeadAnchor extends Ride {
  id: string;
  lane: LaneRow;
  x1: number;
  x2: number;
}

interface Ride {
  y: number;
  side: -1 | 1;
}

/** A plan that is not fixed, with the lanes it concerns. */
interface Plan {
  row: number;
  id: string;
  places: Place[];
  home: Place;
  ride: Ride;
}

/** The first lead starts this far (px) past the line, each other one step further. */
const FIRST_PX = 14;
const STEP_PX = 26;
/** A head stays this far from marks in its lanes, if that takes no more than so many steps. */
const CLEAR_PX = 15;
const MOST_STEPS = 6;
/** Tall lanes carry leads above the baseline, then below it; low lanes only on it. */
const RIDE_PX = 15;
const TALL_PX = 62;
/** Dashes end this far from the plot's end, and are at least so long. */
const END_PX = 20;
const LEAST_PX = 60;

/**
 * Lays out what is planned but not fixed: leads for what has no date, dashed spans for windows. They step over the `standing` marks
 * of plans that have a day.
 */
export function layLeads(frame: Frame, standing: readonly MarkShape[] = []): LeadLayout {
  const layout: LeadLayout = { leads: [], spans: [], ties: [], marks: [], anchors: [] };
  const slots = new Map<number, number>();
  const line = knownX(frame);
  // Those that start at the line share the room after it: the longest tie first, so that ties do not cross leads.
  const atLine: (Plan & { length: number })[] = [];
  for (const row of frame.known.marks) {
    const status = frame.columns.marks.status[row];
    if (status === "HELD") continue;
    const footing = footingOf(frame.columns.marks, row);
    if (status === "POSTPONED") layPostponed(frame, row, layout);
    if (status === "POSTPONED" || status === "CANCELLED") continue;
    if (footing !== "open" && footing !== "window") continue;
    const places = placesOf(frame, row);
    const home = homeOf(frame, row, places);
    if (!home) continue;
    const id = idOfMark(frame.columns.marks, row);
    const plan = { row, id, places, home, ride: rideOf(home.row, slots) };
    if (footing === "window" && !startsAtLine(frame, row)) layWindow(frame, plan, null, layout);
    else atLine.push({ ...plan, length: lengthOf(places) });
  }
  atLine.sort((a, b) => b.length - a.length || a.row - b.row);
  let next = 0;
  for (const plan of atLine) {
    const at = () => line + FIRST_PX + (plan.length > 0 ? next++ : 0) * STEP_PX;
    let x = at();
    for (
      let tries = 0;
      tries < MOST_STEPS && plan.length > 0 && isTaken(plan, x, standing);
      tries++
    )
      x = at();
    // "Some time from" a day that has passed says no more than no date at all.
    const isOpen = frame.columns.marks.end[plan.row] == null;
    if (!isOpen) layWindow(frame, plan, x, layout);
    else layOpen(frame, plan, x, layout);
  }
  return layout;
}

/** Whether a mark stands where a plan's head or echo would. */
function isTaken({ places }: Plan, x: number, standing: readonly MarkShape[]): boolean {
  const lanes = new Set(places.map(({ row }) => row.lane));
  return standing.some((mark) => lanes.has(mark.lane) && Math.abs(mark.x - x) < CLEAR_PX);
}

/** How far apart an event's countries are, px. */
function lengthOf(places: Place[]): number {
  const ys = places.flatMap(({ row }) => (row.kind === "COUNTRY" ? [row.baseline] : []));
  return ys.length > 1 ? Math.max(...ys) - Math.min(...ys) : 0;
}

/** Where in its lane the next lead rides. */
function rideOf(lane: LaneRow, slots: Map<number, number>): Ride {
  const slot = slots.get(lane.lane) ?? 0;
  slots.set(lane.lane, slot + 1);
  if (lane.height < TALL_PX) return { y: lane.baseline, side: -1 };
  return slot % 2 === 0
    ? { y: lane.baseline - RIDE_PX, side: -1 }
    : { y: lane.baseline + RIDE_PX, side: 1 };
}

/** No date at all: a hollow head past the line, and dashes that fade. */
function layOpen(frame: Frame, plan: Plan, x: number, layout: LeadLayout): void {
  const { id, ride, home } = plan;
  layout.marks.push(head(frame, plan.row, x, ride.y, home.row.lane));
  layEchoes(frame, plan, x, layout);
  const x2 = Math.max(frame.edge - END_PX, x + LEAST_PX);
  const x1 = x + PILL_MIN_WIDTH / 2 + 2;
  layout.leads.push({ type: "lead", id, x1, x2, y: ride.y, fades: true });
  layout.anchors.push({ id, lane: home.row, x1: x, x2: frame.edge, ...ride });
}

/** Whether what is left of a window begins at the knowledge line: it has no first day, or that has passed. */
function startsAtLine(frame: Frame, row: number): boolean {
  const { start, end } = frame.columns.marks;
  const last = end[row];
  if (last != null && last <= frame.known.day) return false;
  const first = start[row];
  return first == null || first <= frame.known.day;
}

/** A window: dashes from its first day, or from the line, to its last, or fading; ties at `tieX` or where it opens. */
function layWindow(frame: Frame, plan: Plan, tieX: number | null, layout: LeadLayout): void {
  const { marks } = frame.columns;
  const { row, id, ride, home } = plan;
  const first = marks.start[row] ?? null;
  const last = marks.end[row] ?? null;
  const opens = tieX === null && first !== null;
  const x1 = opens ? xOf(frame.viewport, first) : knownX(frame) + 2;
  const x2 =
    last === null ? Math.max(frame.edge - END_PX, x1 + LEAST_PX) : xOf(frame.viewport, last + 1);
  if (!isNear(frame, x1, x2)) return;
  const { y } = ride;
  if (last === null) layout.leads.push({ type: "lead", id, x1: x1 + 3, x2, y, fades: true });
  const closes = last !== null;
  const end = closes ? x2 : x1;
  layout.spans.push({ type: "span", id, x1, x2: end, y, opens, closes, dashed: true });
  layEchoes(frame, plan, Math.min(tieX ?? x1 + 8, Math.max(x1, x2 - 2)), layout);
  layout.anchors.push({ id, lane: home.row, x1, x2, ...ride });
}

/** The other countries of a plan, each with a faint bar and a dashed tie. A session is its forum's alone. */
function layEchoes(frame: Frame, plan: Plan, x: number, layout: LeadLayout): void {
  if (frame.columns.marks.of[plan.row] === "SESSION") return;
  const { y } = plan.ride;
  for (const place of plan.places) {
    if (place === plan.home || place.row.kind !== "COUNTRY") continue;
    const { baseline, lane } = place.row;
    layout.marks.push(echo(plan.id, x, baseline, lane));
    const [top, bottom] = [Math.min(y, baseline), Math.max(y, baseline)];
    layout.ties.push({
      type: "tie",
      id: plan.id,
      x,
      top,
      bottom,
      weight: "bilateral",
      dashed: true,
      merged: [plan.id],
    });
  }
}
