// What an editor writes as a date, in several shapes, as EDTF. Pure.
import { type Day, dayOf, isDay, isoOf } from "./day.ts";

/** How exact an editor says that a date is. */
export type Precision = "DAY" | "MONTH" | "YEAR" | "RANGE" | "ABOUT" | "NONE";

/** What a text was understood as: EDTF, and how exact it is by itself. */
export interface ReadDate {
  edtf: string;
  precision: Precision;
}

const MONTHS = [
  ["january", "february", "march", "april", "may", "june"],
  ["july", "august", "september", "october", "november", "december"],
].flat();

/** The first days of the digits with which Arabic and Persian are written. */
const ZEROS = [0x0660, 0x06f0];

/**
 * Reads a date: `20 Oct 2025`, `October 20, 2025`, `2025-10-20`, `20.10.2025` (the day first), `Oct 2025`, `2025`, `about Oct 2025`,
 * `20–24 Oct 2025`, `30 Sep to 1 Oct 2025`, `by 19 Jan 2025`, `after 5 Dec 2024`, `yesterday`, and EDTF itself. A day without a year is the
 * nearest to today. Null when it is none of these, or no day that exists.
 */
export function readDate(text: string, today: Day): ReadDate | null {
  const words = plain(text);
  const open = /^(until|till|before|by|not later than|from|after|since)\s+(.+)$/.exec(words);
  if (open) {
    const end = readPoint(open[2] ?? "", today);
    if (end === null) return null;
    return {
      edtf: /^(from|after|since)$/.test(open[1] ?? "") ? `${end}/..` : `../${end}`,
      precision: "RANGE",
    };
  }
  const about = /^(?:about|around|circa|ca\.?|c\.|~)\s*(.+)$/.exec(words) ?? /^(.+)~$/.exec(words);
  if (about) {
    const point = readPoint(about[1] ?? "", today);
    return point === null ? null : { edtf: `${point}~`, precision: "ABOUT" };
  }
  const point = readPoint(words, today);
  if (point !== null) return { edtf: point, precision: precisionOf(point) };
  return readRange(words, today);
}

/** A date written with the precision that an editor chose; or what to write instead. */
export function writeDate(
  { edtf }: ReadDate,
  precision: Precision,
): { edtf: string } | { problem: string } {
  const isRange = edtf.includes("/");
  const point = edtf.replace(/~$/, "");
  if (precision === "RANGE")
    return isRange ? { edtf } : { problem: "Give both ends, such as 20–24 Oct 2025." };
  if (isRange) return { problem: "That is a range. Give one date, or choose Range." };
  if (precision === "ABOUT") return { edtf: `${point}~` };
  const length = { DAY: 10, MONTH: 7, YEAR: 4, NONE: 0 }[precision];
  if (point.length >= length) return { edtf: point.slice(0, length) };
  const given = point.length === 4 ? "year" : "month";
  return precision === "DAY"
    ? { problem: `That is a ${given}. Give the day, or choose ${capital(given)}.` }
    : { problem: "That is a year. Give the month, or choose Year." };
}

/** The days that EDTF of one of these shapes allows; null where it is open. */
export function boundsOf(edtf: string): { earliest: Day | null; latest: Day | null } {
  const [from = "", to = from] = edtf.split("/");
  return { earliest: firstDay(from), latest: lastDay(to) };
}

/** A day of doubt between two others, as EDTF. */
export function betweenDays(from: Day, to: Day): string {
  return from === to ? isoOf(from) : `${isoOf(Math.min(from, to))}/${isoOf(Math.max(from, to))}`;
}

function firstDay(point: string): Day | null {
  const plainPoint = point.replace(/[~?%]$/, "");
  if (!/^\d/.test(plainPoint)) return null;
  return dayOf(`${plainPoint}${"-01-01".slice(plainPoint.length - 4)}`);
}

function lastDay(point: string): Day | null {
  const plainPoint = point.replace(/[~?%]$/, "");
  if (!/^\d/.test(plainPoint)) return null;
  if (plainPoint.length === 10) return dayOf(plainPoint);
  const [year, month] = plainPoint.split("-").map(Number);
  const next = new Date(Date.UTC((year ?? 0) + (month ? 0 : 1), month ?? 0, 1));
  return dayOf(next.toISOString().slice(0, 10)) - 1;
}

/** Small letters, digits of the Latin script, one kind of space. */
function plain(text: string): string {
  return text
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((first) => code >= first && code < first + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function precisionOf(point: string): Precision {
  return point.length === 10 ? "DAY" : point.length === 7 ? "MONTH" : "YEAR";
}

/** One day, month or year, as `2025-10-20`, `2025-10` or `2025`. */
function readPoint(words: string, today: Day): string | null {
  if (words === "today") return isoOf(today);
  if (words === "yesterday") return isoOf(today - 1);
  const text = words.replace(/(\d)(st|nd|rd|th)\b/g, "$1").replace(/\bof\b/g, " ");
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (iso) return pointOf(iso[1], iso[2], iso[3]);
  const dayFirst = /^(?:(\d{1,2})[./-])?(\d{1,2})[./-](\d{4})$/.exec(text);
  if (dayFirst) return pointOf(dayFirst[3], dayFirst[2], dayFirst[1]);
  const parts = text.split(/[\s,.]+/).filter(Boolean);
  const month = parts.findIndex((part) => monthOf(part) > 0);
  if (month < 0 || parts.length > 3) return null;
  const numbers = parts.filter((_, at) => at !== month);
  if (!numbers.every((part) => /^(\d{1,2}|\d{4})$/.test(part))) return null;
  const years = numbers.filter((part) => part.length === 4);
  const days = numbers.filter((part) => part.length < 4);
  if (years.length > 1 || days.length > 1) return null;
  const name = String(monthOf(parts[month] ?? ""));
  return years[0] ? pointOf(years[0], name, days[0]) : nearest(name, days[0], today);
}

/** 1 to 12 for a month's name or at least its first three letters; 0 for anything else. */
function monthOf(word: string): number {
  if (word === "sept") return 9;
  return word.length < 3 ? 0 : MONTHS.findIndex((name) => name.startsWith(word)) + 1;
}

function pointOf(year = "", month?: string, day?: string): string | null {
  if (!month) return year;
  const two = month.padStart(2, "0");
  const whole = `${year}-${two}-${(day ?? "1").padStart(2, "0")}`;
  if (!isDay(whole)) return null;
  return day ? whole : `${year}-${two}`;
}

/** A day or month without its year: the nearest to today. */
function nearest(month: string, day: string | undefined, today: Day): string | null {
  const year = Number(isoOf(today).slice(0, 4));
  const points = [year - 1, year, year + 1].flatMap(
    (one) => pointOf(String(one), month, day) ?? [],
  );
  const distance = (point: string) => Math.abs((firstDay(point) ?? 0) - today);
  return points.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Two ends; what the second says of month and year holds for the first as well. */
function readRange(words: string, today: Day): ReadDate | null {
  const turned = words.replace(
    /^([a-z]+)\.? (\d{1,2}) ?[-–—] ?(\d{1,2}),? (\d{4})$/,
    "$2–$3 $1 $4",
  );
  const ends =
    turned.match(/^(.+?)(?:\s*[–—]\s*|\s+-\s+|\s*\/\s*|\s*\.\.\s*|\s+(?:to|until|till)\s+)(.+)$/) ??
    turned.match(/^(\d{1,2})-(\d{1,2} .+)$/);
  if (!ends) return null;
  const [, left = "", right = ""] = ends;
  if (left === "" || left === "..") return openEnd("..", readPoint(right, today));
  if (right === "..") return openEnd(readPoint(left, today), "..");
  const to = readPoint(right, today);
  if (to === null) return null;
  const from = readPoint(completed(left, to), today);
  if (from === null || (firstDay(from) ?? 0) > (lastDay(to) ?? 0)) return null;
  return { edtf: `${from}/${to}`, precision: "RANGE" };
}

function openEnd(from: string | null, to: string | null): ReadDate | null {
  return from === null || to === null ? null : { edtf: `${from}/${to}`, precision: "RANGE" };
}

/** `20` before `24 Oct 2025` is 20 Oct 2025; `30 Sep` before it is 30 Sep 2025. */
function completed(left: string, to: string): string {
  if (/^\d{1,2}$/.test(left) && to.length === 10)
    return `${to.slice(0, 8)}${left.padStart(2, "0")}`;
  return /\d{4}/.test(left) ? left : `${left} ${to.slice(0, 4)}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
