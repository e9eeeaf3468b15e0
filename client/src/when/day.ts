/** A civil day, counted from 1970-01-01 (day 0). It has no time of day and no time zone. */
export type Day = number;

const MS = 86_400_000;

/** The day of an ISO date such as `2025-01-17`. Throws a RangeError on anything else. */
export function dayOf(iso: string): Day {
  const match = /^(-?\d{4,6})-(\d\d)-(\d\d)$/.exec(iso);
  if (!match) throw new RangeError(`Not a day: ${iso}`);
  return Math.round(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / MS);
}

/** The ISO date of a day. */
export function isoOf(day: Day): string {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/** Whether a text is a day that exists, such as `2024-02-29` but not `2025-02-29`. */
export function isDay(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && isoOf(dayOf(text)) === text
  );
}
