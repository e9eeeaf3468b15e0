import type { Known, TimelineColumns } from "./columns.ts";
import type { LaneRow, LaneStack } from "./lanes.ts";
import type { Measure } from "./scene.ts";
import { pxPerDay, type Viewport, xOf } from "./viewport.ts";

/** Everything that a drawing follows from. */
export interface Frame {
  columns: TimelineColumns;
  known: Known;
  stack: LaneStack;
  viewport: Viewport;
  /** Right edge of the plot, px; beyond `viewport.width` by the padding at its end. */
  edge: number;
  /** What the reader selected: `event:slug`, `session:slug`, `agreement:slug` or null. */
  selected: string | null;
  /** Ids that a story pins: key events. */
  pinned: ReadonlySet<string>;
  measure: Measure;
}

/** Px on either side of the plot that a drawing also covers, so that panning uncovers finished work. */
export const MARGIN = 240;

/**
 * The same frame with only those marks known whose days touch the plot or its margin, or that have none. A tight loop
 * over the columns, so that whatever follows costs what is on screen.
 */
export function nearFrame(frame: Frame): Frame {
  const { start, end, formerStart, formerEnd, fixed } = frame.columns.marks;
  const marginDays = MARGIN / pxPerDay(frame.viewport);
  const first = frame.viewport.from - marginDays;
  const last = frame.viewport.to + marginDays;
  const marks = frame.known.marks.filter((row) => {
    const from = start[row] ?? end[row] ?? formerStart[row] ?? formerEnd[row];
    const to = end[row] ?? start[row] ?? formerEnd[row] ?? formerStart[row];
    // What is not fixed is drawn from the knowledge line on, wherever its window began.
    if (from == null || to == null || fixed[row] === false) return true;
    const before = formerStart[row] ?? formerEnd[row];
    return (from <= last && to >= first) || (before != null && before <= last && to >= first);
  });
  return { ...frame, known: { ...frame.known, marks } };
}

/** Where knowledge ends: all that became known on the day lies left of it. */
export function knownX(frame: Frame): number {
  return xOf(frame.viewport, frame.known.day + 1);
}

/** Whether px from `x1` to `x2` touch the plot or its margin. */
export function isNear(frame: Frame, x1: number, x2: number): boolean {
  return x2 >= -MARGIN && x1 <= frame.edge + MARGIN;
}

/** A lane that a mark stands in, with the role it has there. */
export interface Place {
  row: LaneRow;
  role: string;
}

/** The lanes of a mark, in the order of the data: the first party first. */
export function placesOf(frame: Frame, mark: number): Place[] {
  const lanes = frame.columns.marks.lanes[mark] ?? [];
  const roles = frame.columns.marks.roles[mark] ?? [];
  return lanes.flatMap((lane, index) => {
    const row = frame.stack.rowOf[lane];
    return row ? [{ row, role: roles[index] ?? "PARTICIPANT" }] : [];
  });
}

/** The lane where a mark has its name and its button: a session's forum, an event's guest or first party. */
export function homeOf(frame: Frame, mark: number, places: Place[]): Place | undefined {
  const { of, kind } = frame.columns.marks;
  if (of[mark] === "SESSION") return places.find(({ row }) => row.kind === "FORUM") ?? places[0];
  if (kind[mark] === "VISIT") return places.find(({ role }) => role === "GUEST") ?? places[0];
  return places[0];
}
