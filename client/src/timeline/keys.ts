import type { Way } from "./focus.ts";

/** What a key does in the plot. */
export type Command =
  | { do: "move"; way: Way }
  | { do: "open" }
  | { do: "select" }
  | { do: "close" }
  | { do: "zoom"; factor: number }
  | { do: "fit" }
  | { do: "line" }
  | { do: "goto" }
  | { do: "lane"; index: number };

const MOVES: Record<string, Way> = {
  ArrowLeft: "previous",
  ArrowRight: "next",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "first",
  End: "last",
};

const STEP = 1.5;

/** The command of a key, or null. `shortcuts`: whether single letters, digits and signs do something. */
export function commandOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">,
  shortcuts: boolean,
): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const way = MOVES[event.key];
  if (way) return { do: "move", way };
  if (event.key === "Enter") return { do: "open" };
  if (event.key === " ") return { do: "select" };
  if (event.key === "Escape") return { do: "close" };
  if (!shortcuts) return null;
  if (event.key === "+" || event.key === "=") return { do: "zoom", factor: STEP };
  if (event.key === "-" || event.key === "−") return { do: "zoom", factor: 1 / STEP };
  if (/^[1-9]$/.test(event.key)) return { do: "lane", index: Number(event.key) - 1 };
  const letter = event.key.toLowerCase();
  if (letter === "f") return { do: "fit" };
  if (letter === "t") return { do: "line" };
  return letter === "g" ? { do: "goto" } : null;
}
