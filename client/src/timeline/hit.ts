import { FADE_PX } from "./bars.ts";
import type { MarkShape, Primitive } from "./scene.ts";

/** What lies under a point: its id and, where marks merged, all of theirs. */
export interface Hit {
  id: string;
  merged: string[];
  /** Where a card about it points to. */
  x: number;
  y: number;
  /** Where its marks stand, in every lane: a card about it covers none of them. */
  own: { x: number; y: number }[];
  /** Whether it is something known now and not on the day shown. */
  since?: boolean;
}

const REACH = 12;
const TIE_REACH = 4;

/** The nearest mark within reach, else a name, a bar, a lead or a tie; null over empty ground. */
export function hitAt(primitives: Primitive[], x: number, y: number): Hit | null {
  const found = nearestMark(primitives, x, y) ?? under(primitives, x, y);
  return found && withMarks(primitives, found);
}

/** The mark in an event's home lane, as if the pointer were on it; null when none is drawn. */
export function hitOf(primitives: Primitive[], id: string, since = false): Hit | null {
  const marks = primitives.flatMap((one) =>
    one.type === "mark" && one.merged.includes(id) && (one.since ?? false) === since ? [one] : [],
  );
  const mark = marks.find(({ main }) => main) ?? marks[0];
  return mark
    ? withMarks(primitives, { id, merged: mark.merged, x: mark.x, y: mark.y, ...datedBy(mark) })
    : null;
}

function withMarks(primitives: Primitive[], hit: Omit<Hit, "own">): Hit {
  const own = primitives.flatMap((one) =>
    one.type === "mark" && one.merged.includes(hit.id) ? [{ x: one.x, y: one.y }] : [],
  );
  return { ...hit, own };
}

function nearestMark(primitives: Primitive[], x: number, y: number): Omit<Hit, "own"> | null {
  let best: MarkShape | null = null;
  let bestDistance = REACH;
  for (const one of primitives) {
    if (one.type !== "mark" || Math.abs(one.y - y) > REACH) continue;
    const beside = Math.max(0, Math.abs(one.x - x) - (one.shape === "pill" ? one.width / 2 : 0));
    // Equally near, an event's mark wins over a summit's echo beneath it.
    const distance = Math.hypot(beside, one.y - y) + (one.id.startsWith("session:") ? 0.5 : 0);
    if (distance < bestDistance) {
      best = one;
      bestDistance = distance;
    }
  }
  return best && { id: best.id, merged: best.merged, x: best.x, y: best.y, ...datedBy(best) };
}

function under(primitives: Primitive[], x: number, y: number): Omit<Hit, "own"> | null {
  for (let at = primitives.length - 1; at >= 0; at--) {
    const one = primitives[at];
    if (!one || !isUnder(one, x, y)) continue;
    // A card about a bar points to its middle, so that the bar shows above it.
    const middle = one.type === "bar" ? one.top + one.height / 2 : y;
    return { id: one.id, merged: [one.id], x, y: middle, ...datedBy(one) };
  }
  return null;
}

function datedBy(one: Primitive): Pick<Hit, "since"> {
  return "since" in one && one.since ? { since: true } : {};
}

function isUnder(one: Primitive, x: number, y: number): boolean {
  switch (one.type) {
    case "label":
      return x >= one.x && x <= one.x + one.width && Math.abs(y - one.y) <= 8;
    case "bar": {
      const end = one.x2 + (one.fades ? FADE_PX : 0);
      return x >= one.x1 && x <= end && y >= one.top - 3 && y <= one.top + one.height + 3;
    }
    case "plaque":
      return x >= one.x && x <= one.x + one.width && Math.abs(y - one.y) <= 10;
    case "lead":
    case "span":
    case "range":
      return x >= one.x1 - 4 && x <= one.x2 + 4 && Math.abs(y - one.y) <= 7;
    case "tie":
      return Math.abs(x - one.x) <= TIE_REACH && y >= one.top && y <= one.bottom;
    case "speck":
      return Math.abs(x - one.x) <= 3 && Math.abs(y - one.y) <= 7;
    case "column":
      return x >= one.x1 && x < one.x2 && y >= one.top - 4 && y <= one.bottom;
    default:
      return false;
  }
}
