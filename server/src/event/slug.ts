import anyAscii from "any-ascii";
import { pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { isoOf } from "../when/day.ts";
import type { When } from "../when/when.ts";

const LONGEST = 60;

/** The words of a title as a slug, with the year that it is about: `Putin's visit to Ankara`, 2026: `putin-s-visit-to-ankara-2026`. */
export function slugOf(title: string, { earliest, latest }: When): string {
  const words = anyAscii(title)
    .replace(/[^0-9A-Za-z]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase()
    .slice(0, LONGEST)
    .replace(/-$/, "");
  const day = earliest ?? latest;
  const year = day === null ? "" : isoOf(day).slice(0, 4);
  const base = words || "event";
  return year === "" || base.endsWith(year) ? base : `${base}-${year}`;
}

/** A slug that no event has yet: the plain one, else the first of `-2`, `-3` … that is free. Only inside a write. */
export async function slugOfEvent(tx: Tx, title: string, when: When): Promise<string> {
  const base = slugOf(title, when);
  for (let nth = 1; ; nth++) {
    const slug = nth === 1 ? base : `${base}-${nth}`;
    const [taken] = await pick(tx, "event", [slug]);
    if (!taken) return slug;
  }
}
