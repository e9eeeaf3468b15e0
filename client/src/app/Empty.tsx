import { type Filter, isFiltering, UNFILTERED } from "../filter/narrow.ts";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { View } from "../timeline/view.ts";
import { longMonth, monthAndYear } from "../when/words.ts";
import type { Address } from "./address.ts";
import { factsNear } from "./nearest.ts";

interface Props {
  title: string;
  filter: Filter;
  view: View;
  /** Everything, and what the filter leaves of it. */
  all: TimelineColumns;
  columns: TimelineColumns;
  change: (part: Partial<Address>) => void;
  changeWithUndo: (part: Partial<Address>, words: string) => void;
}

/**
 * Nothing to show: one sentence that says what was asked, and the nearest real fact as the way out. If the filter leaves one outside
 * the window, the way there keeps the filter.
 */
export function Empty({ title, filter, view, all, columns, change, changeWithUndo }: Props) {
  const passing = factsNear(columns, view);
  const near = passing ?? factsNear(all, view);
  const span = Math.round((view.to - view.from) / 2);
  return (
    <div className="nothing over-plot">
      <h2 className="t-detail">
        {isFiltering(filter) ? "Nothing matches these filters" : "Nothing is recorded"} for {title}{" "}
        from {monthAndYear(Math.round(view.from))} to {monthAndYear(Math.round(view.to))}
      </h2>
      {near && (
        <p>
          {passing || !isFiltering(filter) ? "The nearest is" : "Without them the nearest is"}{" "}
          {near.title}, {near.whenText}.
        </p>
      )}
      <p className="choices">
        {near && (
          <button
            type="button"
            className="button primary"
            onClick={() =>
              change({
                from: near.day - span,
                to: near.day + span,
                ...(passing ? {} : UNFILTERED),
              })
            }
          >
            Go to {longMonth(near.day)}
          </button>
        )}
        {isFiltering(filter) && (
          <button
            type="button"
            className="button"
            onClick={() => changeWithUndo(UNFILTERED, "Filters cleared.")}
          >
            Clear filters
          </button>
        )}
      </p>
    </div>
  );
}
