// Time in cells, for views from far away: 2^n days long and counted from 1970-01-01, so that a cell is the same whoever asks and whatever
// window it is seen in, and two cells make one of the next size. They are those of the API's `timelineDensity`, whose counts may stand in
// for those made here.
//
//   day       0       4       8      12      16
//   4 days    |  0    |  1    |  2    |  3    |
//   8 days    |       0       |       1       |
import type { Day } from "./day.ts";
import { pxPerDay, type Viewport } from "./viewport.ts";

/** A cell is drawn at least so wide, px; the next shorter one would be narrower. */
export const NARROWEST = 4;

/** Of which size cells are: the exponent of their length in days, and the first and last that a window touches. */
export interface Cells {
  exponent: number;
  first: number;
  last: number;
}

/** The shortest cells that are wide enough to be drawn, over a window. Panning never changes their length. */
export function cellsOver(viewport: Viewport): Cells {
  let exponent = 0;
  while (2 ** exponent * pxPerDay(viewport) < NARROWEST && exponent < 30) exponent += 1;
  const { from, to } = viewport;
  return { exponent, first: cellAt(from, exponent), last: cellAt(to, exponent) };
}

/** The cell that holds a day; negative before 1970. */
export function cellAt(day: Day, exponent: number): number {
  // By division, not by shifts, which would cut days to 32 bits.
  return Math.floor(day / 2 ** exponent);
}

/** First and last day of a cell. */
export function daysOfCell(cell: number, exponent: number): { first: Day; last: Day } {
  return { first: cell * 2 ** exponent, last: (cell + 1) * 2 ** exponent - 1 };
}
