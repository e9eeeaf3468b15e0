// Own code rather than the npm package `edtf` (BSD-2-Clause, kept up): that one brings a parser generator and answers with
// JavaScript Dates in UTC milliseconds, while every date here is a civil day or less, and it must say what to write instead.
import { Refusal } from "../refusal.ts";
import type { Day } from "./day.ts";
import { dayAt, daysIn, refuseNoDay } from "./day.ts";

/** `~` about, `?` doubtful, `%` both, empty for a plain date. */
export type Mark = "" | "~" | "?" | "%";

/** A day, month or year as written: digits, with `X` for what is left open (`201X`, `2012-XX`, `2012-12-XX`). */
export interface EdtfDate {
  year: string;
  month: string | null;
  date: string | null;
  mark: Mark;
}

/** An end of an interval: a date, `..` for open, or empty for unknown. */
export type EdtfEnd = EdtfDate | ".." | "";

/** What an EDTF text says: one date, or from one to another. */
export type Edtf = { date: EdtfDate } | { start: EdtfEnd; end: EdtfEnd };

const DATE = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$/;
const EXAMPLES =
  "Write a day, month or year (2025-01-17, 2025-01 or 2025), with ~ for about or ? for doubtful, " +
  "or two of them with a slash (2024-10-22/2024-10-24, 2024-12-05/..).";

/**
 * Reads an EDTF text: ISO 8601-2 level 0 without times of day, and level 1 without seasons and years of more than four
 * digits. Refuses `INVALID_INPUT` with a sentence that says what to write.
 */
export function readEdtf(text: string): Edtf {
  const trimmed = text.trim();
  const ends = trimmed.split("/");
  const [first = "", second] = ends;
  if (ends.length > 2 || trimmed === "") throw refuse(trimmed);
  if (second === undefined) return { date: readDate(first) };
  const start = first === ".." || first === "" ? first : readDate(first);
  const end = second === ".." || second === "" ? second : readDate(second);
  if (typeof start === "string" && typeof end === "string") {
    throw new Refusal(
      "INVALID_INPUT",
      `"${trimmed}" says nothing: give one side a date, or leave the date out.`,
    );
  }
  if (typeof start !== "string" && typeof end !== "string" && firstDay(start) > lastDay(end)) {
    throw new Refusal(
      "INVALID_INPUT",
      `"${trimmed}" ends before it begins. Write the earlier date first: ${second}/${first}.`,
    );
  }
  return { start, end };
}

/** The one way to write it. `readEdtf` of the answer gives the same again. */
export function writeEdtf(edtf: Edtf): string {
  if ("date" in edtf) return writeDate(edtf.date);
  return [edtf.start, edtf.end].map((e) => (typeof e === "string" ? e : writeDate(e))).join("/");
}

/** The first day that a date allows. */
export function firstDay({ year, month, date }: EdtfDate): Day {
  const lowYear = Number(year.replaceAll("X", "0"));
  if (month === null || month === "XX") return dayAt(lowYear, 1, 1);
  return dayAt(lowYear, Number(month), date === null || date === "XX" ? 1 : Number(date));
}

/** The last day that a date allows. */
export function lastDay({ year, month, date }: EdtfDate): Day {
  const highYear = Number(year.replaceAll("X", "9"));
  if (month === null || month === "XX") return dayAt(highYear, 12, 31);
  const days = daysIn(highYear, Number(month));
  return dayAt(highYear, Number(month), date === null || date === "XX" ? days : Number(date));
}

function writeDate({ year, month, date, mark }: EdtfDate): string {
  return [year, month, date].filter((part) => part !== null).join("-") + mark;
}

function readDate(text: string): EdtfDate {
  const found = DATE.exec(text);
  const [, year = "", month = null, date = null, mark = ""] = found ?? [];
  // Level 1 leaves open only what stands at the end: 2012-XX-05 and 201X-05 say too little to be of use.
  const gap = (month === "XX" && date !== null && date !== "XX") || (year.endsWith("X") && month);
  if (!found || gap || year === "-0000") throw refuse(text);
  if (month !== null && month !== "XX") {
    if (Number(month) >= 21 && Number(month) <= 41) throw refuse(text);
    refuseNoDay(
      text,
      Number(year),
      Number(month),
      date === null || date === "XX" ? 1 : Number(date),
    );
  }
  return { year, month, date, mark: mark as Mark };
}

/** What to write for a date with its year last: both days, where each of the other two can be the month. */
function adviceOnOrder(text: string, [, one = "", other = "", year = ""]: string[]): string {
  const written = (month: string, date: string) => {
    const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(date) >= 1;
    if (!isDay || Number(date) > daysIn(Number(year), Number(month))) return [];
    return [`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`];
  };
  const days = [...new Set([...written(other, one), ...written(one, other)])];
  if (days.length === 2)
    return `"${text}" puts the year last, and can be read in two ways. Write ${days[0]} or ${days[1]}, whichever is meant.`;
  return `"${text}" puts the year last. Write ${days[0] ?? "year, month, day, such as 2025-01-17"}.`;
}

/** The refusal of a text, with the sentence that fits the commonest slips. */
function refuse(text: string): Refusal {
  return new Refusal("INVALID_INPUT", adviceOn(text), { facts: { text } });
}

function adviceOn(text: string): string {
  if (text === "") return `There is no date here. ${EXAMPLES}`;
  if (/^-?\d{4}-\d{2}-\d{2}[T ]/.test(text)) {
    return `"${text}" has a time of day, and dates here are whole days. Write ${text.slice(0, text.search(/[T ]/))}.`;
  }
  if (/^-?\d{4}-(2[1-9]|3\d|4[01])/.test(text)) {
    return `"${text}" is a season or part of a year, which does not name the same days everywhere. Write its months, such as 2024-03/2024-05.`;
  }
  if (/^Y|^-?\d{5,}/.test(text)) {
    return `"${text}" has a year of more than four digits. Years go from -9999 to 9999.`;
  }
  if (/^[[{].*[\]}]$/.test(text)) {
    return `"${text}" lists dates to choose from. Write the first and the last with a slash between, such as 2025-09-15/2025-09-16.`;
  }
  const yearLast = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (yearLast) return adviceOnOrder(text, yearLast);
  return `"${text}" is not a date that can be read. ${EXAMPLES}`;
}
