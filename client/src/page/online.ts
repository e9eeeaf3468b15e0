import { useSyncExternalStore } from "react";

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Whether the browser believes that it has a network. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
}

/** `Saved 20 Oct, 14:06`, by the reader's own clock. */
export function savedWords(atMs: number): string {
  const day = new Date(atMs).toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  return `Saved ${day.replace("Sept", "Sep")}, ${clockWords(atMs)}`;
}

/** `14:06`, the reader's own clock: when a copy was saved, never when something happened. */
export function clockWords(atMs: number): string {
  return new Date(atMs).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
