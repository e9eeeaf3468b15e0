import type { EdtfDate, EdtfEnd } from "./edtf.ts";
import { readEdtf } from "./edtf.ts";
import type { When } from "./when.ts";

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** A date in English words: `17 January 2025`, `22–24 October 2024`, `about January 2025`, `date not fixed`. */
export function wordsOfWhen(when: When): string {
  if (when.edtf === null) return "date not fixed";
  const edtf = readEdtf(when.edtf);
  const words = "date" in edtf ? marked(edtf.date) : interval(edtf.start, edtf.end);
  return when.fixed ? words : `${words}, date not fixed`;
}

function interval(start: EdtfEnd, end: EdtfEnd): string {
  if (typeof start === "string") {
    const until = typeof end === "string" ? "" : `until ${marked(end)}`;
    return start === "" ? `${until}, beginning unknown` : until;
  }
  if (typeof end === "string") {
    return end === "" ? `from ${marked(start)}, end unknown` : `from ${marked(start)}`;
  }
  const plain = start.mark === "" && end.mark === "" && !isOpen(start) && !isOpen(end);
  return (plain && shortened(start, end)) || `${marked(start)} – ${marked(end)}`;
}

/** An interval that says its month or year once; null when its ends share too little. */
function shortened(start: EdtfDate, end: EdtfDate): string | null {
  if (start.date === null && start.month === null && end.month === null) {
    return start.year.startsWith("-") || end.year.startsWith("-")
      ? null
      : `${plainYear(start.year)}–${plainYear(end.year)}`;
  }
  if (start.year !== end.year || start.month === null || end.month === null) return null;
  if (start.date === null && end.date === null) {
    return `${monthName(start.month)}–${named({ ...end, date: null })}`;
  }
  if (start.date === null || end.date === null) return null;
  if (start.month === end.month) return `${Number(start.date)}–${named(end)}`;
  return `${Number(start.date)} ${monthName(start.month)} – ${named(end)}`;
}

function marked(date: EdtfDate): string {
  const words = named(date);
  if (date.mark === "~") return `about ${words}`;
  if (date.mark === "?") return `${words} (uncertain)`;
  return date.mark === "%" ? `about ${words} (uncertain)` : words;
}

function named({ year, month, date }: EdtfDate): string {
  if (year.endsWith("X")) {
    const [first, last] = [year.replaceAll("X", "0"), year.replaceAll("X", "9")];
    return `some year from ${plainYear(first)} to ${plainYear(last)}`;
  }
  if (month === null) return plainYear(year);
  if (month === "XX") return `some ${date === null ? "month" : "day"} in ${plainYear(year)}`;
  const monthOfYear = `${monthName(month)} ${plainYear(year)}`;
  if (date === null) return monthOfYear;
  return date === "XX" ? `some day in ${monthOfYear}` : `${Number(date)} ${monthOfYear}`;
}

function monthName(month: string): string {
  return MONTHS[Number(month) - 1] ?? month;
}

/** Year 0 is 1 BC, -1 is 2 BC: ISO 8601 counts a year 0, people do not. */
function plainYear(year: string): string {
  const number = Number(year);
  return number > 0 ? String(number) : `${1 - number} BC`;
}

function isOpen({ year, month, date }: EdtfDate): boolean {
  return year.endsWith("X") || month === "XX" || date === "XX";
}
