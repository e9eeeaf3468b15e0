import {
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { plural } from "../when/words.ts";
import { attachCarry } from "./carry.ts";
import { holderOn, type TimelineColumns } from "./columns.ts";
import { type Day, isoOf } from "./day.ts";
import { LaneGroup } from "./LaneGroup.tsx";
import { LaneMenu } from "./LaneMenu.tsx";
import { isLong, type LaneRow, type LaneStack } from "./lanes.ts";
import { groupOf, moveLane } from "./order.ts";
import { StatusGlyph } from "./StatusGlyph.tsx";
import { shortened } from "./shorten.ts";
import { tally } from "./tally.ts";
import type { ViewStore } from "./view.ts";

/** Px at 16 px root as rem. */
const rem = (px: number) => `${px / 16}rem`;

/** How lanes may be put in another order: by hand, or by their ties. */
export interface Ordering {
  byTies: boolean;
  onByTies: (byTies: boolean) => void;
  /** All lanes, as the reader wants them now, and what was done in a sentence. */
  onOrder: (lanes: number[], words: string) => void;
}

/** The names of the lanes, each with the leader then in office or the parties; dragging one, or Alt with an arrow, moves its lane. */
export function LaneHeads({
  columns,
  stack,
  view,
  today,
  prefix,
  ordering,
  paired,
}: {
  columns: TimelineColumns;
  stack: LaneStack;
  view: ViewStore;
  today: Day;
  prefix: string;
  ordering?: Ordering | undefined;
  /** Whether agreements have two bars: then and now. */
  paired: boolean;
}) {
  // Follows the knowledge line while it is dragged, but renders only when somebody's office changes.
  const holders = useCallback(() => {
    const day = isoOf(view.get().known ?? today);
    return columns.lanes.map((lane) => holderOn(lane, day)?.name ?? "").join("\n");
  }, [columns, view, today]);
  const names = useSyncExternalStore(view.subscribe, holders, holders).split("\n");
  // From far away, a country says how much is known of it, and agreements how many stand where.
  const far = useCallback(
    () => (stack.far ? tally(columns, view.get().known ?? today) : null),
    [columns, stack.far, view, today],
  );
  const counts = useSyncExternalStore(view.subscribe, far, far);
  const heads = useRef<HTMLDivElement>(null);
  const keyOf = (lane: number) => `${columns.lanes[lane]?.kind}${columns.lanes[lane]?.key}`;
  const [current, setCurrent] = useState<string | null>(null);
  const [menu, setMenu] = useState<string | null>(null);
  // The lane that was moved keeps the focus, although its element went elsewhere.
  const moved = useRef<string | null>(null);

  const move = (lane: number, to: number) => {
    const lanes = moveLane(stack.rows, lane, to);
    if (!lanes) return;
    moved.current = keyOf(lane);
    const count = groupOf(stack.rows, lane).length;
    ordering?.onOrder(lanes, `${columns.lanes[lane]?.name} is now row ${to + 1} of ${count}.`);
  };
  const now = useRef({ stack, move });
  now.current = { stack, move };

  const canMove = ordering !== undefined;
  useEffect(() => {
    const box = heads.current;
    if (!box || !canMove) return;
    return attachCarry(box, {
      rows: () => now.current.stack.rows,
      // Not by the height of the box, which is that of the page where lanes are few.
      unit: () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1,
      drop: (lane, to) => now.current.move(lane, to),
    });
  }, [canMove]);

  const focus = (key: string) =>
    heads.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when lanes came in another order
  useLayoutEffect(() => {
    if (moved.current !== null) focus(moved.current);
    moved.current = null;
  }, [columns]);

  const onKeyDown = (event: KeyboardEvent, row: LaneRow, index: number) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const step = event.key === "ArrowDown" ? 1 : -1;
    event.preventDefault();
    if (event.altKey) {
      const place = groupOf(stack.rows, row.lane).findIndex(({ lane }) => lane === row.lane);
      return move(row.lane, place + step);
    }
    const next = stack.rows[index + step];
    if (next) focus(keyOf(next.lane));
  };

  const first = stack.rows[0];
  const tabStop =
    stack.rows.some(({ lane }) => keyOf(lane) === current) || !first ? current : keyOf(first.lane);
  const opened = stack.rows.find(({ lane }) => keyOf(lane) === menu);
  const short = useMemo(() => {
    const long = columns.lanes.map(({ kind, name }) => (kind === "AGREEMENT" ? name : ""));
    return shortened(long, []);
  }, [columns]);
  const headOf = (row: LaneRow, index: number) => {
    const { lane, top, height, kind } = row;
    const { name, monogram, parties } = columns.lanes[lane] ?? { name: "" };
    const facts = kind === "COUNTRY" && counts ? plural(counts.facts[lane] ?? 0, "fact") : null;
    const second =
      facts ?? (kind === "COUNTRY" ? names[lane] : kind === "AGREEMENT" ? parties : null);
    const last = stack.rows[index + 1]?.kind !== kind;
    const key = keyOf(lane);
    const content = (
      <>
        {monogram && (
          <span className="timeline-monogram" aria-hidden="true">
            {monogram}
          </span>
        )}
        <span className="timeline-names">
          <span
            className="timeline-name"
            data-long={isLong(name)}
            id={`${prefix}-lane-${lane}`}
            title={name}
          >
            <bdi>{name}</bdi>
            {/* Where the header is narrow, it stands in for the name; which is still what the lane is called. */}
            {short[lane] && short[lane] !== name && (
              <bdi className="timeline-short" aria-hidden="true">
                {short[lane]}
              </bdi>
            )}
          </span>
          {second && (
            <span className="timeline-second" title={second}>
              <bdi>{second}</bdi>
            </span>
          )}
        </span>
        {paired && kind === "AGREEMENT" && (
          <span className="timeline-pair">
            <span>then</span>
            <span>now</span>
          </span>
        )}
      </>
    );
    const place = { top: rem(top), height: rem(height) };
    if (!ordering)
      return (
        <div key={key} className="timeline-head" data-kind={kind} data-last={last} style={place}>
          {content}
        </div>
      );
    return (
      <button
        key={key}
        type="button"
        className="timeline-head"
        data-kind={kind}
        data-last={last}
        data-lane={lane}
        data-key={key}
        style={place}
        tabIndex={key === tabStop ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={menu === key}
        aria-describedby={`${prefix}-move`}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onFocus={() => setCurrent(key)}
        onKeyDown={(event) => onKeyDown(event, row, index)}
        onClick={() => setMenu(menu === key ? null : key)}
      >
        {content}
      </button>
    );
  };
  return (
    <div className="timeline-heads" ref={heads} style={{ height: rem(stack.height) }}>
      {stack.headings.map((heading) => (
        <LaneGroup
          key={heading.kind}
          heading={heading}
          prefix={prefix}
          ordering={groupOf(stack.rows, first?.lane ?? 0).length > 2 ? ordering : undefined}
        >
          {stack.rows.map((row, index) => row.kind === heading.kind && headOf(row, index))}
        </LaneGroup>
      ))}
      {stack.area && counts && (
        <ul
          className="timeline-standing"
          style={{ top: rem(stack.area.top), height: rem(stack.area.height) }}
        >
          {counts.standing.map(({ look, words, count }) => (
            <li key={look}>
              <StatusGlyph look={look} /> {words} <b>{count}</b>
            </li>
          ))}
        </ul>
      )}
      {opened && ordering && (
        <LaneMenu
          name={columns.lanes[opened.lane]?.name ?? ""}
          place={groupOf(stack.rows, opened.lane).indexOf(opened)}
          count={groupOf(stack.rows, opened.lane).length}
          top={rem(opened.top + opened.height - 6)}
          onMove={(to) => {
            setMenu(null);
            move(opened.lane, to);
          }}
          onClose={(back) => {
            if (back) focus(keyOf(opened.lane));
            setMenu(null);
          }}
        />
      )}
      {ordering && (
        <span id={`${prefix}-move`} hidden>
          Alt with the up or down arrow moves this lane.
        </span>
      )}
    </div>
  );
}
