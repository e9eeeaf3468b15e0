import { useSyncExternalStore } from "react";

/** What a toast says, and how to take back what it tells of; null where it only tells. */
export interface Notice {
  text: string;
  undo: (() => void) | null;
}

/** How long a toast stays, ms: one that only tells, and one with a way back. */
const TELLS_MS = 5_000;
const UNDO_MS = 10_000;

let notice: Notice | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: Notice | null): void {
  notice = next;
  for (const listener of listeners) listener();
}

function stay(): void {
  clearTimeout(timer);
  if (notice) timer = setTimeout(dismiss, notice.undo ? UNDO_MS : TELLS_MS);
}

/** Shows a sentence at the foot of the page for a while, and has it read out. It takes the place of the one before. `undo`: takes back what was done. */
export function toast(text: string, undo: (() => void) | null = null): void {
  show({ text, undo });
  stay();
}

/** Takes the toast away. */
export function dismiss(): void {
  clearTimeout(timer);
  show(null);
}

/** Takes a way back away with the page that it belongs to. What only tells stays. */
export function dismissUndo(): void {
  if (notice?.undo) dismiss();
}

/** While held, by a pointer over it or by the focus, a toast stays; let go, it stays its whole time again. */
export function hold(isHeld: boolean): void {
  if (isHeld) clearTimeout(timer);
  else stay();
}

/** The toast there is. */
export function useToast(): Notice | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notice,
    () => null,
  );
}
