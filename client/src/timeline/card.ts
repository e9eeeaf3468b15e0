import { type Box, touch } from "./labels.ts";

/** From the point a card is about to the card, px across and down. */
const ASIDE = { x: 16, y: 20 };
/** The card keeps this far from the edges of what shows, px. */
const EDGE = 4;
/** Half the room that a mark keeps clear of the card, px. */
const MARK = 9;

/** A point that a card is about, and the marks it must not cover. */
export interface Anchor {
  x: number;
  y: number;
  own: { x: number; y: number }[];
}

/**
 * Where a card of a size stands: below or above its point, after or before it, wherever it covers none of its own marks and stays
 * within the room (px of the plot). When it can do neither, it stands within the room and clear of the point.
 */
export function placeCard(
  anchor: Anchor,
  size: { width: number; height: number },
  room: Box,
): { x: number; y: number } {
  const marks = [...anchor.own, anchor].map(
    ({ x, y }): Box => ({ x1: x - MARK, x2: x + MARK, y1: y - MARK, y2: y + MARK }),
  );
  const xs = [anchor.x + ASIDE.x, anchor.x - ASIDE.x - size.width];
  const ys = [anchor.y + ASIDE.y, anchor.y - ASIDE.y - size.height];
  const inside = (value: number, from: number, to: number, length: number) =>
    Math.max(from + EDGE, Math.min(value, to - EDGE - length));
  const places = ys.flatMap((y) =>
    xs.map((x) => {
      const at = {
        x: inside(x, room.x1, room.x2, size.width),
        y: inside(y, room.y1, room.y2, size.height),
      };
      return {
        at,
        moved: Math.abs(at.x - x) + Math.abs(at.y - y),
        covers: covered(at, size, marks),
      };
    }),
  );
  places.sort((a, b) => a.covers - b.covers || a.moved - b.moved);
  return places[0]?.at ?? { x: xs[0] ?? 0, y: ys[0] ?? 0 };
}

function covered(
  { x, y }: { x: number; y: number },
  { width, height }: { width: number; height: number },
  marks: Box[],
): number {
  const box = { x1: x, x2: x + width, y1: y, y2: y + height };
  return marks.filter((mark) => touch(box, mark)).length;
}
