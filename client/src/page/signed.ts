import { useSyncExternalStore } from "react";

/** That somebody signed in with this browser. The session itself is in a cookie that no script sees; without the mark a page asks nobody. */
const MARK = "entente.signed";

const listeners = new Set<() => void>();

/** Whether somebody signed in with this browser and has not signed out, as far as it remembers. */
export function hasMark(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    return false;
  }
}

/** Sets or takes away the mark. */
export function setMark(isSigned: boolean): void {
  try {
    if (isSigned) localStorage.setItem(MARK, "1");
    else localStorage.removeItem(MARK);
  } catch {
    // Storage can be switched off; then nothing is asked, and editing begins at its own address.
  }
  for (const listener of listeners) listener();
}

/** Called when the mark may have changed, in this tab or in another. Returns how to stop. */
export function onMark(listener: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === MARK || key === null) listener();
  };
  listeners.add(listener);
  addEventListener("storage", hear);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", hear);
  };
}

/** Whether the browser remembers somebody, kept up to date. */
export function useSigned(): boolean {
  return useSyncExternalStore(onMark, hasMark, () => false);
}
