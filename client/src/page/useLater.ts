import { useEffect, useState } from "react";

/** How long after it could not be had it is tried again, ms. */
const AGAIN_MS = 10_000;

/**
 * Loads a room that nobody waits for, once what it is about is there and the browser has nothing better to do; without a connection it comes
 * later. `load` is the same at every call.
 */
export function useLater<Room>(load: () => Promise<Room>, isThere: boolean): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    if (!isThere) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(go, AGAIN_MS);
    };
    const go = () => {
      if (navigator.onLine) load().then(setRoom, wait);
      else wait();
    };
    // Not every browser says when it is idle.
    if ("requestIdleCallback" in globalThis) {
      const id = requestIdleCallback(go);
      return () => {
        cancelIdleCallback(id);
        clearTimeout(timer);
      };
    }
    timer = setTimeout(go);
    return () => clearTimeout(timer);
  }, [load, isThere]);
  return room;
}
