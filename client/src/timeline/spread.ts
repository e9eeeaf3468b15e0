import type { Day } from "./day.ts";
import type { Frame } from "./frame.ts";
import { levelOf } from "./viewport.ts";
import { daysOf, footingOf } from "./when.ts";

/** The part of its day that a mark stands in, as shares from 0 to 1. */
export interface Share {
  from: number;
  to: number;
}

/**
 * At the level of days, what happened on one day in one lane stands side by side within it, in the order of the data: nobody gave an
 * hour. Answers by row; what is not there has its days to itself.
 */
export function spreadOf(frame: Frame): ReadonlyMap<number, Share> {
  const shares = new Map<number, Share>();
  if (levelOf(frame.viewport) !== "days") return shares;
  const { marks } = frame.columns;
  const byDay = new Map<Day, number[]>();
  for (const row of frame.known.marks) {
    const days = daysOf(marks, row);
    if (!days || days.first !== days.last || footingOf(marks, row) !== "days") continue;
    byDay.set(days.first, [...(byDay.get(days.first) ?? []), row]);
  }
  for (const rows of byDay.values()) {
    const taken: Set<number>[] = [];
    const slots = rows.map((row) => {
      const lanes = marks.lanes[row] ?? [];
      const free = taken.findIndex((used) => lanes.every((lane) => !used.has(lane)));
      const slot = free < 0 ? taken.length : free;
      taken[slot] ??= new Set();
      for (const lane of lanes) taken[slot]?.add(lane);
      return slot;
    });
    if (taken.length < 2) continue;
    for (const [index, row] of rows.entries()) {
      const from = (slots[index] ?? 0) / taken.length;
      shares.set(row, { from, to: from + 1 / taken.length });
    }
  }
  return shares;
}
