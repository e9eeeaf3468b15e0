import type { Turn } from "./turn.ts";

const TURN_MS = 180;
/** For readers who want less motion. */
const CALM_MS = 80;

/** A turn under way: how far it has come, 0 to 1, and whether it only fades. */
export interface Turning {
  turn: Turn;
  progress: number;
  calm: boolean;
}

/** Plays one turn at a time: frames only while it lasts, each painted by `paint`. */
export function createMotion(paint: () => void) {
  let request = 0;
  let now: Turning | null = null;
  const halt = () => {
    cancelAnimationFrame(request);
    now = null;
  };
  return {
    now: () => now,
    /** Ends what is under way at once; what is painted next is at rest. */
    halt,
    play(turn: Turn) {
      halt();
      const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const lasts = calm ? CALM_MS : TURN_MS;
      let begun = 0;
      const step = (time: number) => {
        begun ||= time;
        const done = Math.min(1, (time - begun) / lasts);
        // Slows towards its end.
        now = done < 1 ? { turn, progress: 1 - (1 - done) ** 2, calm } : null;
        paint();
        if (now) request = requestAnimationFrame(step);
      };
      now = { turn, progress: 0, calm };
      request = requestAnimationFrame(step);
    },
  };
}
