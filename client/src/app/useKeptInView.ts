import { useEffect, useRef } from "react";
import type { TimelineColumns } from "../timeline/columns.ts";
import type { ViewStore } from "../timeline/view.ts";

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
    void import("./windowWith.ts").then(({ windowWith }) => {
      const view = store.get();
      const moved = windowWith(selected, columns, byLatest ? { ...view, known: null } : view);
      if (moved) store.set({ ...view, ...moved }, "replace");
    });
  }, [selected, columns, store, byLatest]);
}
