import { civilOf, type Day, dayOfCivil, shortMonthName } from "./day.ts";
import { pxPerDay, pxPerMonth, type Viewport, xOf } from "./viewport.ts";

/** A line of the axis at `x` px, with the words that stand right of it. Lines of weight `major` open a year. */
export interface Tick {
  x: number;
  day: Day;
  label: string | null;
  weight: "major" | "minor";
}

/** The axis: `upper` names years (months at the closest zoom) above `lower`. */
export interface Axis {
  upper: Tick[];
  lower: Tick[];
}

/** Room (px) that a year label keeps for itself. */
const YEAR_ROOM = 44;

/** The axis of a window; ticks begin one step before it, so that a label can hang in from the left. */
export function axisOf(viewport: Viewport): Axis {
  const month = pxPerMonth(viewport);
  if (month > 600) return { upper: months(viewport, 1, true), lower: days(viewport) };
  if (month >= 34) return { upper: years(viewport, 1), lower: months(viewport, 1, false) };
  if (month >= 12) return { upper: years(viewport, 1), lower: months(viewport, 3, false) };
  const step = yearStep(month * 12);
  if (step === 1) return { upper: years(viewport, 1), lower: quarters(viewport) };
  // From far away a line for every year named would be a fence: decades alone are strong.
  const upper = years(viewport, step).map((tick) =>
    civilOf(tick.day).year % (step < 10 ? 10 : step * 5) === 0
      ? tick
      : { ...tick, weight: "minor" as const },
  );
  return { upper, lower: upper.map((tick) => ({ ...tick, label: null })) };
}

/** Years between two labels, so that they do not touch: 1, 2, 5, 10, 20, … */
function yearStep(pxPerYear: number): number {
  for (let power = 1; ; power *= 10)
    for (const base of [1, 2, 5]) if (base * power * pxPerYear >= YEAR_ROOM) return base * power;
}

function years(viewport: Viewport, step: number): Tick[] {
  const first = Math.floor(civilOf(viewport.from).year / step) * step;
  const last = civilOf(viewport.to).year;
  const ticks: Tick[] = [];
  for (let year = first; year <= last; year += step) {
    const day = dayOfCivil({ year, month: 1, day: 1 });
    ticks.push({ x: xOf(viewport, day), day, label: String(year), weight: "major" });
  }
  return pinFirst(ticks, YEAR_ROOM);
}

/** Keeps the label of what began before the window at its left edge, unless the next one needs the room. */
function pinFirst(ticks: Tick[], roomPx: number): Tick[] {
  const [first, second] = ticks;
  if (!first || first.x >= 0) return ticks;
  if (second && second.x < roomPx) return ticks.slice(1);
  return [{ ...first, x: 0, weight: "minor" }, ...ticks.slice(1)];
}

function months(viewport: Viewport, step: number, withYear: boolean): Tick[] {
  const { year, month } = civilOf(viewport.from);
  const ticks: Tick[] = [];
  for (let number = month - ((month - 1) % step); ; number += step) {
    const day = dayOfCivil({ year, month: number, day: 1 });
    if (day > viewport.to) break;
    const date = civilOf(day);
    const name = shortMonthName(date.month);
    ticks.push({
      x: xOf(viewport, day),
      day,
      // No room for a name right of the last line.
      label: day >= viewport.to - 1 ? null : withYear ? `${name} ${date.year}` : name,
      weight: date.month === 1 || withYear ? "major" : "minor",
    });
  }
  if (withYear) return pinFirst(ticks, 72);
  return ticks.filter((tick) => tick.x >= 0 || step > 1);
}

function quarters(viewport: Viewport): Tick[] {
  return months(viewport, 3, false).map((tick) => ({ ...tick, label: null }));
}

/** Whether a day is one of every so many, counted anew from the first of each month; none stands close before the next first. */
function isCounted(day: Day, dayOfMonth: number, step: number): boolean {
  if (step === 1 || dayOfMonth === 1) return true;
  if (step === 2) return dayOfMonth % 2 === 1 && civilOf(day + 1).day !== 1;
  return dayOfMonth % step === 0 && civilOf(day + Math.ceil(step / 2)).day >= step;
}

function days(viewport: Viewport): Tick[] {
  const px = pxPerDay(viewport);
  const step = [1, 2, 5, 10].find((days) => days * px >= 26) ?? 10;
  const ticks: Tick[] = [];
  for (let day = Math.floor(viewport.from); day <= viewport.to; day++) {
    const { day: dayOfMonth } = civilOf(day);
    const x = xOf(viewport, day);
    if (x < 0 || !isCounted(day, dayOfMonth, step)) continue;
    ticks.push({ x, day, label: String(dayOfMonth), weight: dayOfMonth === 1 ? "major" : "minor" });
  }
  return ticks;
}
