import { Refusal } from "../refusal.ts";

/** A civil day, counted from 1970-01-01 (day 0), in the proleptic Gregorian calendar. No time of day, no time zone. */
export type Day = number;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Days from 0000-01-01 to 1970-01-01. */
const EPOCH = daysBefore(1970);

/** Whether a year has a 29 February. Year 0 is 1 BC, as in ISO 8601. */
export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month (1 to 12) of a year has; 0 for a month that does not exist. */
export function daysIn(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** The day with this year, month (1 to 12) and date. The caller has made sure that there is one. */
export function dayAt(year: number, month: number, date: number): Day {
  let day = daysBefore(year) - EPOCH + date - 1;
  for (let before = 1; before < month; before++) day += daysIn(year, before);
  return day;
}

/** A day as ISO 8601 text; null for none. */
export function isoIn(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}

/** The day of an ISO 8601 text; null for none. */
export function dayIn(text: string | null): Day | null {
  return text === null ? null : dayOf(text);
}

/** Year, month (1 to 12) and date of a day. */
export function civilOf(day: Day): { year: number; month: number; date: number } {
  // An average year is 365.2425 days; the guess is at most one year off, either way.
  let year = Math.floor((day + EPOCH) / 365.2425);
  while (daysBefore(year) - EPOCH > day) year--;
  while (daysBefore(year + 1) - EPOCH <= day) year++;
  let date = day - (daysBefore(year) - EPOCH) + 1;
  let month = 1;
  while (date > daysIn(year, month)) {
    date -= daysIn(year, month);
    month++;
  }
  return { year, month, date };
}

/** The day of an ISO text such as `2025-01-17`, for years -9999 to 9999. Refuses `INVALID_INPUT` otherwise. */
export function dayOf(iso: string): Day {
  const found = /^(-?\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!found || found[1] === "-0000") {
    throw new Refusal(
      "INVALID_INPUT",
      `"${iso}" is not a day. Write year, month and day, such as 2025-01-17.`,
    );
  }
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  refuseNoDay(iso, year, month, date);
  return dayAt(year, month, date);
}

/** Refuses `INVALID_INPUT` when the calendar has no such month or day, and says what it has. */
export function refuseNoDay(text: string, year: number, month: number, date: number): void {
  const days = daysIn(year, month);
  if (days === 0) {
    throw new Refusal("INVALID_INPUT", `"${text}" names no month: they go from 01 to 12.`);
  }
  if (date < 1 || date > days) {
    const name = `${yearText(year)}-${pad(month, 2)}`;
    throw new Refusal("INVALID_INPUT", `"${text}" names no day: ${name} goes from 01 to ${days}.`);
  }
}

/** The ISO text of a day: `2025-01-17`. */
export function isoOf(day: Day): string {
  const { year, month, date } = civilOf(day);
  return `${yearText(year)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The UTC civil day that a clock shows. */
export function today(clock: () => Date): Day {
  return Math.floor(clock().getTime() / 86_400_000);
}

/** Days from 0000-01-01 to the first day of a year. */
function daysBefore(year: number): number {
  return 365 * year + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
}

function yearText(year: number): string {
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, "0");
}
