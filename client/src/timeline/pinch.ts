/** How far a pinch may change the spacing of rows. */
const TIGHTEST = 0.6;
const WIDEST = 3;

/**
 * Two fingers change the spacing of rows, told as the custom property `--spacing`; one finger scrolls as everywhere.
 * `before`, with
 * where the fingers are, and `after` every change let the reader's place be kept. Returns how to stop.
 */
export function attachPinch(
  box: HTMLElement,
  { before, after }: { before: (clientY: number) => void; after: () => void },
): () => void {
  const stop = new AbortController();
  let spacing = 1;
  let last = 0;
  const apart = ({ touches }: TouchEvent) => {
    const [a, b] = [touches[0], touches[1]];
    return a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  };
  box.addEventListener(
    "touchstart",
    (event) => {
      last = apart(event);
    },
    { signal: stop.signal, passive: true },
  );
  box.addEventListener(
    "touchmove",
    (event) => {
      const now = apart(event);
      if (now === 0 || last === 0) return;
      if (event.cancelable) event.preventDefault();
      before(((event.touches[0]?.clientY ?? 0) + (event.touches[1]?.clientY ?? 0)) / 2);
      spacing = Math.min(Math.max((spacing * now) / last, TIGHTEST), WIDEST);
      last = now;
      box.style.setProperty("--spacing", spacing.toFixed(3));
      after();
    },
    { signal: stop.signal, passive: false },
  );
  box.addEventListener(
    "touchend",
    (event) => {
      last = apart(event);
    },
    { signal: stop.signal, passive: true },
  );
  return () => stop.abort();
}
