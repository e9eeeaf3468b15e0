import type { TimelineColumns } from "../timeline/columns.ts";
import { rowsOf } from "../timeline/rows.ts";

/**
 * A window of the same length that holds a selected thing (`event:SLUG`); null when the window holds it already, or when it has no date.
 */
export function windowWith(
  selected: string,
  columns: TimelineColumns,
  view: { from: number; to: number; known: number | null },
): { from: number; to: number } | null {
  const rows = rowsOf(columns, view.known).filter((row) => `${row.of}:${row.slug}` === selected);
  const days = rows.flatMap((row) =>
    row.start === null ? [] : [[row.start, row.end ?? row.start] as const],
  );
  const first = days[0];
  if (!first || days.some(([start, end]) => end >= view.from && start <= view.to)) return null;
  // A bar lasts beyond its last entry: it is in the window if any of it is.
  if (selected.startsWith("agreement:") && first[0] <= view.to) return null;
  const span = view.to - view.from;
  const from = Math.round((first[0] + first[1] - span) / 2);
  return { from, to: from + span };
}
