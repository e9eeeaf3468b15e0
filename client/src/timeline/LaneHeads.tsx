import { useCallback, useSyncExternalStore } from "react";
import { holderOn, type TimelineColumns } from "./columns.ts";
import { type Day, isoOf } from "./day.ts";
import type { LaneStack } from "./lanes.ts";
import type { ViewStore } from "./view.ts";

/** Longer names than this do not fit the usual header on one line; in characters. */
const LONG_NAME = 27;

/** Px at 16 px root as rem. */
const rem = (px: number) => `${px / 16}rem`;

/** The names of the lanes, each with the leader then in office or the parties. */
export function LaneHeads({
  columns,
  stack,
  view,
  today,
  prefix,
}: {
  columns: TimelineColumns;
  stack: LaneStack;
  view: ViewStore;
  today: Day;
  prefix: string;
}) {
  // Follows the knowledge line while it is dragged, but renders only when somebody's office changes.
  const holders = useCallback(() => {
    const day = isoOf(view.get().known ?? today);
    return columns.lanes.map((lane) => holderOn(lane, day)?.name ?? "").join("\n");
  }, [columns, view, today]);
  const names = useSyncExternalStore(view.subscribe, holders, holders).split("\n");
  return (
    <div className="timeline-heads" style={{ height: rem(stack.height) }}>
      {stack.headings.map(({ title, top, kind }) => (
        <div key={kind} className="timeline-group" style={{ top: rem(top) }}>
          {title}
        </div>
      ))}
      {stack.rows.map(({ lane, top, height, kind }, index) => {
        const { name, monogram, parties } = columns.lanes[lane] ?? { name: "" };
        const second = kind === "COUNTRY" ? names[lane] : kind === "AGREEMENT" ? parties : null;
        const last = stack.rows[index + 1]?.kind !== kind;
        return (
          <div
            key={`${kind}${columns.lanes[lane]?.key}`}
            className="timeline-head"
            data-kind={kind}
            data-last={last}
            style={{ top: rem(top), height: rem(height) }}
          >
            {monogram && (
              <span className="timeline-monogram" aria-hidden="true">
                {monogram}
              </span>
            )}
            <span className="timeline-names">
              <span
                className="timeline-name"
                data-long={name.length > LONG_NAME}
                id={`${prefix}-lane-${lane}`}
                title={name}
              >
                <bdi>{name}</bdi>
              </span>
              {second && (
                <span className="timeline-second" title={second}>
                  <bdi>{second}</bdi>
                </span>
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}
