/** How long between two questions, ms; each wait differs by up to a fifth, so that readers do not all ask at once. */
export const POLL_MS = 20_000;
const JITTER = 0.2;

/**
 * Does something at once and again and again while the page is in sight and the browser online: after every wait, and when the page comes
 * back into sight or the network back. What fails is tried again at its next turn. Returns how to stop.
 */
export function poll(turn: (signal: AbortSignal) => Promise<void>): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  const isAwake = () => document.visibilityState === "visible" && navigator.onLine;
  const wait = () => {
    clearTimeout(timer);
    if (signal.aborted || !isAwake()) return;
    timer = setTimeout(go, POLL_MS * (1 + JITTER * (2 * Math.random() - 1)));
  };
  const go = async () => {
    clearTimeout(timer);
    if (isBusy || !isAwake()) return;
    isBusy = true;
    await turn(signal).catch(() => {});
    isBusy = false;
    wait();
  };
  document.addEventListener("visibilitychange", go, { signal });
  addEventListener("online", go, { signal });
  addEventListener("offline", go, { signal });
  void go();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}
