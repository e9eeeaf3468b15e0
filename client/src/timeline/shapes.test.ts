import { expect, it } from "vitest";
import type { EventKind } from "./columns.ts";
import { KIND_WORDS } from "./names.ts";
import { reachOf, shapeOf, shapePath } from "./shapes.ts";

const KINDS = Object.keys(KIND_WORDS) as EventKind[];

it("draws every kind of event as one of five figures", () => {
  const figures = new Set(KINDS.map(shapeOf));
  expect(figures).toEqual(new Set(["circle", "diamond", "pill", "flag", "notch"]));
});

it("draws every figure within its reach", () => {
  for (const shape of new Set(KINDS.map(shapeOf))) {
    const [left, right, up, down] = reachOf(shape, 5.6, 11);
    const path = shapePath(shape, 5.6, 11);
    const [x, y] = (/^M(-?[\d.]+) (-?[\d.]+)/.exec(path) ?? []).slice(1).map(Number);
    expect(x).toBeGreaterThanOrEqual(-left - 0.01);
    expect(x).toBeLessThanOrEqual(right);
    expect(y).toBeGreaterThanOrEqual(-up - 0.01);
    expect(y).toBeLessThanOrEqual(down);
  }
});
