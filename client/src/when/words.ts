import { type Day, isoOf } from "./day.ts";

const LONG = [
  ["January", "February", "March", "April", "May", "June"],
  ["July", "August", "September", "October", "November", "December"],
].flat();

const monthOf = (number: string): string => LONG[Number(number) - 1] ?? number;
const short = (month: string): string => (month === "September" ? "Sep" : month.slice(0, 3));

/** `17 January 2025`, from an ISO day or from a day count. */
export function longDay(day: string | Day): string {
  const [year, month, date] = partsOf(day);
  return `${Number(date)} ${monthOf(month)} ${year}`;
}

/** `17 Jan 2025`. */
export function shortDay(day: string | Day): string {
  const [year, month, date] = partsOf(day);
  return `${Number(date)} ${short(monthOf(month))} ${year}`;
}

/** `17 Jan`. */
export function dayAndMonth(day: string | Day): string {
  const [, month, date] = partsOf(day);
  return `${Number(date)} ${short(monthOf(month))}`;
}

/** `Jan 2025`. */
export function monthAndYear(day: string | Day): string {
  const [year, month] = partsOf(day);
  return `${short(monthOf(month))} ${year}`;
}

/** `January 2025`. */
export function longMonth(day: string | Day): string {
  const [year, month] = partsOf(day);
  return `${monthOf(month)} ${year}`;
}

function partsOf(day: string | Day): [year: string, month: string, date: string] {
  const [year = "", month = "", date = ""] = (typeof day === "number" ? isoOf(day) : day).split(
    "-",
  );
  return [year, month, date];
}

/** Names of months in full, or cut to three letters for marks and captions. */
type Length = "long" | "short";

/**
 * A date written as EDTF (`2025-01-17`, `2025-01~`, `2024-10-22/2024-10-24`, `2024-12-05/..`) in words. Months and years stay
 * months and years: nothing is rounded to a day. Text that is not EDTF comes back as it is.
 */
export function edtfWords(edtf: string, length: Length = "long"): string {
  const [from, to] = edtf.split("/");
  if (from === undefined || to === undefined) return pointWords(edtf, length);
  if (to === ".." || to === "") return `from ${pointWords(from, length)}`;
  if (from === ".." || from === "") return `until ${pointWords(to, length)}`;
  return rangeWords(from, to, length);
}

function pointWords(text: string, length: Length): string {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(text);
  if (!match) return text;
  const [, year = "", month, date, mark] = match;
  const name =
    month === undefined ? null : length === "long" ? monthOf(month) : short(monthOf(month));
  const plain = [date === undefined ? null : String(Number(date)), name, year]
    .filter(Boolean)
    .join(" ");
  if (mark === "~") return `about ${plain}`;
  if (mark === "?") return `perhaps ${plain}`;
  return mark === "%" ? `perhaps about ${plain}` : plain;
}

/** Says what two ends share only once: `22–24 October 2024`, `30 September – 1 October 2024`. */
function rangeWords(from: string, to: string, length: Length): string {
  const left = pointWords(from, length);
  const right = pointWords(to, length);
  const plain = /^\d{4}(-\d\d){0,2}$/;
  if (plain.test(from) && plain.test(to) && from.length === to.length) {
    if (from.length === 10 && from.slice(0, 7) === to.slice(0, 7))
      return `${left.split(" ")[0]}–${right}`;
    if (from.length > 4 && from.slice(0, 4) === to.slice(0, 4))
      return `${left.slice(0, -5)} – ${right}`;
    if (from.length === 4) return `${left}–${right}`;
  }
  return `${left} – ${right}`;
}

/** How long it is from one day to another, in the largest unit that fits: `3 years`, `4 months`, `12 days`. */
export function spanWords(from: Day, to: Day): string {
  const days = Math.max(0, to - from);
  if (days >= 700) return plural(Math.round(days / 365.25), "year");
  if (days >= 350) return "1 year";
  if (days >= 28) return plural(Math.round(days / 30.44), "month");
  return plural(days, "day");
}

/** `1 fact`, `2 facts`. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? noun : many}`;
}
