import { asKnownOn, rowsById, type TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import type { Hit } from "./hit.ts";

import { shortWhen } from "./when.ts";

const WIDTH = 236;

/** What merged into one mark, to choose from. */
export function MergedList({
  hit,
  columns,
  day,
  unit,
  edge,
  onPick,
}: {
  hit: Hit;
  columns: TimelineColumns;
  day: Day;
  unit: number;
  edge: number;
  onPick: (id: string) => void;
}) {
  const rows = rowsById(columns.marks, asKnownOn(columns, day));
  const { partOf, slug } = columns.marks;
  const slugs = new Set(hit.merged.map((id) => slug[rows.get(id) ?? -1]));
  const left = Math.min(hit.x * unit + 16, edge - (WIDTH + 8) * unit);
  return (
    <ul
      className="timeline-card timeline-merged"
      aria-label={`${hit.merged.length} facts on these days`}
      style={{ left: `${Math.max(4, left)}px`, top: `${hit.y * unit + 20}px` }}
      data-over-plot
    >
      {hit.merged.map((id, index) => {
        const row = rows.get(id);
        if (row === undefined) return null;
        return (
          <li key={id} data-part={slugs.has(partOf[row] ?? undefined)}>
            <button
              type="button"
              // The list opens under the hand that asked for it.
              // biome-ignore lint/a11y/noAutofocus: focus follows what was opened
              autoFocus={index === 0}
              onClick={() => onPick(id)}
            >
              {columns.marks.title[row]} <span>{shortWhen(columns.marks, row)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
