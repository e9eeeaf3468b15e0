/** How far a pinch may change the spacing of rows. */
const TIGHTEST = 0.6;
const WIDEST = 3;

/** Two fingers change the spacing of rows, told as the custom property `--spacing`. Returns how to stop. */
export function attachPinch(box: HTMLElement): () => void {
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
      event.preventDefault();
      spacing = Math.min(Math.max((spacing * now) / last, TIGHTEST), WIDEST);
      last = now;
      box.style.setProperty("--spacing", spacing.toFixed(2));
    },
    { signal: stop.signal, passive: false },
  );
  return () => stop.abort();
}
