import type { Brush } from "./brush.ts";
import { asKnownOn, extentOf, type Known, type TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { forgetWidth, placeFlag } from "./flag.ts";
import { type Frame, nearFrame } from "./frame.ts";
import { createGlide } from "./glide.ts";
import type { Hit } from "./hit.ts";
import { hitAt, hitOf } from "./hit.ts";
import { horizonOf } from "./horizon.ts";
import type { Mood } from "./labels.ts";
import { type LaneStack, stackLanes } from "./lanes.ts";
import { layOut, type Scene } from "./layout.ts";
import type { Lens } from "./lens.ts";
import { createOverlay, MOST_NODES } from "./overlay.ts";
import { paint } from "./paint.ts";
import { AXIS_HEIGHT, paintAxis } from "./paintaxis.ts";
import { type Palette, readPalette } from "./palette.ts";
import { forgetTiles } from "./patterns.ts";
import type { Measure } from "./scene.ts";
import { fitCanvas, slabAt } from "./slab.ts";
import { isInPlot, type Stop, stopsOf } from "./stops.ts";
import { axisOf } from "./ticks.ts";
import { forgetFace, measureOn } from "./type.ts";
import { SETTLE_MS, type ViewStore } from "./view.ts";
import { fitted, type Viewport, xOf, zoomAt } from "./viewport.ts";

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
}

/** What the stage shows. */
export interface Play {
  columns: TimelineColumns;
  today: Day;
  selected: string | null;
  pinned: ReadonlySet<string>;
  /** How a comparison is drawn; null for one day of knowledge alone. */
  lens: Lens | null;
  /** Id of the element that names a lane. */
  headerId: (lane: number) => string;
}

export interface StageEvents {
  focus(key: string | null): void;
  press(id: string): void;
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
    const now = frame();
    if (!now || !play || !stack || size.width === 0) return;
    const span = now.viewport.to - now.viewport.from;
    const zoomed = Math.abs(span / last.span - 1) > 1e-6;
    const travelled = now.known.day !== last.known || play.selected !== last.selected;
    const mood: Mood = settled ? (zoomed ? "anew" : "keep") : travelled ? "keep" : "moving";
    scene = (play.lens?.layOut ?? layOut)(now, scene.standing, mood);
    if (settled) last = { span, known: now.known.day, selected: play.selected };
    else last = { ...last, known: now.known.day, selected: play.selected };
    const isToday = view.get().known === null;
    const lineX = xOf(now.viewport, now.known.day + 1);
    const horizon = horizonOf(now.columns.ticks.day, now.known.day);
    const axis = axisOf(now.viewport);
    const scale = size.ratio * size.unit;
    const brush: Brush = {
      ctx,
      palette,
      ratio: scale,
      lineX,
      horizon,
      horizonX: xOf(now.viewport, horizon + 1),
      travelling: !isToday,
      comparing: play.lens !== null,
      edge: size.width,
      hovered,
      selected: play.selected,
    };
    ctx.setTransform(scale, 0, 0, scale, 0, -slab.top * scale);
    paint(brush, scene.primitives, stack, axis, size.height);
    const covered = placeFlag(
      boards.flag,
      lineX * size.unit,
      size.width * size.unit,
      now.known.day,
      isToday,
    );
    axisCtx.setTransform(scale, 0, 0, scale, 0, 0);
    const inUnits = { x1: covered.x1 / size.unit, x2: covered.x2 / size.unit };
    paintAxis(axisCtx, palette, axis, size.width, scale, inUnits);
    if (settled) syncOverlay(now);
  };

  const allStops = (): Stop[] => {
    const now = frame();
    stops ??= now ? stopsFor(now) : [];
    return stops;
  };

  const stopsFor = (of: Frame): Stop[] => (play?.lens?.stopsOf ?? stopsOf)(of, scene.primitives);

  const syncOverlay = (now: Frame) => {
    stops = null;
    const near = stopsFor(nearFrame(now));
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

  const invalidate = () => {
    if (!request)
      request = requestAnimationFrame(() => {
        request = 0;
        draw(false);
      });
    clearTimeout(timer);
    timer = setTimeout(() => draw(true), SETTLE_MS);
  };

  const resize = () => {
    const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
    const width = boards.plot.clientWidth / unit;
    const height = Math.max(stack?.height ?? 0, boards.body.clientHeight / unit);
    const ratio = window.devicePixelRatio || 1;
    const same =
      width === size.width && height === size.height && ratio === size.ratio && unit === size.unit;
    if (same) return;
    size = { width, height, ratio, unit };
    forgetFace(ctx);
    forgetFace(axisCtx);
    boards.plot.style.height = `${height * unit}px`;
    slab = slabAt(height, boards.body.clientHeight / unit, boards.body.scrollTop / unit);
    boards.canvas.style.transform = `translateY(${slab.top * unit}px)`;
    fitCanvas(boards.canvas, width, slab.height, ratio * unit, unit);
    fitCanvas(boards.axis, width, AXIS_HEIGHT, ratio * unit, unit);
    draw(true);
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
  const theme = new MutationObserver(recolour);
  theme.observe(document.documentElement, { attributes: true });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", recolour);
  document.fonts.addEventListener("loadingdone", recolour);
  const unsubscribe = view.subscribe(invalidate);

  return {
    show(next: Play) {
      if (play?.columns !== next.columns) {
        stack = stackLanes(next.columns);
        scene = { primitives: [], standing: new Map() };
        last = { ...last, span: 0 };
      }
      play = next;
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
    hitAt: (x: number, y: number): Hit | null =>
      hitAt(scene.primitives, x / size.unit, y / size.unit),
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
      boards.body.removeEventListener("scroll", onScroll);
      theme.disconnect();
      dark.removeEventListener("change", recolour);
      document.fonts.removeEventListener("loadingdone", recolour);
      unsubscribe();
      cancelAnimationFrame(request);
      glide.halt();
      clearTimeout(timer);
      overlay.destroy();
    },
  };
}
