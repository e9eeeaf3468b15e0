import {
  type KeyboardEvent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { say } from "../page/say.ts";
import { asKnownOn, type TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { attachDrag, attachHand } from "./gestures.ts";
import { HoverCard } from "./HoverCard.tsx";
import type { Hit } from "./hit.ts";
import { horizonOf } from "./horizon.ts";
import { createHover, type Hover } from "./hover.ts";
import { commandOf } from "./keys.ts";
import { LaneHeads, type Ordering } from "./LaneHeads.tsx";
import { stackLanes } from "./lanes.ts";
import type { Lens } from "./lens.ts";
import { MergedList } from "./MergedList.tsx";
import { nameOfHorizon, nameOfWindow, titleOfId } from "./names.ts";
import { isSelectable, perform } from "./perform.ts";
import { attachWindow } from "./pickwindow.ts";
import { createStage, type Stage } from "./stage.ts";
import { asKnown, dayForLine } from "./travel.ts";
import type { ViewStore } from "./view.ts";
import { pan, spanWords, zoomAt } from "./viewport.ts";
import "./timeline.css";

export interface TimelineProps {
  /** Every state of knowledge; null while nothing is loaded. */
  columns: TimelineColumns | null;
  view: ViewStore;
  today: Day;
  /** `event:slug`, `session:slug`, `agreement:slug` or null. */
  selected: string | null;
  /** What has just changed: ringed. */
  fresh?: ReadonlySet<string>;
  onSelect: (id: string | null) => void;
  /** Ids that a story pins; their names are bold and choose their place first. */
  pinned?: ReadonlySet<string>;
  /** Draws, beside what was known, what a later day knows. */
  lens?: Lens | null;
  /** What the knowledge line says in place of today, where what is shown is a copy of some time ago. */
  saved?: string | null;
  /** What the timeline is called. */
  label?: string;
  /** Who said what is known of an event, beside the number of sources in the hover card. */
  said?: (id: string) => ReactNode;
  /** Whether single-key shortcuts work. */
  shortcuts?: boolean;
  /** Told when facts are drawn as densities, or no longer. */
  onFar?: (isFar: boolean) => void;
  /** How lanes may be ordered; without it they stay. */
  ordering?: Ordering;
}

const GoTo = lazy(() => import("./GoTo.tsx"));

const NONE: ReadonlySet<string> = new Set();
const DOUBLE = 2;

/** The timeline: lane headers, axis and plot, with the knowledge line as a handle. */
export function Timeline(props: TimelineProps) {
  const { columns, view, today, selected, pinned = NONE, lens = null, label = "Timeline" } = props;
  const { saved = null, fresh = NONE } = props;
  const prefix = useId();
  const body = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const axisBox = useRef<HTMLDivElement>(null);
  const axis = useRef<HTMLCanvasElement>(null);
  const flag = useRef<HTMLButtonElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const previous = useRef<HTMLButtonElement>(null);
  const [stage, setStage] = useState<Stage | null>(null);
  const [hit, setHit] = useState<Hit | null>(null);
  const [going, setGoing] = useState(false);
  const [list, setList] = useState<Hit | null>(null);
  const hover = useRef<Hover | null>(null);
  const [far, setFar] = useState(false);
  const stack = useMemo(() => columns && stackLanes(columns, far), [columns, far]);
  const settled = useSyncExternalStore(view.onSettle, view.settled, view.settled);
  const now = useRef(props);
  now.current = props;

  useEffect(() => {
    if (!body.current || !plot.current || !canvas.current || !axis.current) return;
    if (!flag.current || !overlay.current || !axisBox.current || !previous.current) return;
    const boards = {
      body: body.current,
      plot: plot.current,
      canvas: canvas.current,
      axis: axis.current,
      flag: flag.current,
      overlay: overlay.current,
      previous: previous.current,
    };
    let focused = false;
    const hovering = createHover((next) => {
      made.hover(next?.id ?? null);
      setHit(next);
    });
    hover.current = hovering;
    const { point } = hovering;
    const made = createStage(boards, view, {
      focus: (key) => {
        focused = key !== null;
        const stop = made.stops().find((one) => one.key === key);
        point(
          stop
            ? (made.hitOf(stop.id, stop.since) ?? {
                id: stop.id,
                merged: [stop.id],
                x: stop.x + stop.width / 2,
                y: stop.y + 12,
                since: stop.since === true,
                own: [],
              })
            : null,
        );
      },
      press: (id) => open(id),
      far: (isFar) => {
        setFar(isFar);
        now.current.onFar?.(isFar);
      },
    });
    const open = (id: string) => {
      if (id.startsWith("bin:")) made.zoomTo(id);
      else chosen.current(id);
    };
    const move = made.camera.viewport;
    const releases = [
      attachHand(boards.plot, {
        pan: (dx, dy) => {
          made.camera.halt();
          made.camera.set(pan(move(), dx / made.unit()));
          boards.body.scrollTop -= dy;
        },
        zoom: (x, factor) => {
          made.camera.halt();
          made.camera.set(zoomAt(move(), x / made.unit(), factor));
        },
        zoomIn: (x, y) => {
          const found = made.hitAt(x, y);
          if (found && (found.id.startsWith("bin:") || found.id.startsWith("agreement:")))
            made.zoomTo(found.id);
          else made.camera.zoomBy(DOUBLE, x / made.unit());
        },
        tap: (x, y) => {
          const found = made.hitAt(x, y);
          if (found && !isSelectable(found.id)) return;
          setList(found && found.merged.length > 1 ? found : null);
          if (!found || found.merged.length < 2) chosen.current(found?.id ?? null);
        },
        keep: hovering.keep,
        hover: (at) => point(at && made.hitAt(at.x, at.y)),
        moving: (isMoving) => {
          boards.plot.dataset.moving = String(isMoving);
          made.camera.hold(isMoving);
          if (isMoving) point(null, 0);
        },
      }),
      attachDrag(boards.flag, {
        move: (clientX) => travel(clientX, "live"),
        done: (clientX, moved) => (moved ? travel(clientX, "push") : made.toLine()),
      }),
      attachWindow(axisBox.current, made),
      view.subscribe(() => {
        if (!focused) point(null, 0);
        setList(null);
      }),
    ];
    const travel = (clientX: number, manner: "live" | "push") => {
      const { columns: current, today: end } = now.current;
      if (!current) return;
      const x = (clientX - boards.plot.getBoundingClientRect().left) / made.unit();
      const day = dayForLine(move(), x, current.ticks, end);
      view.set({ ...view.get(), known: asKnown(day, end) }, manner);
    };
    setStage(made);
    return () => {
      for (const release of releases) release();
      hovering.keep();
      made.destroy();
    };
  }, [view]);

  useEffect(() => {
    if (stage && columns)
      stage.show({
        columns,
        today,
        selected,
        fresh,
        pinned,
        lens,
        saved,
        headerId: (lane) => `${prefix}-lane-${lane}`,
      });
  }, [stage, columns, today, selected, fresh, pinned, lens, saved, prefix]);

  const hide = useCallback(() => hover.current?.hide(), []);

  /** Selects; what opens for it takes the focus, or leaves it where it is. */
  const choose = (id: string | null, keepsFocus = false) => {
    if (plot.current) plot.current.dataset.keepsFocus = String(keepsFocus);
    now.current.onSelect(id);
  };

  /** Selects and goes on from here, or clears what is selected. */
  const mark = (id: string, of: TimelineColumns) => {
    const isSelected = id === selected;
    choose(isSelected ? null : id, true);
    say(isSelected ? "Selection cleared." : `Selected: ${titleOfId(of, id)}.`);
  };
  const chosen = useRef(choose);
  chosen.current = choose;

  const onKeyDown = (event: KeyboardEvent | globalThis.KeyboardEvent) => {
    const command = commandOf(event, props.shortcuts ?? true);
    if (!command || !stage) return;
    const isUsed = perform(command, stage, today, {
      open: choose,
      mark: (id) => columns && mark(id, columns),
      close: () => {
        if (list) setList(null);
        else if (hit || selected !== null) props.onSelect(null);
        else return false;
        return true;
      },
      ask: () => setGoing(true),
    });
    if (isUsed) event.preventDefault();
  };

  // With the focus nowhere, as after a click on the ground, keys go to the plot.
  const press = useRef(onKeyDown);
  press.current = onKeyDown;
  useEffect(() => {
    const onPress = (event: globalThis.KeyboardEvent) => {
      const isNowhere = event.target === document.body || event.target === document.documentElement;
      if (!isNowhere || event.defaultPrevented) return;
      if (commandOf(event, true)?.do === "close") return;
      press.current(event);
    };
    addEventListener("keydown", onPress);
    return () => removeEventListener("keydown", onPress);
  }, []);

  const description = useMemo(() => {
    if (!columns) return "Loading.";
    const known = asKnownOn(columns, settled.known ?? today);
    const window = nameOfWindow(known, columns.lanes.length, settled.from, settled.to);
    return `${window} ${nameOfHorizon(horizonOf(columns.ticks.day, known.day), known.day)}`.trim();
  }, [columns, settled, today]);

  return (
    <div className="timeline">
      <div className="timeline-corner">
        <button type="button" aria-label="Zoom out" onClick={() => stage?.camera.zoomBy(1 / 1.5)}>
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <path d="M-5 0H5" />
          </svg>
        </button>
        <button type="button" aria-label="Zoom in" onClick={() => stage?.camera.zoomBy(1.5)}>
          <svg viewBox="-8 -8 16 16" aria-hidden="true">
            <path d="M-5 0H5M0-5V5" />
          </svg>
        </button>
        <span className="t-ui">{spanWords(settled)}</span>
      </div>
      <div className="timeline-axis" ref={axisBox}>
        <canvas ref={axis} />
        <button
          type="button"
          className="timeline-flag"
          ref={flag}
          tabIndex={-1}
          aria-hidden="true"
        />
      </div>
      <div className="timeline-body" ref={body}>
        {columns && stack && (
          <LaneHeads
            columns={columns}
            stack={stack}
            view={view}
            today={today}
            prefix={prefix}
            ordering={props.ordering}
            paired={lens !== null}
          />
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is no timeline */}
        <div
          className="timeline-plot"
          ref={plot}
          role="group"
          aria-roledescription="timeline"
          aria-label={label}
          aria-describedby={`${prefix}-what`}
          onKeyDown={onKeyDown}
        >
          <canvas ref={canvas} />
          <button type="button" className="timeline-previous" ref={previous} hidden>
            <span>Previous view</span>
          </button>
          <div className="timeline-overlay" ref={overlay} />
          {columns && list && (
            <MergedList
              hit={list}
              columns={columns}
              day={list.since && lens ? lens.now : (view.get().known ?? today)}
              unit={stage?.unit() ?? 1}
              edge={(stage?.edge() ?? 0) * (stage?.unit() ?? 1)}
              onPick={(id) => {
                setList(null);
                choose(id);
              }}
            />
          )}
          {columns && hit && !list && (
            <HoverCard
              hit={hit}
              columns={columns}
              view={view}
              today={today}
              now={lens?.now}
              edge={(stage?.edge() ?? 0) * (stage?.unit() ?? 1)}
              unit={stage?.unit() ?? 1}
              said={props.said}
              onHide={hide}
            />
          )}
        </div>
      </div>
      {going && stage && (
        <Suspense>
          <GoTo
            day={Math.round((settled.from + settled.to) / 2)}
            onGo={(day) => {
              setGoing(false);
              stage.camera.goTo(day);
              stage.focusBack();
            }}
            onClose={(back) => {
              setGoing(false);
              if (back) stage.focusBack();
            }}
          />
        </Suspense>
      )}
      <p hidden id={`${prefix}-what`}>
        {description}
      </p>
    </div>
  );
}
