import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { asKnownOn, type TimelineColumns } from "./columns.ts";
import { type Day, dayOf, isoOf, shortDate } from "./day.ts";
import { attachDrag } from "./gestures.ts";
import { nameOfKnown, valueOfRail } from "./names.ts";
import { createTrack, type Track } from "./track.ts";
import { asKnown, dayForKey, firstDay } from "./travel.ts";
import type { ViewStore } from "./view.ts";
import "./rail.css";

/** Keys pressed in a row are one journey in the browser's history. */
const JOURNEY_MS = 700;
const PHONE = "(max-width: 639px)";

/** The rail under the plot: the day of knowledge as a slider, ticks where facts became known, and a date input. */
export function Rail({
  columns,
  view,
  today,
  note,
  onCompare,
}: {
  columns: TimelineColumns | null;
  view: ViewStore;
  today: Day;
  /** What stands at the end of a low rail, which has no plot above it to agree with; without it the rail is the plot's. */
  note?: ReactNode;
  /** Where the bar above has no room for it: what was known then beside what is now. */
  onCompare?: (() => void) | undefined;
}) {
  const isLow = note !== undefined;
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const handle = useRef<HTMLDivElement>(null);
  const track = useRef<Track | null>(null);
  const journey = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [said, setSaid] = useState("");
  const [off, setOff] = useState(false);
  // The day of this frame: the label and the slider's value follow the hand.
  const known = useSyncExternalStore(view.subscribe, () => view.get().known);
  const day = known ?? today;
  const first = columns ? firstDay(columns.ticks, today) : today;
  const now = useRef({ columns, today });
  now.current = { columns, today };

  const value = useMemo(() => {
    const isLoaded = columns !== null && columns.ticks.day.length > 0;
    return valueOfRail(day, known === null, isLoaded ? asKnownOn(columns, day) : null);
  }, [columns, day, known]);

  useEffect(() => {
    if (!box.current || !canvas.current || !handle.current) return;
    const made = createTrack(
      { box: box.current, canvas: canvas.current, handle: handle.current },
      view,
      setOff,
    );
    track.current = made;
    const go = (clientX: number, manner: "live" | "push") => {
      const to = made.dayAt(clientX);
      if (to !== null) view.set({ ...view.get(), known: asKnown(to, now.current.today) }, manner);
    };
    const release = attachDrag(box.current, {
      move: (clientX) => go(clientX, "live"),
      done: (clientX) => go(clientX, "push"),
    });
    return () => {
      release();
      made.destroy();
    };
  }, [view]);

  useEffect(() => {
    const phone = matchMedia(PHONE);
    const adapt = () => track.current?.alone(phone.matches || isLow);
    adapt();
    phone.addEventListener("change", adapt);
    return () => phone.removeEventListener("change", adapt);
  }, [isLow]);

  useEffect(() => {
    if (columns) track.current?.show(columns, today);
  }, [columns, today]);

  useEffect(() => {
    let before = view.settled().known;
    return view.onSettle((next) => {
      const { columns: current, today: end } = now.current;
      if (next.known === before || !current) return;
      before = next.known;
      setSaid(nameOfKnown(current, asKnownOn(current, next.known ?? end), next.known === null));
    });
  }, [view]);

  // The buttons that lead back to the latest go with their press; who pressed one by key goes on from the handle.
  const wasPast = useRef(known !== null);
  useEffect(() => {
    const isBack = wasPast.current && known === null;
    wasPast.current = known !== null;
    if (isBack && document.activeElement === document.body) handle.current?.focus();
  }, [known]);

  const goTo = (to: Day) => {
    const within = Math.min(Math.max(to, first), today);
    view.set({ ...view.get(), known: asKnown(within, today) }, "step");
    clearTimeout(journey.current);
    journey.current = setTimeout(() => view.set(view.get(), "push"), JOURNEY_MS);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === "t") {
      event.preventDefault();
      const { from, to } = view.get();
      const start = day + 1 - (to - from) * 0.75;
      return view.set({ from: start, to: start + to - from, known }, "replace");
    }
    const to = dayForKey(event, day, first, today, columns?.ticks.day ?? []);
    if (to === null) return;
    event.preventDefault();
    goTo(to);
  };

  return (
    // Who has come here while a panel loads stays here: it does not take the focus from the rail.
    <div className="rail" data-keeps-focus="true" data-past={known !== null} data-low={isLow}>
      <div className="rail-label">
        <span className="rail-title">
          {known === null ? (
            "As known today"
          ) : (
            <>
              <span className="rail-prefix">As known on </span>
              {shortDate(day)}
            </>
          )}
        </span>
        <span className="rail-hint">
          {known !== null && onCompare && (
            <button type="button" className="rail-compare" data-compare onClick={onCompare}>
              Compare<span className="timeline-unseen"> with today</span>
            </button>
          )}
          {known !== null ? (
            <button type="button" onClick={() => view.set({ ...view.get(), known: null }, "push")}>
              <span className="rail-return">Return to </span>
              <span>latest</span>
              <span className="rail-key"> (0)</span>
            </button>
          ) : isLow ? (
            shortDate(today)
          ) : off ? (
            <>
              Handle is off screen<span className="rail-key">: press T</span>
            </>
          ) : (
            "Drag to see what was known"
          )}
        </span>
        <input
          type="date"
          className="rail-date"
          aria-label="As known on"
          min={isoOf(first)}
          max={isoOf(today)}
          value={isoOf(day)}
          onChange={(event) => {
            if (/^\d{4}-\d\d-\d\d$/.test(event.target.value)) goTo(dayOf(event.target.value));
          }}
        />
      </div>
      <div className="rail-track" ref={box}>
        <canvas ref={canvas} />
        <div
          className="rail-handle"
          ref={handle}
          role="slider"
          tabIndex={0}
          aria-label="As known on"
          aria-orientation="horizontal"
          aria-valuemin={first}
          aria-valuemax={today}
          aria-valuenow={day}
          aria-valuetext={value}
          onKeyDown={onKeyDown}
        />
      </div>
      {isLow && <div className="rail-note t-small">{note}</div>}
      <p className="timeline-unseen" role="status">
        {said}
      </p>
    </div>
  );
}
