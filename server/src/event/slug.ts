import { freeSlug, slugOfWords } from "../edit/edit.ts";
import type { Tx } from "../storage/storage.ts";
import { isoOf } from "../when/day.ts";
import type { When } from "../when/when.ts";

/** The words of a title as a slug, with the year that it is about: `Putin's visit to Ankara`, 2026: `putin-s-visit-to-ankara-2026`. */
export function slugOf(title: string, { earliest, latest }: When): string {
  const day = earliest ?? latest;
  const year = day === null ? "" : isoOf(day).slice(0, 4);
  const base = slugOfWords(title) || "event";
  return year === "" || base.endsWith(year) ? base : `${base}-${year}`;
}

/** A slug that no event has yet. Only inside a write. */
export function slugOfEvent(tx: Tx, title: string, when: When): Promise<string> {
  return freeSlug(tx, { table: "event", type: "Event" }, slugOf(title, when));
}
