import { type Day, dayOf, isoOf } from "../when/day.ts";

interface Shown {
  countries: readonly string[];
  forums: readonly string[];
  agreements: readonly string[];
  /** First and last ISO day that matters; null where none is known. */
  from: string | null;
  to: string | null;
  /** `event:SLUG` or `agreement:SLUG`. */
  sel: string;
}

/** More lanes than this tell nothing. */
const MOST = 8;
/** Air around what is shown: a third of its length, at least nine months. */
const AIR: Day = 275;

/** The address of a timeline made for one thing: its own lanes, its own window, itself selected. */
export function timelineOf({ countries, forums, agreements, from, to, sel }: Shown): string {
  const groups = [countries, forums, agreements].map((group) =>
    [...new Set(group)].slice(0, MOST).join(","),
  );
  const lanes = groups.join(";").replace(/;+$/, "");
  const first = from ?? to;
  const last = to ?? from;
  const pairs = [lanes && `lanes=${lanes}`];
  if (first !== null && last !== null) {
    const air = Math.max(AIR, Math.round((dayOf(last) - dayOf(first)) / 3));
    pairs.push(`from=${isoOf(dayOf(first) - air)}`, `to=${isoOf(dayOf(last) + air)}`);
  }
  return `/explore?${[...pairs, `sel=${sel}`].filter(Boolean).join("&")}`;
}
