import { binAt, binOf, middleOf, stopsOfBins } from "./bin.ts";
import type { Brush } from "./brush.ts";
import { asKnownOn, extentOf, idOfBar, type Known, type TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { countsOf } from "./density.ts";
import { fadeOut } from "./fade.ts";
import { forgetWidth, lineWords, placeFlag } from "./flag.ts";
import { type Frame, nearFrame } from "./frame.ts";
import { createGlide } from "./glide.ts";
import type { Hit } from "./hit.ts";
import { hitAt, hitOf } from "./hit.ts";
import { horizonOf } from "./horizon.ts";
import type { Mood } from "./labels.ts";
import { type LaneStack, stackLanes } from "./lanes.ts";
import { layOut, type Scene } from "./layout.ts";
import type { Lens } from "./lens.ts";
import { createMotion } from "./motion.ts";
import { createOverlay, MOST_NODES } from "./overlay.ts";
import { paint } from "./paint.ts";
import { paintRule } from "./paintarea.ts";
import { AXIS_HEIGHT, paintAxis } from "./paintaxis.ts";
import { type Palette, readPalette } from "./palette.ts";
import { forgetTiles } from "./patterns.ts";
import { createPrevious } from "./previous.ts";
import { onRecolour } from "./recolour.ts";
import type { Measure } from "./scene.ts";
import { fitCanvas, slabAt } from "./slab.ts";
import { isInPlot, type Stop, stopsOf } from "./stops.ts";
import { axisOf } from "./ticks.ts";
import { turnBetween } from "./turn.ts";
import { forgetFace, measureOn } from "./type.ts";
import { type Change, SETTLE_MS, type ViewStore } from "./view.ts";
import { fitted, type Level, levelOf, type Viewport, xOf, zoomAt } from "./viewport.ts";

/** Room after the last day shown, px. */
export const PAD_END = 20;

/** The elements a stage plays on. */
export interface Boards {
  /** Scrolls the lanes. */
  body: HTMLElement;
  plot: HTMLElement;
  canvas: HTMLCanvasElement;
  axis: HTMLCanvasElement;
  flag: HTMLElement;
  overlay: HTMLElement;
  /** Leads back to the window before a leap. */
  previous: HTMLElement;
}

/** What the stage shows. */
export interface Play {
  columns: TimelineColumns;
  today: Day;
  selected: string | null;
  /** Ids of what has just changed. */
  fresh: ReadonlySet<string>;
  pinned: ReadonlySet<string>;
  /** How a comparison is drawn; null for one day of knowledge alone. */
  lens: Lens | null;
  /** What the flag says in place of today; null: today. */
  saved: string | null;
  /** Id of the element that names a lane. */
  headerId: (lane: number) => string;
}

export interface StageEvents {
  focus(key: string | null): void;
  press(id: string): void;
  /** The lanes are now stacked as from far away, or no longer. */
  far(isFar: boolean): void;
}

/** The painter's side of a timeline: it follows the view store frame by frame, and React not at all. */
export type Stage = ReturnType<typeof createStage>;

/** Sets up a stage; `show` gives it something to paint. */
export function createStage(boards: Boards, view: ViewStore, events: StageEvents) {
  const ctx = boards.canvas.getContext("2d", { alpha: false });
  const axisCtx = boards.axis.getContext("2d", { alpha: false });
  if (!ctx || !axisCtx) throw new Error("This browser has no 2D canvas.");
  let play: Play | null = null;
  let stack: LaneStack | null = null;
  let palette: Palette = readPalette(boards.plot);
  let measure: Measure = measureOn(ctx, palette.family);
  let known: { columns: TimelineColumns; value: Known } | null = null;
  let scene: Scene = { primitives: [], standing: new Map() };
  // All there are, worked out when somebody walks them.
  let stops: Stop[] | null = null;
  let size = { width: 0, height: 0, ratio: 1, unit: 1 };
  let hovered: string | null = null;
  let last = { span: 0, known: -1, selected: "" as string | null };
  // The canvas is a slab of the lanes, a little taller than what shows; long timelines scroll it along.
  let slab = { top: 0, height: 0 };
  // The level last painted, and the window that last came to rest nearer than density.
  let drawn: Level | null = null;
  let rested: { from: Day; to: Day } | null = null;
  // The day of knowledge that marks were last at rest on, and the one a turn is to begin from.
  let restedOn: Day | null = null;
  let turnsFrom: Day | null = null;
  let request = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const overlay = createOverlay(boards.overlay, {
    focus: events.focus,
    press: (key) => events.press(key.split("#")[0] ?? key),
  });

  const dayKnown = () => view.get().known ?? play?.today ?? 0;

  const viewport = (): Viewport => {
    const { from, to } = view.get();
    return { from, to, width: Math.max(1, size.width - PAD_END) };
  };

  const previous = createPrevious(boards.previous, (window) =>
    glide.to({ ...viewport(), ...window }),
  );

  const isFarNow = () => levelOf(viewport()) === "density";

  /** Stacks the lanes as this zoom wants them; what was painted before fades. */
  const restack = () => {
    if (!play) return;
    const far = isFarNow();
    if (stack && far && rested) previous.remember(rested);
    stack = stackLanes(play.columns, far);
    scene = { primitives: [], standing: new Map() };
    last = { ...last, span: 0 };
    events.far(far);
  };

  const knownNow = (columns: TimelineColumns): Known => {
    if (known?.columns !== columns || known.value.day !== dayKnown())
      known = { columns, value: asKnownOn(columns, dayKnown()) };
    return known.value;
  };

  const frame = (): Frame | null =>
    play && stack
      ? {
          columns: play.columns,
          known: knownNow(play.columns),
          stack,
          viewport: viewport(),
          edge: size.width,
          selected: play.selected,
          pinned: play.pinned,
          measure,
        }
      : null;

  const draw = (settled: boolean) => {
    if (size.width > 0) {
      const level = levelOf(viewport());
      if (level !== drawn && drawn !== null) {
        fadeOut(boards.canvas);
        fadeOut(boards.axis);
      }
      drawn = level;
      if (stack && (level === "density") !== stack.far) {
        restack();
        if (resize()) return;
      }
    }
    const now = frame();
    if (!now || !play || !stack || size.width === 0) return;
    const span = now.viewport.to - now.viewport.from;
    const zoomed = Math.abs(span / last.span - 1) > 1e-6;
    const travelled = now.known.day !== last.known || play.selected !== last.selected;
    const mood: Mood = settled ? (zoomed ? "anew" : "keep") : travelled ? "keep" : "moving";
    scene = (play.lens?.layOut ?? layOut)(now, scene.standing, mood);
    if (settled) last = { span, known: now.known.day, selected: play.selected };
    else last = { ...last, known: now.known.day, selected: play.selected };
    begin(now);
    paintPlot(now);
    previous.place(now.viewport, size.width, size.unit);
    if (settled && !stack.far) rested = { from: now.viewport.from, to: now.viewport.to };
    paintHead(now);
    // Black until now, as canvases are that cannot be seen through.
    for (const canvas of [boards.canvas, boards.axis]) canvas.dataset.painted ??= "";
    if (settled) syncOverlay(now);
  };

  /** Lets what a new day of knowledge changed come about, from the day that was shown before. */
  const begin = (now: Frame) => {
    const day = turnsFrom;
    turnsFrom = null;
    if (day === null || !play || play.lens || now.stack.far) return;
    const then = { ...now, known: asKnownOn(now.columns, day) };
    const before = layOut(then, new Map(), "moving").primitives;
    const turn = turnBetween(before, scene.primitives, size.width);
    if (turn) motion.play(turn);
  };

  const paintPlot = (now: Frame) => {
    if (!play) return;
    const lineX = xOf(now.viewport, now.known.day + 1);
    const horizon = horizonOf(now.columns.ticks.day, now.known.day);
    const scale = size.ratio * size.unit;
    const bin = binOf(hovered);
    const brush: Brush = {
      ctx,
      palette,
      ratio: scale,
      lineX,
      horizon,
      horizonX: xOf(now.viewport, horizon + 1),
      travelling: view.get().known !== null,
      comparing: play.lens !== null,
      edge: size.width,
      hovered: bin ? null : hovered,
      selected: play.selected,
      fresh: play.fresh,
      turning: motion.now(),
    };
    ctx.setTransform(scale, 0, 0, scale, 0, -slab.top * scale);
    paint(brush, scene.primitives, now.stack, axisOf(now.viewport), size.height);
    if (bin && now.stack.far) paintRule(brush, middleOf(now.viewport, bin), size.height);
  };

  /** The axis, and the flag over it. */
  const paintHead = (now: Frame) => {
    const isToday = view.get().known === null;
    const covered = placeFlag(
      boards.flag,
      xOf(now.viewport, now.known.day + 1) * size.unit,
      size.width * size.unit,
      lineWords(now.known.day, isToday, play?.saved),
      isToday,
    );
    const scale = size.ratio * size.unit;
    axisCtx.setTransform(scale, 0, 0, scale, 0, 0);
    const inUnits = { x1: covered.x1 / size.unit, x2: covered.x2 / size.unit };
    paintAxis(axisCtx, palette, axisOf(now.viewport), size.width, scale, inUnits);
  };

  const motion = createMotion(() => {
    const now = frame();
    if (now) paintPlot(now);
  });

  const allStops = (): Stop[] => {
    const now = frame();
    stops ??= now ? stopsFor(now) : [];
    return stops;
  };

  const stopsFor = (of: Frame): Stop[] =>
    of.stack.far
      ? stopsOfBins(of, countsOf(scene.primitives))
      : (play?.lens?.stopsOf ?? stopsOf)(of, scene.primitives);

  const syncOverlay = (now: Frame) => {
    stops = null;
    const near = stopsFor(now.stack.far ? now : nearFrame(now));
    // The one that has the focus keeps it, wherever the view went.
    const focused = overlay.focused();
    const kept = focused === null ? [] : allStops().filter(({ key }) => key === focused);
    const shown = [...near, ...kept.filter(({ key }) => near.every((stop) => stop.key !== key))]
      .filter((stop) => stop.key === focused || isInPlot(stop, size.width))
      .slice(0, MOST_NODES);
    const scaled = shown.map((stop) => ({
      ...stop,
      x: stop.x * size.unit,
      y: stop.y * size.unit,
      width: stop.width * size.unit,
      height: stop.height * size.unit,
    }));
    if (play) overlay.sync(scaled, play.headerId);
  };

  /** First day of an agreement and the last that can be said of it. */
  const lifeOf = (id: string) => {
    const bar = play && knownNow(play.columns).bars.find((one) => idOfBar(one) === id);
    const first = bar?.segments[0]?.start;
    return first === undefined ? null : { first, last: Math.max(dayKnown(), first) };
  };

  const invalidate = () => {
    if (!request)
      request = requestAnimationFrame(() => {
        request = 0;
        draw(false);
      });
    clearTimeout(timer);
    timer = setTimeout(() => draw(true), SETTLE_MS);
  };

  /** Fits the canvases to what they show; answers whether it painted. */
  const resize = (): boolean => {
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const width = boards.plot.clientWidth / unit;
    const height = Math.max(stack?.height ?? 0, boards.body.clientHeight / unit);
    const ratio = window.devicePixelRatio || 1;
    const same =
      width === size.width && height === size.height && ratio === size.ratio && unit === size.unit;
    if (same) return false;
    size = { width, height, ratio, unit };
    forgetFace(ctx);
    forgetFace(axisCtx);
    boards.plot.style.height = `${height * unit}px`;
    slab = slabAt(height, boards.body.clientHeight / unit, boards.body.scrollTop / unit);
    boards.canvas.style.transform = `translateY(${slab.top * unit}px)`;
    fitCanvas(boards.canvas, width, slab.height, ratio * unit, unit);
    fitCanvas(boards.axis, width, AXIS_HEIGHT, ratio * unit, unit);
    draw(true);
    return true;
  };

  const onScroll = () => {
    const top = boards.body.scrollTop / size.unit;
    const shown = boards.body.clientHeight / size.unit;
    if (top >= slab.top && top + shown <= slab.top + slab.height) return;
    slab = slabAt(size.height, shown, top);
    boards.canvas.style.transform = `translateY(${slab.top * size.unit}px)`;
    draw(false);
  };

  const recolour = () => {
    palette = readPalette(boards.plot);
    measure = measureOn(ctx, palette.family);
    forgetTiles();
    forgetWidth(boards.flag);
    last = { ...last, span: 0 };
    draw(true);
  };

  let held = false;

  const set = (next: Viewport) =>
    view.set({ from: next.from, to: next.to, known: view.get().known }, held ? "live" : "replace");

  const glide = createGlide(viewport, set);

  const observer = new ResizeObserver(resize);
  observer.observe(boards.body);
  observer.observe(boards.plot);
  boards.body.addEventListener("scroll", onScroll, { passive: true });
  const stopRecolour = onRecolour(recolour);
  document.fonts.addEventListener("loadingdone", recolour);
  /** The day of knowledge is chosen: what it changed may come about. */
  const release = () => {
    const day = dayKnown();
    if (restedOn === null || restedOn === day) return;
    turnsFrom ??= restedOn;
    restedOn = day;
    invalidate();
  };

  const unsubscribes = [
    view.subscribe((change: Change) => {
      motion.halt();
      if (change !== "live") release();
      invalidate();
    }),
    view.onSettle(release),
  ];

  return {
    show(next: Play) {
      const isNew = play?.columns !== next.columns;
      play = next;
      restedOn ??= dayKnown();
      if (isNew) {
        motion.halt();
        stack = null;
        restack();
      }
      resize();
      draw(true);
    },
    resize,
    viewport,
    /** Px of the page to px of the drawing. */
    unit: () => size.unit,
    edge: () => size.width,
    stack: () => stack,
    stops: allStops,
    hitAt: (x: number, y: number): Hit | null => {
      const now = frame();
      return now?.stack.far
        ? binAt(now, x / size.unit, y / size.unit)
        : hitAt(scene.primitives, x / size.unit, y / size.unit);
    },
    /** Zooms to a bin, or fits the life of an agreement; the window before can be come back to. */
    zoomTo(id: string) {
      const bin = binOf(id) ?? lifeOf(id);
      if (!bin) return;
      if (stack?.far) previous.remember(viewport());
      rested = null;
      glide.to(fitted(viewport(), bin.first, bin.last, stack?.far ? 0 : undefined));
    },
    hitOf: (id: string, since?: boolean): Hit | null => hitOf(scene.primitives, id, since),
    hover(id: string | null) {
      if (hovered === id) return;
      hovered = id;
      if (!request)
        request = requestAnimationFrame(() => {
          request = 0;
          draw(false);
        });
    },
    set,
    halt: glide.halt,
    /** While a hand holds the plot, the view does not come to rest. */
    hold(isHeld: boolean) {
      held = isHeld;
      if (!isHeld) view.set(view.get(), "replace");
    },
    zoomBy(factor: number, x?: number) {
      glide.to(zoomAt(viewport(), x ?? (size.width - PAD_END) / 2, factor));
    },
    glideTo: glide.to,
    fitAll() {
      const extent = play && extentOf(play.columns, knownNow(play.columns));
      if (extent) glide.to(fitted(viewport(), extent.first, Math.max(extent.last, dayKnown())));
    },
    /** Brings the knowledge line to three quarters of the plot. */
    toLine() {
      const now = viewport();
      const from = dayKnown() + 1 - (now.to - now.from) * 0.75;
      glide.to({ ...now, from, to: from + now.to - now.from });
    },
    /** Brings a day to the middle of the plot. */
    goTo(day: Day) {
      const now = viewport();
      const from = day + 0.5 - (now.to - now.from) / 2;
      glide.to({ ...now, from, to: from + now.to - now.from });
    },
    /** Gives the focus back to the plot's stop. */
    focusBack() {
      const key = overlay.current();
      if (key !== null) overlay.focus(key);
    },
    /** Focuses a stop, first bringing it into the plot. */
    focusOn(stop: Stop) {
      if (!isInPlot(stop, size.width) || stop.x > size.width - 30) {
        const now = viewport();
        const middle = (stop.x + stop.width / 2) / now.width;
        const shift = (now.to - now.from) * (middle - 0.5);
        set({ ...now, from: now.from + shift, to: now.to + shift });
        draw(true);
      }
      const found = allStops().find(({ key }) => key === stop.key);
      if (found) overlay.focus(found.key);
    },
    current: () => allStops().find(({ key }) => key === overlay.current()) ?? allStops()[0] ?? null,
    destroy() {
      observer.disconnect();
      previous.destroy();
      boards.body.removeEventListener("scroll", onScroll);
      stopRecolour();
      document.fonts.removeEventListener("loadingdone", recolour);
      for (const unsubscribe of unsubscribes) unsubscribe();
      motion.halt();
      cancelAnimationFrame(request);
      glide.halt();
      clearTimeout(timer);
      overlay.destroy();
    },
  };
}
