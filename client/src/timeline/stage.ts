import { binAt, binOf, middleOf, stopsOfBins } from "./bin.ts";
import type { Brush } from "./brush.ts";
import { createCamera } from "./camera.ts";
import { asKnownOn, extentOf, idOfBar, type Known, type TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { countsOf } from "./density.ts";
import { type Around, createEasel } from "./easel.ts";
import { fadeOut } from "./fade.ts";
import { forgetWidth, lineWords, placeFlag } from "./flag.ts";
import type { Frame } from "./frame.ts";
import type { Hit } from "./hit.ts";
import { hitAt, hitOf } from "./hit.ts";
import { horizonOf } from "./horizon.ts";
import type { Mood } from "./labels.ts";
import { type LaneStack, stackLanes } from "./lanes.ts";
import { layOut, type Scene } from "./layout.ts";
import type { Lens } from "./lens.ts";
import { createMotion } from "./motion.ts";
import { paint } from "./paint.ts";
import { paintRule } from "./paintarea.ts";
import { paintAxis } from "./paintaxis.ts";
import { type Palette, readPalette } from "./palette.ts";
import { forgetTiles } from "./patterns.ts";
import { createPrevious } from "./previous.ts";
import { onRecolour } from "./recolour.ts";
import type { Measure } from "./scene.ts";
import { isInPlot, type Stop, stopsOf } from "./stops.ts";
import { axisOf } from "./ticks.ts";
import { createTour } from "./tour.ts";
import { turnBetween } from "./turn.ts";
import { measureOn } from "./type.ts";
import { type Change, SETTLE_MS, type ViewStore } from "./view.ts";
import { type Level, levelOf, xOf } from "./viewport.ts";

/** The elements a stage plays on. */
export interface Boards extends Around {
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
  const easel = createEasel(boards);
  const { ctx, axisCtx, size } = easel;
  const camera = createCamera(view, () => size().width);
  const { viewport } = camera;
  let play: Play | null = null;
  let stack: LaneStack | null = null;
  let palette: Palette = readPalette(boards.plot);
  let measure: Measure = measureOn(ctx, palette.family);
  let known: { columns: TimelineColumns; value: Known } | null = null;
  let scene: Scene = { primitives: [], standing: new Map() };
  let hovered: string | null = null;
  let last = { span: 0, known: -1, selected: "" as string | null };
  // The level last painted, and the window that last came to rest nearer than density.
  let drawn: Level | null = null;
  let rested: { from: Day; to: Day } | null = null;
  // The day of knowledge that marks were last at rest on, and the one a turn is to begin from.
  let restedOn: Day | null = null;
  let turnsFrom: Day | null = null;
  let request = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const dayKnown = () => view.get().known ?? play?.today ?? 0;

  const previous = createPrevious(boards.previous, (window) =>
    camera.glideTo({ ...viewport(), ...window }),
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
          edge: size().width,
          selected: play.selected,
          pinned: play.pinned,
          measure,
        }
      : null;

  const draw = (settled: boolean) => {
    if (size().width > 0) {
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
    if (!now || !play || !stack || size().width === 0) return;
    const span = now.viewport.to - now.viewport.from;
    const zoomed = Math.abs(span / last.span - 1) > 1e-6;
    const travelled = now.known.day !== last.known || play.selected !== last.selected;
    const mood: Mood = settled ? (zoomed ? "anew" : "keep") : travelled ? "keep" : "moving";
    scene = (play.lens?.layOut ?? layOut)(now, scene.standing, mood);
    if (settled) last = { span, known: now.known.day, selected: play.selected };
    else last = { ...last, known: now.known.day, selected: play.selected };
    begin(now);
    paintPlot(now);
    previous.place(now.viewport, now.edge, size().unit);
    if (settled && !stack.far) rested = { from: now.viewport.from, to: now.viewport.to };
    paintHead(now);
    // Black until now, as canvases are that cannot be seen through.
    for (const canvas of [boards.canvas, boards.axis]) canvas.dataset.painted ??= "";
    if (settled) tour.sync(now);
  };

  /** Lets what a new day of knowledge changed come about, from the day that was shown before. */
  const begin = (now: Frame) => {
    const day = turnsFrom;
    turnsFrom = null;
    if (day === null || !play || play.lens || now.stack.far) return;
    const then = { ...now, known: asKnownOn(now.columns, day) };
    const before = layOut(then, new Map(), "moving").primitives;
    const turn = turnBetween(before, scene.primitives, now.edge);
    if (turn) motion.play(turn);
  };

  const paintPlot = (now: Frame) => {
    if (!play) return;
    const lineX = xOf(now.viewport, now.known.day + 1);
    const horizon = horizonOf(now.columns.ticks.day, now.known.day);
    const scale = easel.readyPlot();
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
      edge: now.edge,
      hovered: bin ? null : hovered,
      selected: play.selected,
      fresh: play.fresh,
      turning: motion.now(),
    };
    const { height } = size();
    paint(brush, scene.primitives, now.stack, axisOf(now.viewport), height);
    if (bin && now.stack.far) paintRule(brush, middleOf(now.viewport, bin), height);
  };

  /** The axis, and the flag over it. */
  const paintHead = (now: Frame) => {
    const isToday = view.get().known === null;
    const { unit } = size();
    const covered = placeFlag(
      boards.flag,
      xOf(now.viewport, now.known.day + 1) * unit,
      now.edge * unit,
      lineWords(now.known.day, isToday, play?.saved),
      isToday,
    );
    const inUnits = { x1: covered.x1 / unit, x2: covered.x2 / unit };
    paintAxis(axisCtx, palette, axisOf(now.viewport), now.edge, easel.readyAxis(), inUnits);
  };

  const motion = createMotion(() => {
    const now = frame();
    if (now) paintPlot(now);
  });

  const tour = createTour(
    boards.overlay,
    {
      frame,
      stopsOf: (of) =>
        of.stack.far
          ? stopsOfBins(of, countsOf(scene.primitives))
          : (play?.lens?.stopsOf ?? stopsOf)(of, scene.primitives),
      unit: () => size().unit,
      headerId: (lane) => play?.headerId(lane) ?? "",
    },
    { focus: events.focus, press: (key) => events.press(key.split("#")[0] ?? key) },
  );

  /** First day of an agreement and the last that can be said of it. */
  const lifeOf = (id: string) => {
    const bar = play && knownNow(play.columns).bars.find((one) => idOfBar(one) === id);
    const first = bar?.segments[0]?.start;
    return first === undefined ? null : { first, last: Math.max(dayKnown(), first) };
  };

  const soon = () => {
    request ||= requestAnimationFrame(() => {
      request = 0;
      draw(false);
    });
  };

  const invalidate = () => {
    soon();
    clearTimeout(timer);
    timer = setTimeout(() => draw(true), SETTLE_MS);
  };

  /** Fits the canvases to what they show; answers whether it painted. */
  const resize = (): boolean => {
    const isChanged = easel.fit(stack?.height ?? 0);
    if (isChanged) draw(true);
    return isChanged;
  };

  const onScroll = () => {
    if (easel.follow()) draw(false);
  };

  const recolour = () => {
    palette = readPalette(boards.plot);
    measure = measureOn(ctx, palette.family);
    forgetTiles();
    forgetWidth(boards.flag);
    last = { ...last, span: 0 };
    draw(true);
  };

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
    camera,
    /** Px of the page to px of the drawing. */
    unit: () => size().unit,
    edge: () => size().width,
    stack: () => stack,
    stops: tour.all,
    current: tour.current,
    focusBack: tour.focusBack,
    /** What lies at px of the page. */
    hitAt: (x: number, y: number): Hit | null => {
      const now = frame();
      const { unit } = size();
      return now?.stack.far
        ? binAt(now, x / unit, y / unit)
        : hitAt(scene.primitives, x / unit, y / unit);
    },
    /** Zooms to a bin, or fits the life of an agreement; the window before can be come back to. */
    zoomTo(id: string) {
      const bin = binOf(id) ?? lifeOf(id);
      if (!bin) return;
      if (stack?.far) previous.remember(viewport());
      rested = null;
      camera.fit(bin.first, bin.last, stack?.far ? 0 : undefined);
    },
    hitOf: (id: string, since?: boolean): Hit | null => hitOf(scene.primitives, id, since),
    hover(id: string | null) {
      if (hovered === id) return;
      hovered = id;
      soon();
    },
    fitAll() {
      const extent = play && extentOf(play.columns, knownNow(play.columns));
      if (extent) camera.fit(extent.first, Math.max(extent.last, dayKnown()));
    },
    /** Brings the knowledge line to where it is read best. */
    toLine: () => camera.toLine(dayKnown()),
    /** Focuses a stop, first bringing it into the plot. */
    focusOn(stop: Stop) {
      const { width } = size();
      if (!isInPlot(stop, width) || stop.x > width - 30) {
        camera.center(stop.x + stop.width / 2);
        draw(true);
      }
      tour.focus(stop.key);
    },
    destroy() {
      observer.disconnect();
      previous.destroy();
      boards.body.removeEventListener("scroll", onScroll);
      stopRecolour();
      document.fonts.removeEventListener("loadingdone", recolour);
      for (const unsubscribe of unsubscribes) unsubscribe();
      motion.halt();
      cancelAnimationFrame(request);
      camera.halt();
      clearTimeout(timer);
      tour.destroy();
    },
  };
}
