import { useEffect, useRef } from "react";
import { PANEL_OVER } from "../page/media.ts";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { ViewStore } from "../timeline/view.ts";

/** Widths where the panel lies over the plot, px: of the panel, and of the lane header beside the plot. */
const PANEL = 400;
const HEADER = 168;

/** The share of the window that the panel hides. */
function hiddenShare(): number {
  return matchMedia(PANEL_OVER).matches ? PANEL / (innerWidth - HEADER) : 0;
}

const loadWindow = () => import("./windowWith.ts");

/** Brings what is newly selected into the window, if its date (`byLatest`: as known now) lies outside; nothing else moves. */
export function useKeptInView(
  selected: string | null,
  columns: TimelineColumns,
  store: ViewStore,
  byLatest: boolean,
): void {
  const done = useRef<string | null>(null);
  useEffect(() => {
    if (selected === null) done.current = null;
    if (selected === null || done.current === selected || columns.marks.slug.length === 0) return;
    done.current = selected;
    loadWindow().then(
      ({ windowWith }) => {
        const view = store.get();
        const span = view.to - view.from;
        const seen = { ...view, to: view.to - span * hiddenShare() };
        const moved = windowWith(selected, columns, byLatest ? { ...seen, known: null } : seen);
        if (moved) store.set({ ...view, from: moved.from, to: moved.from + span }, "replace");
      },
      // Without a connection the window stays where it is.
      () => {},
    );
  }, [selected, columns, store, byLatest]);
}
