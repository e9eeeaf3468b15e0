import { nearestTick, type TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { dayAt, pxPerDay, type Viewport } from "./viewport.ts";

/** Within this many px of a tick, the line snaps to it. */
const SNAP_PX = 6;

/** The day of knowledge for a line at `x`: whole days, snapped to a near tick, between the first tick and today. */
export function dayForLine(
  viewport: Viewport,
  x: number,
  ticks: TimelineColumns["ticks"],
  today: Day,
): Day {
  const day = Math.round(dayAt(viewport, x)) - 1;
  const snapped = nearestTick(ticks.day, day, SNAP_PX / pxPerDay(viewport)) ?? day;
  return Math.min(Math.max(snapped, firstDay(ticks, today)), today);
}

/** The first day one may travel to: that of the first fact. */
export function firstDay(ticks: TimelineColumns["ticks"], today: Day): Day {
  return Math.min(today, ...(ticks.day.length > 0 ? [ticks.day[0] ?? today] : [today]));
}

/** Today is not a journey: null stands for it. */
export function asKnown(day: Day, today: Day): Day | null {
  return day >= today ? null : day;
}
