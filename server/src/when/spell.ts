// A time in an office or in a forum, from a date to a date, each as EDTF.
import type { Day } from "./day.ts";
import { parseWhen } from "./when.ts";

/** The last day that an EDTF text allows: by then it had certainly come. Null for no text. */
export function lastDay(edtf: string | null): Day | null {
  return edtf === null ? null : parseWhen(edtf).latest;
}

/** First and last day of a spell, each the last day that its text allows. */
export function spell(fromEdtf: string | null, toEdtf: string | null) {
  const toDay = lastDay(toEdtf);
  const fromDay = lastDay(fromEdtf);
  // A beginning in 2017 and an end in May 2017: it began by May.
  return {
    fromDay: fromDay !== null && toDay !== null ? Math.min(fromDay, toDay) : fromDay,
    toDay,
  };
}
