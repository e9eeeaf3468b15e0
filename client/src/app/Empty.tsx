import type { Filter } from "../filter/narrow.ts";
import { isFiltering } from "../filter/narrow.ts";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { View } from "../timeline/view.ts";
import { longMonth, monthAndYear } from "../when/words.ts";
import type { Address } from "./address.ts";
import { factsNear } from "./nearest.ts";

interface Props {
  title: string;
  filter: Filter;
  view: View;
  /** Everything, before the filter. */
  all: TimelineColumns;
  change: (part: Partial<Address>) => void;
}

/** Nothing to show: one sentence that says what was asked, and the nearest real fact as the way out. */
export function Empty({ title, filter, view, all, change }: Props) {
  const near = factsNear(all, view);
  const span = Math.round((view.to - view.from) / 2);
  return (
    <div className="nothing over-plot">
      <h2 className="t-detail">
        {isFiltering(filter) ? "Nothing matches these filters" : `Nothing is recorded for ${title}`}{" "}
        from {monthAndYear(Math.round(view.from))} to {monthAndYear(Math.round(view.to))}
      </h2>
      {near && (
        <p>
          The nearest is {near.title}, {near.whenText}.
        </p>
      )}
      <p className="choices">
        {near?.day != null && (
          <button
            type="button"
            className="button primary"
            onClick={() =>
              change({
                from: near.day - span,
                to: near.day + span,
                status: [],
                kind: [],
                level: [],
                text: "",
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
            onClick={() => change({ status: [], kind: [], level: [], text: "" })}
          >
            Clear filters
          </button>
        )}
      </p>
    </div>
  );
}
