import type { Day } from "./day.ts";
import type { Frame } from "./frame.ts";
import { xOf } from "./viewport.ts";

/** When nothing was recorded for longer than this, nobody has looked. */
const UNCHECKED_DAYS = 31;

/**
 * The last day that the record speaks for: the day of knowledge, or that of the newest fact by then when it lies more than a month
 * back. What is drawn as lasting lasts until it. `ticks`: the days on which something became known, in order.
 */
export function horizonOf(ticks: readonly Day[], known: Day): Day {
  let [from, to] = [0, ticks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ticks[middle] ?? 0) <= known) from = middle + 1;
    else to = middle;
  }
  const newest = ticks[from - 1];
  return newest === undefined || known - newest <= UNCHECKED_DAYS ? known : newest;
}

/** Where the record ends, px: at the knowledge line, or left of it. */
export function horizonX({ columns, known, viewport }: Frame): number {
  return xOf(viewport, horizonOf(columns.ticks.day, known.day) + 1);
}
