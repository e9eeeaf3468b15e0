import { binMonths, dayOfMonth, idOfBin, monthOf } from "./bin.ts";
import type { Day } from "./day.ts";
import type { Frame } from "./frame.ts";
import type { LaneRow } from "./lanes.ts";
import type { ColumnShape, MarkShape, Primitive } from "./scene.ts";
import { xOf } from "./viewport.ts";

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
        const id = idOfBin(row.lane, monthOf(first) / step, step);
        if (row.kind === "FORUM")
          layout.marks.push(diamond(id, row.lane, (x1 + x2) / 2, row.baseline, isPlanned));
        else layout.columns.push(column(id, row, x1, x2, count / fullest, isPlanned, count));
      }
  }
  return layout;
}

/** How many facts each bin drawn holds, by its id. */
export function countsOf(primitives: Primitive[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of primitives)
    if (one.type === "column") counts.set(one.id, (counts.get(one.id) ?? 0) + one.count);
    else if (one.type === "mark" && !counts.has(one.id)) counts.set(one.id, 1);
  return counts;
}

/** Room (px) that a lane keeps free above its highest column. */
const ABOVE = 8;
/** Where the line runs through a lane's middle, columns stand on its foot: so much (px) above its end. */
const UNDER = 6;
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
  const bottom = Math.max(row.baseline, row.top + row.height - UNDER);
  const top = bottom - Math.max(LOWEST, (bottom - row.top - ABOVE) * share);
  return { type: "column", id, lane: row.lane, x1, x2, top, bottom, planned, count };
}

/** First days of the bins that touch the plot, and of the one after them. */
function binEdges({ viewport }: Frame, step: number): Day[] {
  const edges: Day[] = [];
  let month = Math.floor(monthOf(viewport.from) / step) * step;
  do {
    edges.push(dayOfMonth(month));
    month += step;
  } while ((edges[edges.length - 1] ?? 0) <= viewport.to);
  edges.push(dayOfMonth(month));
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
    if (day == null || day < from || day >= to || status[row] === "CANCELLED") continue;
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
