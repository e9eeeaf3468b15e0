import { civilOf, type Day, dayOfCivil } from "./day.ts";
import type { Frame } from "./frame.ts";
import type { LaneRow } from "./lanes.ts";
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
  const edges = binEdges(frame, step);
  const bins = edges.length - 1;
  const { held, planned } = countBins(frame, edges);
  const layout: DensityLayout = { columns: [], marks: [] };
  for (const row of frame.stack.rows) {
    if (row.kind === "AGREEMENT") continue;
    let fullest = 1;
    for (let bin = 0; bin < bins; bin++) {
      const at = row.lane * bins + bin;
      fullest = Math.max(fullest, held[at] ?? 0, planned[at] ?? 0);
    }
    for (let bin = 0; bin < bins; bin++)
      for (const isPlanned of [false, true]) {
        const count = (isPlanned ? planned : held)[row.lane * bins + bin] ?? 0;
        if (count === 0) continue;
        const first = edges[bin] ?? 0;
        const x1 = xOf(frame.viewport, first);
        const x2 = xOf(frame.viewport, edges[bin + 1] ?? first);
        const id = idOfBin(row.lane, monthOf(first) / step);
        if (row.kind === "FORUM")
          layout.marks.push(diamond(id, row.lane, (x1 + x2) / 2, row.baseline, isPlanned));
        else layout.columns.push(column(id, row, x1, x2, count / fullest, isPlanned, count));
      }
  }
  return layout;
}

/** Room (px) that a lane keeps free above its highest column and under all of them. */
const ABOVE = 8;
const UNDER = 4;
const LOWEST = 2;

function column(
  id: string,
  row: LaneRow,
  x1: number,
  x2: number,
  share: number,
  planned: boolean,
  count: number,
): ColumnShape {
  const bottom = row.top + row.height - UNDER;
  const top = bottom - Math.max(LOWEST, (row.height - ABOVE - UNDER) * share);
  return { type: "column", id, lane: row.lane, x1, x2, top, bottom, planned, count };
}

function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** First days of the bins that touch the plot, and of the one after them. */
function binEdges({ viewport }: Frame, step: number): Day[] {
  const edges: Day[] = [];
  let month = Math.floor(monthOf(viewport.from) / step) * step;
  do {
    edges.push(dayOfCivil({ year: 0, month: month + 1, day: 1 }));
    month += step;
  } while ((edges[edges.length - 1] ?? 0) <= viewport.to);
  edges.push(dayOfCivil({ year: 0, month: month + 1, day: 1 }));
  return edges;
}

/** Facts by lane and bin: one pass over the columns, which are sorted by start, so that the bin only moves on. */
function countBins(frame: Frame, edges: Day[]): { held: Uint32Array; planned: Uint32Array } {
  const bins = edges.length - 1;
  const held = new Uint32Array(frame.columns.lanes.length * bins);
  const planned = new Uint32Array(held.length);
  const { start, end, status, lanes } = frame.columns.marks;
  const from = edges[0] ?? 0;
  const to = edges[bins] ?? 0;
  let bin = 0;
  for (const row of frame.known.marks) {
    const day = start[row] ?? end[row];
    if (day == null || day < from || day >= to) continue;
    while (bin > 0 && day < (edges[bin] ?? 0)) bin--;
    while (day >= (edges[bin + 1] ?? to)) bin++;
    const counts = status[row] === "HELD" ? held : planned;
    for (const lane of lanes[row] ?? []) {
      const at = lane * bins + bin;
      counts[at] = (counts[at] ?? 0) + 1;
    }
  }
  return { held, planned };
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
    count: 1,
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
