import { type EventKind, idOfMark } from "./columns.ts";
import type { Day } from "./day.ts";
import { partsByWhole } from "./fold.ts";
import { type Frame, homeOf, isNear, type Place, placesOf } from "./frame.ts";
import { mergeMarks } from "./merge.ts";
import type { MarkShape, RangeShape, SpanShape, TieShape } from "./scene.ts";
import { HOST_BAR, PILL_MIN_WIDTH, RADIUS, type ShapeName, shapeOf } from "./shapes.ts";
import { type Share, spreadOf } from "./spread.ts";
import { levelOf, pxPerDay, xOf } from "./viewport.ts";
import { daysOf, footingOf } from "./when.ts";

/** Marks that stand on their days, with what joins them. */
export interface MarkLayout {
  ties: TieShape[];
  ranges: RangeShape[];
  spans: SpanShape[];
  marks: MarkShape[];
}

/** Lays out every known mark that has days or a span; what has no date is a lead. */
export function layMarks(frame: Frame): MarkLayout {
  const layout: MarkLayout = { ties: [], ranges: [], spans: [], marks: [] };
  const summits = summitsOf(frame);
  const parts = partsByWhole(frame);
  const folded = new Set([...parts.values()].flat());
  const spread = spreadOf(frame);
  for (const row of frame.known.marks) {
    if (folded.has(idOfMark(frame.columns.marks, row))) continue;
    const footing = footingOf(frame.columns.marks, row);
    const former = frame.columns.marks.status[row] === "POSTPONED";
    if (former || footing === "days") layDays(frame, row, layout, summits, spread.get(row));
    else if (footing === "span") laySpan(frame, row, layout, summits);
  }
  for (const mark of layout.marks) mark.merged.push(...(parts.get(mark.id) ?? []));
  mergeMarks(frame, layout);
  return layout;
}

/** What meets in a forum's lane, and when. */
interface Summit {
  lane: number;
  /** Whether leaders met, on whose sidelines others do; a round of talks is what meets. */
  leaders: boolean;
  first: Day;
  last: Day;
}

/** Sessions and summits known, each in its forum's lane: what happens on their sidelines is not drawn there again. */
function summitsOf(frame: Frame): Summit[] {
  const { marks } = frame.columns;
  return frame.known.marks.flatMap((row) => {
    const days = daysOf(marks, row);
    if (!days || !isSummit(frame, row)) return [];
    return placesOf(frame, row).flatMap(({ row: { kind, lane } }) =>
      kind === "FORUM" ? [{ lane, leaders: marks.level[row] === "LEADERS", ...days }] : [],
    );
  });
}

function isSummit({ columns: { marks } }: Frame, row: number): boolean {
  return marks.of[row] === "SESSION" || marks.kind[row] === "SUMMIT";
}

/** The lanes an event is drawn in: all of its own, but not that of the forum on whose sidelines it took place. */
function drawnPlaces(frame: Frame, row: number, summits: Summit[]): Place[] {
  const places = placesOf(frame, row);
  const days = standsOn(frame, row);
  if (!days || isSummit(frame, row)) return places;
  const kept = places.filter(
    ({ row: { lane } }) =>
      !summits.some(
        (summit) => summit.lane === lane && days.first <= summit.last && summit.first <= days.last,
      ),
  );
  return kept.length > 0 ? kept : places;
}

function layDays(
  frame: Frame,
  row: number,
  layout: MarkLayout,
  summits: Summit[],
  share: Share = { from: 0, to: 1 },
): void {
  const days = standsOn(frame, row);
  if (!days) return;
  const x1 = xOf(frame.viewport, days.first + share.from);
  const x2 = xOf(frame.viewport, days.last + share.to);
  if (!isNear(frame, x1, x2)) return;
  placeMarks(frame, row, x1, x2, layout, summits);
}

/** The days an event's mark stands on. A postponed one stands, struck through, where it was to be. */
function standsOn({ columns: { marks } }: Frame, row: number): { first: Day; last: Day } | null {
  if (marks.status[row] !== "POSTPONED") return daysOf(marks, row);
  const first = marks.formerStart[row] ?? marks.formerEnd[row];
  const last = marks.formerEnd[row] ?? marks.formerStart[row];
  return first == null || last == null ? null : { first, last };
}

function placeMarks(
  frame: Frame,
  row: number,
  x1: number,
  x2: number,
  layout: MarkLayout,
  summits: Summit[],
): void {
  const { marks } = frame.columns;
  const id = idOfMark(marks, row);
  const places = drawnPlaces(frame, row, summits);
  const home = homeOf(frame, row, places);
  const x = (x1 + x2) / 2;
  const status = marks.status[row];
  const kind = marks.kind[row] ?? "OTHER";
  const session = marks.of[row] === "SESSION";
  const days = daysOf(marks, row);
  const capped = levelOf(frame.viewport) === "days" && days !== null && days.last > days.first;
  for (const place of places) {
    const { shape, r } = figureOf(frame, row, place, kind, session);
    const width = Math.max(x2 - x1, shape === "pill" ? PILL_MIN_WIDTH : HOST_BAR.width);
    if (shape !== "pill" && shape !== "bar" && x2 - x1 > 2 * r + 6)
      layout.ranges.push({ type: "range", id, x1, x2, y: place.row.baseline, capped });
    layout.marks.push({
      type: "mark",
      id,
      lane: place.row.lane,
      x,
      y: place.row.baseline,
      shape,
      r,
      width,
      style: status === "HELD" ? "filled" : shape === "bar" ? "faint" : "hollow",
      strokes: shape === "bar" ? 0 : status === "POSTPONED" ? 1 : status === "CANCELLED" ? 2 : 0,
      disputed: marks.disputed[row] === true,
      merged: [id],
      count: 1,
      main: place === home,
    });
  }
  const tied = [...places, ...sessionPlaces(frame, row, places, summits)];
  layout.ties.push(...tiesOf(id, x, tied, session || kind === "SUMMIT", status !== "HELD"));
}

/** Where a round of talks is told as its forum's session: its tie goes on to that. */
function sessionPlaces(frame: Frame, row: number, drawn: Place[], summits: Summit[]): Place[] {
  const days = standsOn(frame, row);
  return placesOf(frame, row).filter(
    (place) =>
      !drawn.some(({ row: { lane } }) => lane === place.row.lane) &&
      summits.some(
        ({ lane, leaders, first, last }) =>
          lane === place.row.lane && !leaders && first === days?.first && last === days.last,
      ),
  );
}

/** Which shape a mark has in one of its lanes. A session of officials is their circle, of leaders a diamond. */
function figureOf(
  frame: Frame,
  row: number,
  { row: lane, role }: Place,
  kind: EventKind,
  session: boolean,
): { shape: ShapeName; r: number } {
  const level = frame.columns.marks.level[row] ?? "OFFICIALS";
  const r = RADIUS[level];
  // A hollow mark needs more room to read as one.
  const echo = RADIUS.OFFICIALS + (frame.columns.marks.status[row] === "HELD" ? -0.6 : 0.6);
  if (session && level !== "LEADERS") return { shape: "circle", r };
  if (session || kind === "SUMMIT")
    return { shape: "diamond", r: lane.kind === "FORUM" ? r - 0.8 : echo };
  if (kind === "VISIT") {
    if (role === "GUEST") return { shape: "pill", r };
    return role === "HOST" ? { shape: "bar", r } : { shape: "circle", r: RADIUS.OFFICIALS };
  }
  if (kind === "STATEMENT" && lane.kind === "FORUM") return { shape: "circle", r };
  return { shape: shapeOf(kind), r };
}

/** The line through an event's lanes: strong between countries, thin for summits, faint on to a forum's lane. */
export function tiesOf(
  id: string,
  x: number,
  places: Place[],
  summit: boolean,
  dashed: boolean,
): TieShape[] {
  const ys = (kind: "COUNTRY" | "FORUM") =>
    places.flatMap(({ row }) => (row.kind === kind ? [row.baseline] : []));
  const countries = ys("COUNTRY");
  const forums = ys("FORUM");
  const ties: TieShape[] = [];
  const top = Math.min(...countries);
  const bottom = Math.max(...countries);
  if (countries.length > 1)
    ties.push({
      type: "tie",
      id,
      x,
      top,
      bottom,
      weight: summit ? "summit" : "bilateral",
      dashed,
      merged: [id],
    });
  if (countries.length > 0 && forums.length > 0)
    ties.push({
      type: "tie",
      id,
      x,
      top: bottom,
      bottom: Math.max(...forums),
      weight: "carried",
      dashed,
      merged: [id],
    });
  return ties;
}

/** What was held on a day nobody named: a solid span over the days it allows, no dot. */
function laySpan(frame: Frame, row: number, layout: MarkLayout, summits: Summit[]): void {
  const days = daysOf(frame.columns.marks, row);
  if (!days) return;
  const x1 = xOf(frame.viewport, days.first);
  const x2 = xOf(frame.viewport, days.last + 1);
  if (!isNear(frame, x1, x2)) return;
  const id = idOfMark(frame.columns.marks, row);
  const places = drawnPlaces(frame, row, summits);
  // At a zoom where the whole span is narrower than a mark, it is a mark.
  if (pxPerDay(frame.viewport) * (days.last + 1 - days.first) < PILL_MIN_WIDTH) {
    placeMarks(frame, row, x1, x2, layout, summits);
    return;
  }
  for (const { row: lane } of places)
    layout.spans.push({
      type: "span",
      id,
      x1,
      x2,
      y: lane.baseline,
      opens: true,
      closes: true,
      dashed: false,
    });
  layout.ties.push(...tiesOf(id, (x1 + x2) / 2, places, true, true));
}
