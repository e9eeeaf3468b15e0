import { type Viewport, xOf } from "./viewport.ts";

/** A wider window than this share of the plot needs no outline in it. */
const MOST = 0.8;
const LEAST_PX = 8;
const WORDS_PX = 100;

/** The window looked at before: outlined from far away, a way back from close by. */
export type Previous = ReturnType<typeof createPrevious>;

/** Keeps the window before a leap and places its button. `onReturn` is told the window that the reader wants back. */
export function createPrevious(
  button: HTMLElement,
  onReturn: (window: Pick<Viewport, "from" | "to">) => void,
) {
  let window: Pick<Viewport, "from" | "to"> | null = null;
  const press = (event: Event) => {
    event.stopPropagation();
    const back = window;
    window = null;
    button.hidden = true;
    if (back) onReturn(back);
  };
  button.addEventListener("click", press);
  return {
    remember(next: Pick<Viewport, "from" | "to">) {
      window = { from: next.from, to: next.to };
    },
    /** Puts the button where the window lies in this one; px of the drawing times `unit`. */
    place(now: Viewport, edge: number, unit: number) {
      const x1 = window ? xOf(now, window.from) : 0;
      const x2 = window ? xOf(now, window.to) : 0;
      const isInside = x1 < edge && x2 > 0 && x2 - x1 < edge * MOST;
      const isAround = x1 <= 0 && x2 >= now.width;
      const shows = window !== null && (isInside || isAround);
      if (button.hidden === shows) button.hidden = !shows;
      if (!shows) return;
      button.dataset.around = String(!isInside);
      const left = isInside ? x1 : 8;
      button.style.left = `${left * unit}px`;
      button.style.width = isInside ? `${Math.max(x2 - x1, LEAST_PX) * unit}px` : "";
      button.dataset.before = String(left > WORDS_PX);
    },
    destroy() {
      button.removeEventListener("click", press);
    },
  };
}
