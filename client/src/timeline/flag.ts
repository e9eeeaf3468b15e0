import { type Day, shortDate } from "./day.ts";
import type { Covered } from "./paintaxis.ts";

/** What the knowledge line says of its day; `saved` in place of today, where what is shown is a copy of some time ago. */
export function lineWords(day: Day, isToday: boolean, saved: string | null = null): string {
  return isToday ? (saved ?? `Today, ${shortDate(day)}`) : `As known on ${shortDate(day)}`;
}

/** The flag's words; with an arrow where its line lies beyond an edge. */
export function flagWords(words: string, beyond: "left" | "right" | null): string {
  if (beyond === "left") return `← ${words}`;
  return beyond === "right" ? `${words} →` : words;
}

const widths = new WeakMap<HTMLElement, number>();

/** Forgets how wide a flag is, as after its font has come. */
export function forgetWidth(flag: HTMLElement): void {
  widths.delete(flag);
}

/** Places the flag over its line, or at the edge beyond which the line lies, and tells what it covers of the axis. */
export function placeFlag(
  flag: HTMLElement,
  lineX: number,
  edge: number,
  says: string,
  isToday: boolean,
): Covered {
  const beyond = lineX < 0 ? "left" : lineX > edge ? "right" : null;
  const words = flagWords(says, beyond);
  if (flag.textContent !== words) {
    flag.textContent = words;
    widths.delete(flag);
  }
  flag.dataset.past = String(!isToday);
  flag.dataset.beyond = beyond ?? "";
  // Asking for the width makes the browser lay out the page: once for each text is enough.
  const width = widths.get(flag) ?? flag.offsetWidth;
  widths.set(flag, width);
  const x = Math.min(Math.max(lineX - width / 2, 0), edge - width);
  flag.style.transform = `translateX(${Math.round(x * 2) / 2}px)`;
  flag.style.setProperty("--line-x", `${lineX - x}px`);
  return { x1: x, x2: x + width };
}
