import type { TimelineColumns } from "../timeline/columns.ts";
import { rowsOf } from "../timeline/rows.ts";

interface Near {
  title: string;
  whenText: string;
  day: number;
}

/** The dated fact nearest to the middle of a window, as known on its day of knowledge; null when there is none at all. */
export function factsNear(
  columns: TimelineColumns,
  view: { from: number; to: number; known: number | null },
): Near | null {
  const middle = (view.from + view.to) / 2;
  let best: Near | null = null;
  for (const { title, whenText, start } of rowsOf(columns, view.known)) {
    if (start === null) continue;
    if (best === null || Math.abs(start - middle) < Math.abs(best.day - middle))
      best = { title, whenText, day: start };
  }
  return best;
}
