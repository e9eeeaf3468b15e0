/** A civil day, counted from 1970-01-01 (day 0). Never a moment: it has no time and no time zone. */
export type Day = number;

/** A day of the proleptic Gregorian calendar; `month` runs from 1 to 12. */
export interface CivilDate {
  year: number;
  month: number;
  day: number;
}

const LONG_MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const DAYS_IN_ERA = 146097;
const MONTHS_IN_YEAR = 12;

/** The day number of a date. Months out of range carry into the year, so `month: 13` is January. */
export function dayOfCivil({ year, month, day }: CivilDate): Day {
  const months = year * MONTHS_IN_YEAR + (month - 1);
  const civilYear = Math.floor(months / MONTHS_IN_YEAR);
  const civilMonth = months - civilYear * MONTHS_IN_YEAR + 1;
  // Years begin in March here, so that the leap day is the last day of its year.
  const shifted = civilMonth > 2 ? civilYear : civilYear - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const monthFromMarch = (civilMonth + 9) % 12;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - 719468;
}

/** The date of a day; a fraction of a day belongs to the day it began in. */
export function civilOf(day: Day): CivilDate {
  const fromEra = Math.floor(day) + 719468;
  const era = Math.floor(fromEra / DAYS_IN_ERA);
  const dayOfEra = fromEra - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** `2025-01-17` as a day. Throws when the text is no date of the calendar. */
export function dayOf(iso: string): Day {
  const parts = /^(-?\d{4,})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) throw new RangeError(`Not a date: ${iso}`);
  const day = dayOfCivil({
    year: Number(parts[1]),
    month: Number(parts[2]),
    day: Number(parts[3]),
  });
  if (isoOf(day) !== iso) throw new RangeError(`No such day: ${iso}`);
  return day;
}

/** A day as `2025-01-17`. */
export function isoOf(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const sign = year < 0 ? "-" : "";
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  return `${sign}${pad(Math.abs(year), 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/** `January` for 1. */
export function monthName(month: number): string {
  return LONG_MONTHS[month - 1] ?? "";
}

/** `Jan` for 1; `Sep`, never `Sept`. */
export function shortMonthName(month: number): string {
  return monthName(month).slice(0, 3);
}

/** `17 January 2025`, as prose writes it. */
export function longDate(day: Day): string {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${dayOfMonth} ${monthName(month)} ${year}`;
}

/** `17 Jan 2025`, as flags and bars write it. */
export function shortDate(day: Day): string {
  return `${dayAndMonth(day)} ${civilOf(day).year}`;
}

/** `17 Jan`, as marks write it where the axis tells the year. */
export function dayAndMonth(day: Day): string {
  const { month, day: dayOfMonth } = civilOf(day);
  return `${dayOfMonth} ${shortMonthName(month)}`;
}

/** `22–24 Oct`, or `31 Aug – 1 Sep` across two months. Both ends belong to the range. */
export function shortRange(first: Day, last: Day): string {
  if (first === last) return dayAndMonth(first);
  const start = civilOf(first);
  const end = civilOf(last);
  if (start.month === end.month && start.year === end.year)
    return `${start.day}–${end.day} ${shortMonthName(end.month)}`;
  return `${dayAndMonth(first)} – ${dayAndMonth(last)}`;
}

/** First day of the month that `months` months later (earlier when negative) holds the day. */
export function monthStart(day: Day, months = 0): Day {
  const { year, month } = civilOf(day);
  return dayOfCivil({ year, month: month + months, day: 1 });
}

/** The same day so many months later, or the last of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const first = monthStart(day, months);
  const lastOfMonth = monthStart(day, months + 1) - 1;
  return Math.min(first + civilOf(day).day - 1, lastOfMonth);
}
