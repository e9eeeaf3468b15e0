import { idOfBin } from "./bin.ts";
import { type Cells, cellAt, cellsOver, daysOfCell } from "./cell.ts";
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
  const cells = cellsOver(frame.viewport);
  const { exponent, first } = cells;
  const bins = cells.last - first + 1;
  const { held, planned } = countBins(frame, cells);
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
        const days = daysOfCell(first + bin, exponent);
        const x1 = xOf(frame.viewport, days.first);
        const x2 = xOf(frame.viewport, days.last + 1);
        const id = idOfBin(row.lane, first + bin, exponent);
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

/** Facts by lane and bin: one pass over the columns. Each counts in the cell of the day it is sorted by, as the API has it. */
function countBins(
  { columns, known }: Frame,
  { exponent, first, last }: Cells,
): { held: Uint32Array; planned: Uint32Array } {
  const bins = last - first + 1;
  const held = new Uint32Array(columns.lanes.length * bins);
  const planned = new Uint32Array(held.length);
  const { day, status, lanes } = columns.marks;
  for (const row of known.marks) {
    const sorted = day[row];
    if (sorted == null || status[row] === "CANCELLED") continue;
    const bin = cellAt(sorted, exponent) - first;
    if (bin < 0 || bin >= bins) continue;
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
