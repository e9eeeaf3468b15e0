/** Dates for schema.org: ISO 8601, as exact as they are known, and none where they are not. */
import { isRefusal } from "../refusal.ts";
import { isoOf, parseWhen, type When, wordsOfWhen } from "../when/when.ts";

/** A date of the API, as far as it is needed here. */
export interface Dated {
  edtf: string | null;
  fixed: boolean;
}

/** A plain day, month or year. What is about, doubtful, or has digits left open is none: schema.org has no word for the doubt. */
const PLAIN = /^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/;

const plain = (edtf: string | undefined) => (edtf && PLAIN.test(edtf) ? edtf : null);

/** First and last date, each null when it is not known. A date that is not fixed has neither, even where a window is known. */
export function endsOf({ edtf, fixed }: Dated): { from: string | null; to: string | null } {
  if (!fixed || edtf === null) return { from: null, to: null };
  const [from, to] = edtf.split("/");
  return { from: plain(from), to: plain(to) };
}

/** A single date, such as that of a birth; null when it is an interval or not plain. */
export function dateOf(edtf: string | null): string | null {
  return plain(edtf ?? undefined);
}

/** An EDTF text in English words: `17 January 2025`. Text that is no EDTF stays as it is. */
export function inWords(edtf: string): string {
  const when = read(edtf);
  return when ? wordsOfWhen(when) : edtf;
}

/** A time in an office or a forum, its ends as EDTF; null where it is open. */
export interface Time {
  from: string | null;
  to: string | null;
}

/** Whether a time holds on a day. What is not known of its ends does not count against it. */
export function lasts({ from, to }: Time, day: string): boolean {
  const began = from === null ? null : (read(from)?.earliest ?? null);
  const ended = to === null ? null : (read(to)?.latest ?? null);
  return (began === null || isoOf(began) <= day) && (ended === null || isoOf(ended) >= day);
}

function read(edtf: string): When | null {
  try {
    return parseWhen(edtf);
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}
