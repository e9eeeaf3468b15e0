import { between, type Viewport } from "./viewport.ts";

const GLIDE_MS = 240;

/** Moves a view smoothly, or at once for readers who want less motion; a new glide or a hand interrupts it. */
export function createGlide(now: () => Viewport, set: (next: Viewport) => void) {
  let request = 0;
  const halt = () => cancelAnimationFrame(request);
  return {
    halt,
    to(target: Viewport) {
      halt();
      if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
        set(target);
        return;
      }
      const from = now();
      const begun = performance.now();
      const step = (time: number) => {
        const progress = Math.min(1, Math.max(0, (time - begun) / GLIDE_MS));
        // Slows towards its end.
        set(between(from, target, 1 - (1 - progress) ** 3));
        if (progress < 1) request = requestAnimationFrame(step);
      };
      request = requestAnimationFrame(step);
    },
  };
}
