import type { Day } from "./day.ts";

/**
 * The one home of days ⇄ pixels. `from` stands at x 0 and `to` at x `width` (CSS px, from the plot's left edge).
 * Both may be fractions of a day while a gesture runs.
 */
export interface Viewport {
  from: Day;
  to: Day;
  width: number;
}

/** Room after the last day shown, px. */
export const PAD_END = 20;

/** Days that a window may span. */
export const SHORTEST_SPAN = 2;
export const LONGEST_SPAN = 400 * 365.2425;

/** Mean days in a month, by which the levels of zoom are told apart. */
export const MONTH_DAYS = 365.2425 / 12;

/** Pixels that a day takes. */
export function pxPerDay({ from, to, width }: Viewport): number {
  return width / (to - from);
}

/** Pixels that a mean month takes. */
export function pxPerMonth(viewport: Viewport): number {
  return pxPerDay(viewport) * MONTH_DAYS;
}

/** Where a day begins. */
export function xOf(viewport: Viewport, day: Day): number {
  return (day - viewport.from) * pxPerDay(viewport);
}

/** The day (with its fraction) at an x. */
export function dayAt(viewport: Viewport, x: number): Day {
  return viewport.from + x / pxPerDay(viewport);
}

/** Moves the days by so many pixels: dragging right (positive) shows earlier days. */
export function pan(viewport: Viewport, px: number): Viewport {
  const days = px / pxPerDay(viewport);
  return { ...viewport, from: viewport.from - days, to: viewport.to - days };
}

/** Zooms by a factor (above 1: in) and keeps the day under `x` where it is, within the allowed spans. */
export function zoomAt(viewport: Viewport, x: number, factor: number): Viewport {
  const span = viewport.to - viewport.from;
  const wanted = Math.min(Math.max(span / factor, SHORTEST_SPAN), LONGEST_SPAN);
  const share = viewport.width === 0 ? 0.5 : x / viewport.width;
  const held = viewport.from + span * share;
  return { ...viewport, from: held - wanted * share, to: held + wanted * (1 - share) };
}

/** Shows the days from `first` to the end of `last` with some room (px) on either side. */
export function fitted(viewport: Viewport, first: Day, last: Day, roomPx = 40): Viewport {
  const room = Math.min(roomPx, viewport.width / 4);
  const span = Math.max(last + 1 - first, SHORTEST_SPAN);
  const daysPerPx = span / Math.max(viewport.width - 2 * room, 1);
  const from = first - room * daysPerPx;
  return { ...viewport, from, to: from + viewport.width * daysPerPx };
}

/** Between two views, `progress` from 0 to 1; spans change by a constant ratio so that zooming looks even. */
export function between(a: Viewport, b: Viewport, progress: number): Viewport {
  if (progress >= 1) return b;
  const spanA = a.to - a.from;
  const spanB = b.to - b.from;
  const span = spanA * (spanB / spanA) ** progress;
  // The point that stays still in a zoom moves linearly with the span; a pure pan moves evenly.
  const moved = Math.abs(spanB - spanA) < 1e-9 ? progress : (span - spanA) / (spanB - spanA);
  const from = a.from + (b.from - a.from) * moved;
  return { ...b, from, to: from + span };
}

/** The levels of zoom, by the pixels of a month: 12, 34 and 600 part them. */
export type Level = "density" | "marks" | "names" | "days";

/** What is drawn at this zoom. */
export function levelOf(viewport: Viewport): Level {
  const month = pxPerMonth(viewport);
  if (month < 12) return "density";
  if (month < 34) return "marks";
  return month <= 600 ? "names" : "days";
}

/** `22 months`, `83 years`, `12 days`: what the window spans. */
export function spanWords({ from, to }: Pick<Viewport, "from" | "to">): string {
  const days = Math.max(1, Math.round(to - from));
  const months = Math.round(days / MONTH_DAYS);
  if (days < 60) return days === 1 ? "1 day" : `${days} days`;
  if (months < 36) return `${months} months`;
  return `${Math.round(months / 12)} years`;
}
