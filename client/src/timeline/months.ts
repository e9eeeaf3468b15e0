import { civilOf, type Day, monthName } from "./day.ts";

/** Rows of a few neighbouring months under one heading. */
export interface Months<Row> {
  heading: string;
  rows: Row[];
}

/** Neighbouring months share a heading while they are this near and few. */
const NEAR_MONTHS = 2;
const FEW_ROWS = 3;

/** Rows in the order of their days, by month. */
export function byMonths<Row extends { day: Day }>(rows: Row[]): Months<Row>[] {
  const months: { month: number; rows: Row[] }[] = [];
  for (const row of rows) {
    const month = monthOf(row.day);
    const current = months[months.length - 1];
    if (current?.month === month) current.rows.push(row);
    else months.push({ month, rows: [row] });
  }
  const groups: { first: number; last: number; rows: Row[] }[] = [];
  for (const { month, rows: own } of months) {
    const current = groups[groups.length - 1];
    const joins =
      current &&
      month - current.last <= NEAR_MONTHS &&
      current.rows.length + own.length <= FEW_ROWS;
    if (current && joins) {
      current.last = month;
      current.rows.push(...own);
    } else groups.push({ first: month, last: month, rows: [...own] });
  }
  return groups.map(({ first, last, rows: own }) => ({
    heading: headingOf(first, last),
    rows: own,
  }));
}

function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** `October 2024`, `April – May 2025`, `December 2024 – January 2025`. */
export function headingOf(first: number, last: number): string {
  const year = (month: number) => Math.floor(month / 12);
  const name = (month: number) => monthName((month % 12) + 1);
  if (first === last) return `${name(first)} ${year(first)}`;
  if (year(first) === year(last)) return `${name(first)} – ${name(last)} ${year(last)}`;
  return `${name(first)} ${year(first)} – ${name(last)} ${year(last)}`;
}
