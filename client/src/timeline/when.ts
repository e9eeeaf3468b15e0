import type { MarkColumns } from "./columns.ts";
import { civilOf, type Day, shortMonthName, shortRange } from "./day.ts";

/** How firmly a mark stands on the axis: on its days, somewhere in a span, in a window, or nowhere. */
export type Footing = "days" | "span" | "window" | "open";

/** What may be drawn of a mark's date. Only days that somebody gave make a footing of `days`. */
export function footingOf(marks: MarkColumns, row: number): Footing {
  const start = marks.start[row] ?? null;
  const end = marks.end[row] ?? null;
  if (start === null && end === null) return "open";
  if (!marks.fixed[row]) return "window";
  const precision = marks.precision[row];
  if (precision === "DAY") return "days";
  if (precision === "INTERVAL") return start === null || end === null ? "window" : "days";
  return marks.status[row] === "HELD" ? "span" : "window";
}

/** The days a mark covers, an open end closed by the other. Null when it has neither. */
export function daysOf(marks: MarkColumns, row: number): { first: Day; last: Day } | null {
  const first = marks.start[row] ?? marks.end[row];
  const last = marks.end[row] ?? marks.start[row];
  return first == null || last == null ? null : { first, last };
}

/** The date as a mark's label says it: `17 Jan`, `22–24 Oct`, `Jan 2025`, `2026, date not fixed`. */
export function shortWhen(marks: MarkColumns, row: number): string {
  const status = marks.status[row];
  const footing = footingOf(marks, row);
  const days = daysOf(marks, row);
  if (status === "CANCELLED") return "cancelled";
  if (status === "POSTPONED") return days ? `postponed, ${marks.whenText[row]}` : "postponed";
  if (footing === "open" || !days) return "date not fixed";
  if (footing === "window") return marks.whenText[row] ?? "date not fixed";
  const text = marks.whenText[row] ?? "";
  const about = text.startsWith("about ") ? "about " : "";
  if (footing === "days") return about + shortRange(days.first, days.last);
  const { year, month } = civilOf(days.first);
  return (
    about + (marks.precision[row] === "MONTH" ? `${shortMonthName(month)} ${year}` : `${year}`)
  );
}
