import { type Frame, nearFrame } from "./frame.ts";
import { createOverlay, MOST_NODES } from "./overlay.ts";
import { isInPlot, type Stop } from "./stops.ts";

/** What a tour leads through. */
export interface Sights {
  /** What shows now; null while nothing does. */
  frame(): Frame | null;
  /** The stops of a frame, in the order of reading. */
  stopsOf(frame: Frame): Stop[];
  /** Px of the page to one of the drawing. */
  unit(): number;
  /** Id of the element that names a lane. */
  headerId(lane: number): string;
}

/** Puts the stops that keyboard and assistive technology walk over the plot, in step with what is painted; `on` is told their keys. */
export function createTour(
  root: HTMLElement,
  { frame, stopsOf, unit, headerId }: Sights,
  on: { focus(key: string | null): void; press(key: string): void },
) {
  const overlay = createOverlay(root, on);
  // All there are, worked out when somebody walks them.
  let stops: Stop[] | null = null;

  const all = (): Stop[] => {
    const now = frame();
    stops ??= now ? stopsOf(now) : [];
    return stops;
  };

  return {
    all,
    /** Where Tab comes in. */
    current: () => all().find(({ key }) => key === overlay.current()) ?? all()[0] ?? null,
    /** Puts nodes for what lies in the plot, once it is at rest. */
    sync(now: Frame) {
      stops = null;
      const near = stopsOf(now.stack.far ? now : nearFrame(now));
      // The one that has the focus keeps it, wherever the view went.
      const focused = overlay.focused();
      const kept = focused === null ? [] : all().filter(({ key }) => key === focused);
      const shown = [...near, ...kept.filter(({ key }) => near.every((stop) => stop.key !== key))]
        .filter((stop) => stop.key === focused || isInPlot(stop, now.edge))
        .slice(0, MOST_NODES);
      const scale = unit();
      const scaled = shown.map((stop) => ({
        ...stop,
        x: stop.x * scale,
        y: stop.y * scale,
        width: stop.width * scale,
        height: stop.height * scale,
      }));
      overlay.sync(scaled, headerId);
    },
    /** Focuses a stop by its key, once it lies in the plot. */
    focus(key: string) {
      if (all().some((stop) => stop.key === key)) overlay.focus(key);
    },
    /** Gives the focus back to the stop that had it last. */
    focusBack() {
      const key = overlay.current();
      if (key !== null) overlay.focus(key);
    },
    destroy: overlay.destroy,
  };
}
