import type { View } from "../timeline/view.ts";
import { type Day, isoOf } from "../when/day.ts";

/** Longest part of a file name that a title may take, in characters. */
const LONGEST_TITLE = 80;

/** A title in the letters that every file system and address has: `russia-iran-china-and-turkiye`. */
export function plainName(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ı", "i")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return plain.slice(0, LONGEST_TITLE).replace(/-$/, "") || "timeline";
}

/**
 * `entente-russia-and-iran-2024-06-to-2026-04`, with `-filtered` where that is so, `-as-known-2024-12-05` away from today,
 * and `-and-2026-11-24` where that is compared with a later day.
 */
export function fileName(
  title: string,
  { from, to, known }: View,
  now: Day | null,
  isFiltered: boolean,
): string {
  const month = (day: Day) => isoOf(Math.floor(day)).slice(0, 7);
  const travelled = known === null ? "" : `-as-known-${isoOf(known)}`;
  const compared = now === null ? "" : `-and-${isoOf(now)}`;
  const filtered = isFiltered ? "-filtered" : "";
  return `entente-${plainName(title)}-${month(from)}-to-${month(to)}${filtered}${travelled}${compared}`;
}
