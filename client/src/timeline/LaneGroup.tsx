import type { ReactNode } from "react";
import type { Ordering } from "./LaneHeads.tsx";
import type { Heading } from "./lanes.ts";

/** Lanes of a kind under their heading; countries may be put in the order of their ties there. `ordering`: none where lanes stay as they are. */
export function LaneGroup({
  heading: { title, top, kind },
  prefix,
  ordering,
  children,
}: {
  heading: Heading;
  prefix: string;
  ordering: Ordering | undefined;
  children: ReactNode;
}) {
  const id = `${prefix}-group-${kind}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: lanes are no form's fields
    <div role="group" className="timeline-lanes" aria-labelledby={id}>
      <div className="timeline-group" style={{ top: `${top / 16}rem` }}>
        <span id={id}>{title}</span>
        {ordering && kind === "COUNTRY" && (
          <button
            type="button"
            className="timeline-by-ties"
            aria-pressed={ordering.byTies}
            onClick={() => ordering.onByTies(!ordering.byTies)}
          >
            <span>Order by </span>ties
          </button>
        )}
      </div>
      {children}
    </div>
  );
}
