import type { Day } from "../timeline/day.ts";
import { monthAndYear } from "../when/words.ts";

/** What a window leaves out of days from first to last, as a filter says it: `Since Jun 2024`, `Until Mar 2025`, `Jun 2024 to Mar 2025`; null when it leaves out nothing. */
export function spanOf(
  { from, to }: { from: Day; to: Day },
  all: { first: Day; last: Day } | null,
): string | null {
  if (!all) return null;
  const cutsStart = from > all.first;
  const cutsEnd = to < all.last;
  const [start, end] = [monthAndYear(Math.round(from)), monthAndYear(Math.round(to))];
  if (cutsStart && cutsEnd) return `${start} to ${end}`;
  if (cutsStart) return `Since ${start}`;
  return cutsEnd ? `Until ${end}` : null;
}
