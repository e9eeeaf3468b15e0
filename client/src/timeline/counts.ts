import { type Box, touch } from "./labels.ts";
import type { CountShape, MarkShape, Measure, TieShape } from "./scene.ts";
import { reachOf } from "./shapes.ts";

/** Half the height of a figure, and the room around it (px). */
const HALF_FIGURE = 4.5;
const GAP = 2;
const APART = 8;
/** How far above or below the middle of its mark a figure stands, px. */
const ASIDE = 7.5;

/**
 * How many events stand behind each merged mark, small, at a corner where the figure touches no mark, tie, lead, other figure or
 * the knowledge line. Where there is none it is left out: the list, the card and the mark's name tell it too.
 */
export function placeCounts(
  marks: MarkShape[],
  { boxes, ties, lineX }: { boxes: Box[]; ties: TieShape[]; lineX: number },
  measure: Measure,
): CountShape[] {
  const placed: CountShape[] = [];
  for (const mark of marks) {
    if (mark.count < 2) continue;
    const text = String(mark.count);
    const width = measure(text, "count");
    const [left, right] = reachOf(mark.shape, mark.r, mark.width);
    const after = mark.x + right + GAP;
    const before = mark.x - left - GAP - width;
    const corners: [number, number][] = [
      [after, -ASIDE],
      [after, ASIDE],
      [before, -ASIDE],
      [before, ASIDE],
    ];
    for (const [x, dy] of corners) {
      const count: CountShape = {
        type: "count",
        id: mark.id,
        lane: mark.lane,
        merged: mark.merged,
        x,
        y: mark.y + dy,
        width,
        text,
      };
      const box = boxOfCount(count);
      const crossed = ties.some(
        (tie) =>
          tie.x > box.x1 - 1 && tie.x < box.x2 + 1 && tie.top < box.y2 && tie.bottom > box.y1,
      );
      const onLine = lineX > box.x1 - 2 && lineX < box.x2 + 2;
      if (crossed || onLine || boxes.some((other) => touch(box, other))) continue;
      if (placed.some((other) => touch(wider(box), boxOfCount(other)))) continue;
      placed.push(count);
      break;
    }
  }
  return placed;
}

/** Two figures side by side would read as one number. */
function wider(box: Box): Box {
  return { ...box, x1: box.x1 - APART, x2: box.x2 + APART };
}

/** The room that a figure takes. */
export function boxOfCount({ x, y, width }: CountShape): Box {
  return { x1: x, x2: x + width, y1: y - HALF_FIGURE, y2: y + HALF_FIGURE };
}
