import type { Hit } from "./hit.ts";

const HOVER_MS = 120;
/** Long enough to reach the card from its mark. */
const LEAVE_MS = 240;

/** What the pointer or the focus rests on, told after a moment. */
export interface Hover {
  /** It is over this now, or over nothing. */
  point(hit: Hit | null, afterMs?: number): void;
  /** It is over the card, or nobody looks any more: what shows stays. */
  keep(): void;
  /** Takes away what shows; it stays away until the pointer has been elsewhere. */
  hide(): void;
}

/** Tells `show` of what has been pointed at for long enough. */
export function createHover(show: (hit: Hit | null) => void): Hover {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: string | null = null;
  let hidden: string | null = null;
  const keep = () => clearTimeout(timer);
  return {
    point(hit, afterMs = hit ? HOVER_MS : LEAVE_MS) {
      const id = hit?.id ?? null;
      if (id !== hidden) hidden = null;
      else if (id !== null) return;
      keep();
      if (id === shown) return;
      timer = setTimeout(() => {
        shown = id;
        show(hit);
      }, afterMs);
    },
    keep,
    hide() {
      hidden = shown;
      shown = null;
      show(null);
    },
  };
}
