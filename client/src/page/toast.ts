import { useSyncExternalStore } from "react";

/** What a toast says, and how to take back what it tells of; null where it only tells. */
export interface Notice {
  text: string;
  undo: (() => void) | null;
  /** Whether it stays for minutes, comes back after others, and tells itself what came of taking back. */
  lasting: boolean;
}

/** How long a toast stays, ms: one that only tells, and one with a way back. */
const TELLS_MS = 5_000;
const UNDO_MS = 10_000;

let notice: Notice | null = null;
/** The one that comes back after others have gone, and until when. */
let kept: { notice: Notice; until: number } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function show(next: Notice | null): void {
  notice = next;
  for (const listener of listeners) listener();
}

function stay(): void {
  clearTimeout(timer);
  if (!notice) return;
  const own = notice.undo ? UNDO_MS : TELLS_MS;
  timer = setTimeout(dismiss, kept?.notice === notice ? kept.until - Date.now() : own);
}

/**
 * Shows a sentence at the foot of the page for a while, and has it read out. It takes the place of the one before. `undo`: takes back what was
 * done; for `lastsMs`, where that is longer than usual.
 */
export function toast(text: string, undo: (() => void) | null = null, lastsMs?: number): void {
  const next = { text, undo, lasting: lastsMs !== undefined };
  if (lastsMs !== undefined) kept = { notice: next, until: Date.now() + lastsMs };
  show(next);
  stay();
}

/** Takes the toast away. One that lasts comes back, unless it was that. */
export function dismiss(): void {
  clearTimeout(timer);
  if (kept && (kept.notice === notice || kept.until <= Date.now())) kept = null;
  show(kept?.notice ?? null);
  stay();
}

/** Takes a way back away with the page that it belongs to. What only tells stays, and what lasts. */
export function dismissUndo(): void {
  if (notice?.undo && !notice.lasting) dismiss();
}

/** While held, by a pointer over it or by the focus, a toast stays; let go, it stays its whole time again. */
export function hold(isHeld: boolean): void {
  if (isHeld) clearTimeout(timer);
  else stay();
}

/** The toast there is. */
export function shown(): Notice | null {
  return notice;
}

/** The toast there is, kept up to date. */
export function useToast(): Notice | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown,
    () => null,
  );
}
