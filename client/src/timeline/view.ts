import type { Day } from "./day.ts";

/** What the reader looks at: a window of time, and the day of knowledge (null: today's). */
export interface View {
  from: Day;
  to: Day;
  known: Day | null;
}

/** How a change is to be remembered: it stands in for the last entry of the browser's history or adds one. */
export type Manner = "replace" | "push";

/** How a view changes: `live`, while a hand holds the knowledge line, and `step`, by keys in a row, are followed by a `push`. */
export type Change = Manner | "live" | "step";

/** What a store of the view can do. */
export interface ViewStore {
  /** The view of this very frame. */
  get(): View;
  /** The view as of the last time it came to rest: what React renders from. */
  settled(): View;
  /**
   * Changes the view. `replace` settles once it is quiet, `push` at once; `live` and `step` not before the `push` that
   * follows when the hand lets go or the keys rest.
   */
  set(next: View, change: Change): void;
  /** Called on every change, up to once a frame and more: painters only. Returns how to stop. */
  subscribe(listener: (change: Change) => void): () => void;
  /** Called when the view has come to rest, with how the change is to be remembered. Returns how to stop. */
  onSettle(listener: (view: View, manner: Manner) => void): () => void;
}

/** Quiet time (ms) after which a moving view counts as settled. */
export const SETTLE_MS = 120;

/** Whether two views show the same. */
export function isSameView(a: View, b: View): boolean {
  return a.from === b.from && a.to === b.to && a.known === b.known;
}

/** An external store of the view, for `useSyncExternalStore(view.onSettle, view.settled)` and for painters. */
export function createView(initial: View): ViewStore {
  let live = initial;
  let atRest = initial;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watchers = new Set<(change: Change) => void>();
  const settlers = new Set<(view: View, manner: Manner) => void>();

  const settle = (manner: Manner) => {
    clearTimeout(timer);
    timer = undefined;
    if (isSameView(live, atRest)) return;
    atRest = live;
    for (const settler of settlers) settler(live, manner);
  };

  const joined = <T>(set: Set<T>, listener: T) => {
    set.add(listener);
    return () => {
      set.delete(listener);
    };
  };

  return {
    get: () => live,
    settled: () => atRest,
    set(next, change) {
      const moved = !isSameView(next, live);
      live = moved ? { ...next } : live;
      if (moved) for (const watcher of watchers) watcher(change);
      if (change === "push") return settle("push");
      clearTimeout(timer);
      if (change === "replace") timer = setTimeout(() => settle("replace"), SETTLE_MS);
    },
    subscribe: (listener) => joined(watchers, listener),
    onSettle: (listener) => joined(settlers, listener),
  };
}
