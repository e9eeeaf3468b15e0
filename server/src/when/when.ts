import type { Day } from "./day.ts";
import type { Edtf, EdtfDate, EdtfEnd } from "./edtf.ts";
import { firstDay, lastDay, readEdtf, writeEdtf } from "./edtf.ts";
import type { PRECISIONS, QUALIFIERS } from "./values.ts";

export type { Day } from "./day.ts";
export { dayOf, isoOf, today } from "./day.ts";
export { wordsOfWhen } from "./words.ts";

/** How exact a date is. */
export type Precision = (typeof PRECISIONS)[number];
/** What a date says about its own certainty. */
export type Qualifier = (typeof QUALIFIERS)[number];

/** When something happens or is meant to. `edtf` is all of it but `fixed`; the rest is worked out once, for reading. */
export interface When {
  /** Canonical EDTF; null when nobody gave a date or a window. */
  edtf: string | null;
  /** Whether a date is set. False for what is only hoped for, even when a window is known. */
  fixed: boolean;
  /** The first day it allows; null when open. */
  earliest: Day | null;
  /** The last day it allows; null when open. */
  latest: Day | null;
  precision: Precision;
  qualifier: Qualifier | null;
}

/** A date that is set, from EDTF. Refuses `INVALID_INPUT` with a sentence that says what to write. */
export function parseWhen(edtf: string): When {
  return whenOf(readEdtf(edtf), true);
}

/** A date that is not set: none at all, or only the window that an EDTF text names. Refuses like `parseWhen`. */
export function notFixed(edtf: string | null = null): When {
  if (edtf !== null) return whenOf(readEdtf(edtf), false);
  return {
    edtf: null,
    fixed: false,
    earliest: null,
    latest: null,
    precision: "NONE",
    qualifier: null,
  };
}

/** The same date or window, set or not set. What has no date is never set. */
export function withFixed(when: When, fixed: boolean): When {
  return when.fixed === (fixed && when.edtf !== null) ? when : { ...when, fixed: !when.fixed };
}

/** The EDTF text; null when there is none. `parseWhen` of the answer gives the same date again. */
export function printWhen(when: When): string | null {
  return when.edtf === null ? null : writeEdtf(readEdtf(when.edtf));
}

/** Whether two dates can both be right: some day is allowed by both. What has no date agrees with everything. */
export function agrees(a: When, b: When): boolean {
  return !isBefore(a, b) && !isBefore(b, a);
}

/** Whether every day that `a` allows comes before every day that `b` allows. */
export function isBefore(a: When, b: When): boolean {
  return a.latest !== null && b.earliest !== null && a.latest < b.earliest;
}

/**
 * The day by which a date is sorted; null for none, which sorts last. A month or a year sorts by its **last** day: it comes
 * after every day in it, and a year is never taken for its 1 January. An interval sorts by where it begins, by the same rule
 * (`2019/2020` by 2019-12-31), or by its end when its beginning is open.
 */
export function sortDay(when: When): Day | null {
  if (when.precision !== "INTERVAL" || when.edtf === null) return when.latest ?? when.earliest;
  const edtf = readEdtf(when.edtf);
  const start = "date" in edtf ? edtf.date : edtf.start;
  return typeof start === "string" ? when.latest : lastDay(start);
}

/**
 * A total order: by `sortDay`, then by last day, then the narrower first (17 January, January, 2025), then those that are
 * set before those that are not, then by text. No date comes last. Zero only for equal dates.
 */
export function compareWhen(a: When, b: When): number {
  return (
    compareDay(sortDay(a), sortDay(b)) ||
    compareDay(a.latest, b.latest) ||
    compareDay(b.earliest ?? -Infinity, a.earliest ?? -Infinity) ||
    Number(b.fixed) - Number(a.fixed) ||
    compareText(a.edtf ?? "", b.edtf ?? "")
  );
}

function compareDay(a: Day | null, b: Day | null): number {
  const [x, y] = [a ?? Infinity, b ?? Infinity];
  return x === y ? 0 : x < y ? -1 : 1;
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function whenOf(edtf: Edtf, fixed: boolean): When {
  const [start, end] = "date" in edtf ? [edtf.date, edtf.date] : [edtf.start, edtf.end];
  return {
    edtf: writeEdtf(edtf),
    fixed,
    earliest: typeof start === "string" ? null : firstDay(start),
    latest: typeof end === "string" ? null : lastDay(end),
    precision: "date" in edtf ? precisionOf(edtf.date) : "INTERVAL",
    qualifier: qualifierOf(start, end),
  };
}

/** What is written with `X` is as exact as the part that is known: a day somewhere in a month is a month. */
function precisionOf({ year, month, date }: EdtfDate): Precision {
  if (year.endsWith("X")) return "INTERVAL";
  if (month === null || month === "XX") return "YEAR";
  return date === null || date === "XX" ? "MONTH" : "DAY";
}

/** A doubt about either end is a doubt about the whole. */
function qualifierOf(...ends: EdtfEnd[]): Qualifier | null {
  const marks = ends.map((end) => (typeof end === "string" ? "" : end.mark)).join("");
  const about = /[~%]/.test(marks);
  const doubtful = /[?%]/.test(marks);
  if (about && doubtful) return "UNCERTAIN_AND_APPROXIMATE";
  return about ? "APPROXIMATE" : doubtful ? "UNCERTAIN" : null;
}
