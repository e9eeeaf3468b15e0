import { type EventKind, idOfMark } from "./columns.ts";
import { type Frame, homeOf, isNear, type Place, placesOf } from "./frame.ts";
import type { MarkShape, RangeShape, SpanShape, TieShape } from "./scene.ts";
import { HOST_BAR, PILL_MIN_WIDTH, RADIUS, type ShapeName, shapeOf } from "./shapes.ts";
import { pxPerDay, xOf } from "./viewport.ts";
import { daysOf, footingOf } from "./when.ts";

/** Marks that stand on their days, with what joins them. */
export interface MarkLayout {
  ties: TieShape[];
  ranges: RangeShape[];
  spans: SpanShape[];
  marks: MarkShape[];
}

/** Marks nearer than this (px) merge into one. */
export const MERGE_PX = 6;

/** Lays out every known mark that has days or a span; what has no date is a lead. */
export function layMarks(frame: Frame): MarkLayout {
  const layout: MarkLayout = { ties: [], ranges: [], spans: [], marks: [] };
  for (const row of frame.known.marks) {
    const footing = footingOf(frame.columns.marks, row);
    if (frame.columns.marks.status[row] === "POSTPONED") layFormer(frame, row, layout);
    else if (footing === "days") layDays(frame, row, layout);
    else if (footing === "span") laySpan(frame, row, layout);
  }
  merge(frame, layout);
  return layout;
}

function layDays(frame: Frame, row: number, layout: MarkLayout): void {
  const days = daysOf(frame.columns.marks, row);
  if (!days) return;
  const x1 = xOf(frame.viewport, days.first);
  const x2 = xOf(frame.viewport, days.last + 1);
  if (!isNear(frame, x1, x2)) return;
  placeMarks(frame, row, x1, x2, layout);
}

/** A postponed event stands, struck through, where it was to be. */
function layFormer(frame: Frame, row: number, layout: MarkLayout): void {
  const { marks } = frame.columns;
  const first = marks.formerStart[row] ?? marks.formerEnd[row];
  const last = marks.formerEnd[row] ?? marks.formerStart[row];
  if (first == null || last == null) return;
  const x1 = xOf(frame.viewport, first);
  const x2 = xOf(frame.viewport, last + 1);
  if (isNear(frame, x1, x2)) placeMarks(frame, row, x1, x2, layout);
}

function placeMarks(frame: Frame, row: number, x1: number, x2: number, layout: MarkLayout): void {
  const { marks } = frame.columns;
  const id = idOfMark(marks, row);
  const places = placesOf(frame, row);
  const home = homeOf(frame, row, places);
  const x = (x1 + x2) / 2;
  const status = marks.status[row];
  const kind = marks.kind[row] ?? "OTHER";
  const session = marks.of[row] === "SESSION";
  for (const place of places) {
    const { shape, r } = figureOf(frame, row, place, kind, session);
    const width = Math.max(x2 - x1, shape === "pill" ? PILL_MIN_WIDTH : HOST_BAR.width);
    if (shape !== "pill" && shape !== "bar" && x2 - x1 > 2 * r + 6)
      layout.ranges.push({ type: "range", id, x1, x2, y: place.row.baseline });
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
      main: place === home,
    });
  }
  layout.ties.push(...tiesOf(id, x, places, session || kind === "SUMMIT", status !== "HELD"));
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
    ties.push({ type: "tie", id, x, top, bottom, weight: summit ? "summit" : "bilateral", dashed });
  if (countries.length > 0 && forums.length > 0)
    ties.push({
      type: "tie",
      id,
      x,
      top: bottom,
      bottom: Math.max(...forums),
      weight: "carried",
      dashed,
    });
  return ties;
}

/** What was held on a day nobody named: a solid span over the days it allows, no dot. */
function laySpan(frame: Frame, row: number, layout: MarkLayout): void {
  const days = daysOf(frame.columns.marks, row);
  if (!days) return;
  const x1 = xOf(frame.viewport, days.first);
  const x2 = xOf(frame.viewport, days.last + 1);
  if (!isNear(frame, x1, x2)) return;
  const id = idOfMark(frame.columns.marks, row);
  const places = placesOf(frame, row);
  // At a zoom where the whole span is narrower than a mark, it is a mark.
  if (pxPerDay(frame.viewport) * (days.last + 1 - days.first) < PILL_MIN_WIDTH) {
    placeMarks(frame, row, x1, x2, layout);
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

const KIND_RANK: EventKind[] = ["VISIT", "SUMMIT", "SIGNING", "MEETING", "TALKS", "INAUGURATION"];

/** Merges, lane by lane, marks nearer than 6 px. Sessions stay: they are named in their forum's lane. */
function merge(frame: Frame, layout: MarkLayout): void {
  const rank = rankOf(frame);
  const lanes = new Map<number, MarkShape[]>();
  const kept: MarkShape[] = [];
  for (const mark of layout.marks) {
    if (mark.id.startsWith("session:")) kept.push(mark);
    else lanes.set(mark.lane, [...(lanes.get(mark.lane) ?? []), mark]);
  }
  const gone = new Map<string, number>();
  for (const marks of lanes.values()) {
    marks.sort((a, b) => a.x - b.x);
    let group: MarkShape[] = [];
    const close = () => {
      const [best, ...rest] = group.sort((a, b) => rank(a.id) - rank(b.id));
      if (!best) return;
      kept.push({ ...best, merged: [best.id, ...rest.map((mark) => mark.id)] });
      for (const mark of rest) gone.set(mark.id, (gone.get(mark.id) ?? 0) + 1);
      group = [];
    };
    for (const mark of marks) {
      if (group[0] && mark.x - group[0].x >= MERGE_PX) close();
      group.push(mark);
    }
    close();
  }
  const left = new Set(kept.map((mark) => mark.id));
  layout.ties = layout.ties.filter((tie) => left.has(tie.id) || !gone.has(tie.id));
  layout.ranges = layout.ranges.filter(({ id }) => left.has(id));
  layout.marks = kept;
}

/** The order in which events may stand for those merged with them. */
function rankOf(frame: Frame): (id: string) => number {
  const { marks } = frame.columns;
  const ranks = new Map<string, number>();
  for (const row of frame.known.marks) {
    const id = idOfMark(marks, row);
    const level = { LEADERS: 0, MINISTERS: 1, OFFICIALS: 2 }[marks.level[row] ?? "OFFICIALS"];
    const kind = KIND_RANK.indexOf(marks.kind[row] ?? "OTHER");
    const chosen = id === frame.selected ? -100 : frame.pinned.has(id) ? -50 : 0;
    ranks.set(id, chosen + level * 10 + (kind < 0 ? KIND_RANK.length : kind));
  }
  return (id) => ranks.get(id) ?? 99;
}
