import { useSyncExternalStore } from "react";
import type { Correctable } from "./correctable.ts";

/** What an editor asked to do beside the page that shows it. Things are named by their slugs. */
export type Task =
  /** With `repeat` the form begins from what stands, for another source of it. */
  | { form: "status" | "step"; agreement: string; repeat?: true }
  | { form: "event"; event: string; repeat?: true }
  /** A report taken back, or shown before those that disagree with it, by its id. */
  | { form: "back" | "prefer"; of: "agreement" | "event"; slug: string; report: string }
  | { form: "undo"; change: string }
  /** A thing or a part of one corrected: by its slug, a country by its code, a part by its global id. */
  | { form: "correct"; of: Correctable; slug: string }
  /** A thing and a duplicate of it made one. */
  | { form: "merge"; of: Correctable; slug: string }
  /** A part added to a thing. */
  | { form: "make"; of: Correctable; under: Correctable; slug: string }
  /** A change undone from the history, for a reason that is asked for; `what` names it. */
  | { form: "why"; change: string; what: string };

let task: Task | null = null;
/** Where the focus was, and returns to. */
let opener: Element | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function show(next: Task | null): void {
  task = next;
  for (const listener of listeners) listener();
}

/** Opens the desk beside the page. */
export function openDesk(next: Task): void {
  if (task === null) opener = document.activeElement;
  show(next);
}

export function closeDesk(): void {
  show(null);
}

/** Gives the focus back to where it was before the desk opened, or else to the page. */
export function leaveDesk(): void {
  const isThere = opener?.isConnected && opener !== document.body;
  const back = isThere ? opener : document.getElementById("main");
  if (back instanceof HTMLElement) back.focus({ preventScroll: true });
  opener = null;
}

let marked: number | null = null;

/** Marks the version that somebody else saved meanwhile where the page shows it; null marks none. */
export function markVersion(version: number | null): void {
  marked = version;
  for (const listener of listeners) listener();
}

/** The version that is marked; null when none is. */
export function useMarked(): number | null {
  return useSyncExternalStore(
    subscribe,
    () => marked,
    () => null,
  );
}

/** What the desk is open for; null when it is not. */
export function useDesk(): Task | null {
  return useSyncExternalStore(
    subscribe,
    () => task,
    () => null,
  );
}

/** As the desk keeps it, for pages that have not loaded that. */
function waiting(): number {
  try {
    return Number(localStorage.getItem("entente.waiting"));
  } catch {
    return 0;
  }
}

/** How many edits wait to be sent, in this tab or another. */
export function useWaiting(): number {
  return useSyncExternalStore(
    (listener) => {
      addEventListener("entente-waiting", listener);
      addEventListener("storage", listener);
      return () => {
        removeEventListener("entente-waiting", listener);
        removeEventListener("storage", listener);
      };
    },
    waiting,
    () => 0,
  );
}
