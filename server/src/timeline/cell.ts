// Time in cells, for views from far away: 2^n days long and counted from 1970-01-01, so that a cell is the same whoever asks and whatever
// window it is seen in, and two cells make one of the next size.
//
//   day       0       4       8      12      16
//   4 days    |  0    |  1    |  2    |  3    |
//   8 days    |       0       |       1       |
import type { Day } from "../when/day.ts";

/** Of which size cells are: the exponent of their length in days, and the first and last that a window touches. */
export interface Cells {
  exponent: number;
  first: number;
  last: number;
}

/** The smallest cells of which at most `most` touch the days from `from` to `to`. */
export function cellsOf(from: Day, to: Day, most: number): Cells {
  let exponent = 0;
  // By division, not by shifts, which would cut days to 32 bits.
  const at = (day: Day) => Math.floor(day / 2 ** exponent);
  while (at(to) - at(from) + 1 > most && exponent < 30) exponent += 1;
  return { exponent, first: at(from), last: at(to) };
}

/** First and last day of a run of cells. */
export function daysOf({ exponent, first, last }: Cells): { from: Day; to: Day } {
  return { from: first * 2 ** exponent, to: (last + 1) * 2 ** exponent - 1 };
}
