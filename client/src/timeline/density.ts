import { civilOf, dayOfCivil } from "./day.ts";
import { type Frame, isNear } from "./frame.ts";
import type { ColumnShape } from "./scene.ts";
import { pxPerMonth, xOf } from "./viewport.ts";
import { daysOf } from "./when.ts";

/** Bins of a month each where it is at least 4 px wide, else of a quarter, else of a year. */
export function binMonths(frame: Frame): number {
  const month = pxPerMonth(frame.viewport);
  if (month >= 4) return 1;
  return month >= 1.2 ? 3 : 12;
}

/** Ink columns: how much happened, or is planned, in each bin of each lane, scaled by the lane's fullest bin. */
export function layDensity(frame: Frame): ColumnShape[] {
  const step = binMonths(frame);
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
  const columns: ColumnShape[] = [];
  for (const { lane, bin, planned, count } of counts.values()) {
    const row = frame.stack.rowOf[lane];
    const x1 = xOf(frame.viewport, dayOfCivil({ year: 0, month: bin * step + 1, day: 1 }));
    const x2 = xOf(frame.viewport, dayOfCivil({ year: 0, month: (bin + 1) * step + 1, day: 1 }));
    if (!row || !isNear(frame, x1, x2)) continue;
    const room = row.height - 12;
    const bottom = row.top + row.height - 4;
    const height = Math.max(2, (room * count) / (fullest.get(lane) ?? 1));
    columns.push({
      type: "column",
      id: `bin:${lane}:${bin}`,
      lane,
      x1,
      x2,
      top: bottom - height,
      bottom,
      planned,
      count,
    });
  }
  return columns;
}
