import fc from "fast-check";
import { expect, it } from "vitest";
import { placeCard } from "./card.ts";

const ROOM = { x1: 0, x2: 1226, y1: 100, y2: 740 };
const points = fc.record({
  x: fc.integer({ min: 0, max: 1226 }),
  y: fc.integer({ min: 100, max: 740 }),
});
const sizes = fc.record({
  width: fc.constant(236),
  height: fc.integer({ min: 60, max: 220 }),
});

it("stands within what shows and never covers the mark it is about", () => {
  fc.assert(
    fc.property(points, sizes, (point, size) => {
      const { x, y } = placeCard({ ...point, own: [] }, size, ROOM);
      const inside =
        x >= ROOM.x1 && x + size.width <= ROOM.x2 && y >= ROOM.y1 && y + size.height <= ROOM.y2;
      const covers =
        point.x > x && point.x < x + size.width && point.y > y && point.y < y + size.height;
      return inside && !covers;
    }),
  );
});

it("goes to the other side rather than cover another mark of its event", () => {
  const size = { width: 236, height: 100 };
  const below = placeCard({ x: 300, y: 200, own: [] }, size, ROOM);
  expect(below).toEqual({ x: 316, y: 220 });
  const own = [{ x: 400, y: 270 }];
  const { x, y } = placeCard({ x: 300, y: 200, own }, size, ROOM);
  expect(x + 236 < 400 - 8 || y > 278 || y + 100 < 262).toBe(true);
});
