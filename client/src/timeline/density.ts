import { civilOf, type Day, dayOfCivil } from "./day.ts";
import { type Frame, isNear } from "./frame.ts";
import type { ColumnShape, MarkShape } from "./scene.ts";
import { pxPerMonth, type Viewport, xOf } from "./viewport.ts";
import { daysOf } from "./when.ts";

/** Bins of a month each where it is at least 4 px wide, else of a quarter, else of a year. */
export function binMonths(viewport: Viewport): number {
  const month = pxPerMonth(viewport);
  if (month >= 4) return 1;
  return month >= 1.2 ? 3 : 12;
}

/** A drawing from far away. */
export interface DensityLayout {
  columns: ColumnShape[];
  marks: MarkShape[];
}

/**
 * Ink columns: how much happened, or is planned, in each bin of each lane, scaled by the lane's fullest bin. Forums meet
 * too seldom for columns: each bin of theirs is a small diamond.
 */
export function layDensity(frame: Frame): DensityLayout {
  const step = binMonths(frame.viewport);
  const counts = new Map<string, { lane: number; bin: number; planned: boolean; count: number }>();
  const { marks } = frame.columns;
  for (const row of frame.known.marks) {
    const days = daysOf(marks, row);
    if (!days) continue;
    const { year, month } = civilOf(days.first);
    const bin = Math.floor((year * 12 + month - 1) / step);
    const planned = marks.status[row] !== "HELD";
    for (const lane of marks.lanes[row] ?? []) {
      const key = `${lane}:${bin}:${planned}`;
      const entry = counts.get(key);
      if (entry) entry.count++;
      else counts.set(key, { lane, bin, planned, count: 1 });
    }
  }
  const fullest = new Map<number, number>();
  for (const { lane, count } of counts.values())
    fullest.set(lane, Math.max(fullest.get(lane) ?? 0, count));
  const layout: DensityLayout = { columns: [], marks: [] };
  for (const { lane, bin, planned, count } of counts.values()) {
    const row = frame.stack.rowOf[lane];
    const x1 = xOf(frame.viewport, dayOfCivil({ year: 0, month: bin * step + 1, day: 1 }));
    const x2 = xOf(frame.viewport, dayOfCivil({ year: 0, month: (bin + 1) * step + 1, day: 1 }));
    if (!row || !isNear(frame, x1, x2)) continue;
    const id = idOfBin(lane, bin);
    if (row.kind === "FORUM") {
      layout.marks.push(diamond(id, lane, (x1 + x2) / 2, row.baseline, planned));
      continue;
    }
    const room = row.height - 12;
    const bottom = row.top + row.height - 4;
    const height = Math.max(2, (room * count) / (fullest.get(lane) ?? 1));
    layout.columns.push({
      type: "column",
      id,
      lane,
      x1,
      x2,
      top: bottom - height,
      bottom,
      planned,
      count,
    });
  }
  return layout;
}

function diamond(id: string, lane: number, x: number, y: number, planned: boolean): MarkShape {
  return {
    type: "mark",
    id,
    lane,
    x,
    y,
    shape: "diamond",
    r: 2.2,
    width: 8,
    style: planned ? "hollow" : "filled",
    strokes: 0,
    disputed: false,
    merged: [id],
    main: true,
  };
}

/** The id of a bin of a lane. */
function idOfBin(lane: number, bin: number): string {
  return `bin:${lane}:${bin}`;
}

/** What a bin stands for: its lane, its days and how many facts it holds. Null when the id names none. */
export function binOf(
  frame: Pick<Frame, "columns" | "known">,
  id: string,
  step: number,
): { lane: number; first: Day; last: Day; count: number } | null {
  const [, lane = -1, bin = 0] = (/^bin:(\d+):(-?\d+)$/.exec(id) ?? []).map(Number);
  if (lane < 0) return null;
  const first = dayOfCivil({ year: 0, month: bin * step + 1, day: 1 });
  const last = dayOfCivil({ year: 0, month: (bin + 1) * step + 1, day: 1 }) - 1;
  const { marks } = frame.columns;
  const count = frame.known.marks.filter((row) => {
    const days = daysOf(marks, row);
    return days && days.first >= first && days.first <= last && marks.lanes[row]?.includes(lane);
  }).length;
  return { lane, first, last, count };
}
