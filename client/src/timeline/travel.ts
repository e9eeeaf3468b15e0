import { nearestTick, neighbourTick, type TimelineColumns } from "./columns.ts";
import { addMonths, type Day } from "./day.ts";
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

/** Arrows a day, Shift a week, Page a month, brackets the next change, Home the first fact, End or 0 the latest. */
export function dayForKey(
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  day: Day,
  first: Day,
  today: Day,
  ticks: Day[],
): Day | null {
  const step = shiftKey ? 7 : 1;
  if (key === "ArrowLeft" || key === "ArrowDown") return day - step;
  if (key === "ArrowRight" || key === "ArrowUp") return day + step;
  if (key === "PageDown") return addMonths(day, -1);
  if (key === "PageUp") return addMonths(day, 1);
  if (key === "[") return neighbourTick(ticks, day, -1) ?? first;
  if (key === "]") return neighbourTick(ticks, day, 1) ?? today;
  if (key === "Home") return first;
  return key === "End" || key === "0" ? today : null;
}
