/** What a hand may do to the plot. Positions are px from the plot's top left corner. */
export interface Hand {
  pan(dx: number, dy: number): void;
  zoom(x: number, factor: number): void;
  /** Double click or tap: zoom in step by step, with its animation. */
  zoomIn(x: number, y: number): void;
  tap(x: number, y: number): void;
  /** The pointer is on something that lies over the plot, such as a card: what it showed stays. */
  keep(): void;
  /** The pointer rests or moves over a point, or has left (null). */
  hover(point: { x: number; y: number } | null): void;
  /** A drag, pinch or wheel begins or is over. */
  moving(isMoving: boolean): void;
}

const NOTCH_FACTOR = 1.15;
const NOTCH = 100;
/** Trackpads report a pinch as a wheel with Ctrl and small deltas. */
const PINCH_SPEED = 0.01;
const DRAG_PX = 4;
const DOUBLE_TAP_MS = 300;
const WHEEL_REST_MS = 160;

/** How much a turn of the wheel zooms: ×1.15 a notch in, the inverse out. */
export function wheelFactor(deltaY: number): number {
  if (Math.abs(deltaY) < 50) return Math.exp(-deltaY * PINCH_SPEED);
  return NOTCH_FACTOR ** (-deltaY / NOTCH);
}

/** Whether a pointer is on a card or list that lies over the plot, and not on the plot itself. */
function isOverPlot({ target }: Event): boolean {
  return target instanceof Element && target.closest("[data-over-plot]") !== null;
}

/**
 * Listens to wheel and pointers on the plot: the wheel alone scrolls lanes, Shift or sideways pans time, Ctrl or ⌘ zooms
 * at the pointer; a drag pans, two pointers pinch. Returns how to stop.
 */
export function attachHand(plot: HTMLElement, hand: Hand): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const pointers = new Map<number, { x: number; y: number }>();
  let start: { x: number; y: number } | null = null;
  let dragging = false;
  let lastTap = { at: 0, x: 0 };
  let rest: ReturnType<typeof setTimeout> | undefined;

  const at = (event: MouseEvent) => {
    const box = plot.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const wheelMoves = () => {
    hand.moving(true);
    clearTimeout(rest);
    rest = setTimeout(() => hand.moving(false), WHEEL_REST_MS);
  };

  plot.addEventListener(
    "wheel",
    (event) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        wheelMoves();
        hand.zoom(at(event).x, wheelFactor(event.deltaY));
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        wheelMoves();
        hand.pan(-(event.deltaX || event.deltaY), 0);
      }
    },
    { ...options, passive: false },
  );

  plot.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || isOverPlot(event)) return;
      pointers.set(event.pointerId, at(event));
      start = at(event);
      dragging = pointers.size > 1;
    },
    options,
  );

  plot.addEventListener(
    "pointermove",
    (event) => {
      const before = pointers.get(event.pointerId);
      const now = at(event);
      if (!before) {
        if (isOverPlot(event)) hand.keep();
        else if (event.pointerType === "mouse") hand.hover(now);
        return;
      }
      if (!dragging && start && Math.hypot(now.x - start.x, now.y - start.y) > DRAG_PX) {
        dragging = true;
        plot.setPointerCapture(event.pointerId);
        hand.hover(null);
        hand.moving(true);
      }
      if (!dragging) return;
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      if (other) {
        // Two pointers: what lay between them stays between them.
        const was = Math.max(Math.hypot(before.x - other.x, before.y - other.y), 1);
        const is = Math.max(Math.hypot(now.x - other.x, now.y - other.y), 1);
        hand.pan((now.x - before.x) / 2, 0);
        hand.zoom((now.x + other.x) / 2, is / was);
      } else hand.pan(now.x - before.x, event.pointerType === "mouse" ? now.y - before.y : 0);
      pointers.set(event.pointerId, now);
    },
    options,
  );

  const end = (event: PointerEvent) => {
    const known = pointers.delete(event.pointerId);
    if (!known) return;
    if (dragging && pointers.size === 0) {
      dragging = false;
      hand.moving(false);
    } else if (!dragging && event.type === "pointerup") {
      const point = at(event);
      const double =
        event.timeStamp - lastTap.at < DOUBLE_TAP_MS && Math.abs(point.x - lastTap.x) < 24;
      lastTap = { at: double ? 0 : event.timeStamp, x: point.x };
      if (double) hand.zoomIn(point.x, point.y);
      else hand.tap(point.x, point.y);
    }
    start = null;
  };
  plot.addEventListener("pointerup", end, options);
  plot.addEventListener("pointercancel", end, options);
  plot.addEventListener("pointerleave", () => hand.hover(null), options);

  return () => {
    stop.abort();
    clearTimeout(rest);
  };
}

/** Follows a drag that begins on a handle: client x at every move, then once more when it is let go. */
export function attachDrag(
  handle: HTMLElement,
  drag: { move(clientX: number): void; done(clientX: number, moved: boolean): void },
): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal };
  let from: number | null = null;
  let moved = false;
  handle.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      from = event.clientX;
      moved = false;
      handle.setPointerCapture(event.pointerId);
      event.stopPropagation();
    },
    options,
  );
  handle.addEventListener(
    "pointermove",
    (event) => {
      if (from === null) return;
      moved ||= Math.abs(event.clientX - from) > 2;
      if (moved) drag.move(event.clientX);
    },
    options,
  );
  const end = (event: PointerEvent) => {
    if (from === null) return;
    from = null;
    drag.done(event.clientX, moved);
  };
  handle.addEventListener("pointerup", end, options);
  handle.addEventListener("pointercancel", end, options);
  return () => stop.abort();
}
