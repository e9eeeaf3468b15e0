import { useSyncExternalStore } from "react";

const LASTS_MS = 4_000;

let text = "";
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: string): void {
  text = next;
  for (const listener of listeners) listener();
}

/** Has a sentence read out, without showing it. It takes the place of the one before. */
export function say(next: string): void {
  clearTimeout(timer);
  set(next);
  timer = setTimeout(() => set(""), LASTS_MS);
}

/** The sentence to be read out now; empty for none. */
export function useAnnouncement(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => text,
    () => "",
  );
}
