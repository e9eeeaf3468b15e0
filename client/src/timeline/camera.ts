import type { Day } from "./day.ts";
import { createGlide } from "./glide.ts";
import type { ViewStore } from "./view.ts";
import { fitted, PAD_END, type Viewport, zoomAt } from "./viewport.ts";

/** Where the knowledge line comes to stand, as a share of the plot. */
const LINE_AT = 0.75;

/** Where a timeline is looked at: moves `view`'s window over a plot of `edge()` px, smoothly where that is wanted. */
export function createCamera(view: ViewStore, edge: () => number) {
  let held = false;

  const viewport = (): Viewport => {
    const { from, to } = view.get();
    return { from, to, width: Math.max(1, edge() - PAD_END) };
  };

  const set = ({ from, to }: Viewport) =>
    view.set({ from, to, known: view.get().known }, held ? "live" : "replace");

  const glide = createGlide(viewport, set);

  /** Brings a moment to a share of the plot; the window stays as wide. */
  const bring = (moment: number, share: number) => {
    const { from, to, width } = viewport();
    const first = moment - (to - from) * share;
    glide.to({ width, from: first, to: first + to - from });
  };

  return {
    viewport,
    set,
    halt: glide.halt,
    glideTo: glide.to,
    /** While a hand holds the plot, the view does not come to rest. */
    hold(isHeld: boolean) {
      held = isHeld;
      if (!isHeld) view.set(view.get(), "replace");
    },
    /** Zooms around `x` px, or the middle. */
    zoomBy: (factor: number, x = (edge() - PAD_END) / 2) => glide.to(zoomAt(viewport(), x, factor)),
    /** Shows these days with room on either side. */
    fit: (first: Day, last: Day, roomPx?: number) =>
      glide.to(fitted(viewport(), first, last, roomPx)),
    /** Brings the end of a day to where the knowledge line is read best. */
    toLine: (day: Day) => bring(day + 1, LINE_AT),
    /** Brings a day to the middle of the plot. */
    goTo: (day: Day) => bring(day + 0.5, 0.5),
    /** Brings what lies at `x` px to the middle, at once. */
    center(x: number) {
      const now = viewport();
      const shift = (now.to - now.from) * (x / now.width - 0.5);
      set({ ...now, from: now.from + shift, to: now.to + shift });
    },
  };
}
