import {
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { Icon } from "../page/Icon.tsx";
import { say } from "../page/say.ts";
import type { TimelineColumns } from "../timeline/columns.ts";
import { compareDays } from "../timeline/compare.ts";
import { type Day, longDate, shortDate } from "../timeline/day.ts";
import { asKnown, firstDay } from "../timeline/travel.ts";
import type { ViewStore } from "../timeline/view.ts";
import { DayBox } from "./DayBox.tsx";
import { DifferenceList } from "./DifferenceList.tsx";
import { countsOf, listsOf } from "./lists.ts";
import { sentenceOf } from "./sentence.ts";
import "../page/panel.css";
import "./compare.css";

interface Props {
  columns: TimelineColumns;
  /** Its day of knowledge is the earlier of the two. */
  view: ViewStore;
  today: Day;
  /** The later day; null for the latest. */
  now: Day | null;
  onNow: (day: Day | null) => void;
  onSelect: (id: string) => void;
  onClose: () => void;
  /** What the reader comes back from: focus goes to its line instead of the heading. */
  from: string | null;
  /** Whether the panel lies over the page as a sheet from below. */
  asSheet: boolean;
}

/** What became of everything between a past day of knowledge and a later one: in one sentence, and in lists that lead to it. */
export function ComparePanel(props: Props) {
  const { columns, view, today, now, from, asSheet } = props;
  const known = useSyncExternalStore(view.subscribe, () => view.get().known) ?? today;
  const then = useDeferredValue(known);
  const until = Math.max(now ?? today, then);
  const { lists, sentence } = useMemo(() => {
    const comparison = compareDays(columns, then, until);
    return { lists: listsOf(columns, comparison), sentence: sentenceOf(countsOf(comparison)) };
  }, [columns, then, until]);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const [open, setOpen] = useState(true);
  const against = now === null ? "today" : shortDate(until);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the comparison opens or is come back to
  useEffect(() => {
    const line =
      from && panel.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(from)}"]`);
    (line || heading.current)?.focus({ preventScroll: !line });
    if (!line) say(`${longDate(then)} compared with ${against}: ${sentence}.`);
  }, []);

  return (
    <aside
      className="panel compare"
      data-sheet={asSheet}
      data-open={open}
      aria-label="Comparison"
      ref={panel}
    >
      <div className="compare-head">
        <p className="compare-title">
          {shortDate(then)} compared with {against}
        </p>
        {asSheet && (
          <button
            type="button"
            className="icon-button compare-fold"
            aria-expanded={open}
            aria-label="Lists"
            onClick={() => setOpen(!open)}
          >
            <Icon name="down" />
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label="Close the comparison"
          onClick={props.onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="panel-content">
        <div className="compare-days">
          <DayBox
            name="Then"
            day={then}
            first={firstDay(columns.ticks, today)}
            last={until}
            onDay={(day) => view.set({ ...view.get(), known: asKnown(day, today) }, "push")}
          />
          <DayBox
            name="Now"
            day={until}
            first={then}
            last={today}
            onDay={(day) => props.onNow(asKnown(day, today))}
          />
        </div>
        <h2 className="t-view compare-sentence" tabIndex={-1} ref={heading}>
          {sentence}
        </h2>
        {lists.map((list) => (
          <DifferenceList key={list.key} list={list} from={from} onSelect={props.onSelect} />
        ))}
      </div>
    </aside>
  );
}
