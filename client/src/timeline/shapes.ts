import type { EventKind, EventLevel } from "./columns.ts";

/** The figures of marks: five, with the bar that a visit's host has. The kind's own word stands beside the mark. */
export type ShapeName = "circle" | "diamond" | "pill" | "bar" | "flag" | "notch";

/** Radius of a mark by its level. */
export const RADIUS: Record<EventLevel, number> = { LEADERS: 5.6, MINISTERS: 4.6, OFFICIALS: 3.6 };

export const PILL_HEIGHT = 8.4;
export const PILL_MIN_WIDTH = 11;
export const HOST_BAR = { width: 11, height: 3 };

const SHAPE_OF: Record<EventKind, ShapeName> = {
  MEETING: "circle",
  TALKS: "circle",
  CALL: "circle",
  SIGNING: "circle",
  VOTE: "circle",
  OTHER: "circle",
  SUMMIT: "diamond",
  VISIT: "pill",
  STATEMENT: "flag",
  MESSAGE: "flag",
  INAUGURATION: "notch",
  ELECTION: "notch",
};

/** The shape that stands for a kind of event. */
export function shapeOf(kind: EventKind): ShapeName {
  return SHAPE_OF[kind];
}

const n = (value: number) => String(Math.round(value * 100) / 100);

/** A closed circle as a path, clockwise. */
export function circlePath(cx: number, cy: number, r: number): string {
  return `M${n(cx - r)} ${n(cy)}a${n(r)} ${n(r)} 0 1 1 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 1 ${n(-2 * r)} 0Z`;
}

function polygon(...points: [number, number][]): string {
  return `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join("L")}Z`;
}

function rectangle(x: number, y: number, width: number, height: number): string {
  return polygon([x, y], [x + width, y], [x + width, y + height], [x, y + height]);
}

/**
 * A shape as SVG path data around 0, 0: `r` is its radius, `width` the length of a pill or bar.
 */
export function shapePath(shape: ShapeName, r: number, width = PILL_MIN_WIDTH): string {
  switch (shape) {
    case "circle":
      return circlePath(0, 0, r);
    case "diamond":
      return polygon([0, -r - 1.6], [r + 1.6, 0], [0, r + 1.6], [-r - 1.6, 0]);
    case "pill":
      return pill(Math.max(width, PILL_MIN_WIDTH), PILL_HEIGHT);
    case "bar":
      return rectangle(-width / 2, -HOST_BAR.height / 2, width, HOST_BAR.height);
    case "flag":
      return polygon([-1, 6], [-1, -8], [9, -8], [6.6, -4], [9, 0], [0.8, 0], [0.8, 6]);
    case "notch":
      return polygon([-0.9, 7], [-0.9, -7], [3.4, -7], [3.4, -3], [0.8, -3], [0.8, 7]);
  }
}

function pill(width: number, height: number): string {
  const round = height / 2;
  const straight = width - height;
  return `M${n(-straight / 2)} ${n(-round)}h${n(straight)}a${n(round)} ${n(round)} 0 0 1 0 ${n(height)}h${n(-straight)}a${n(round)} ${n(round)} 0 0 1 0 ${n(-height)}Z`;
}

/** How far a mark reaches from its middle: left, right, up, down. */
export function reachOf(
  shape: ShapeName,
  r: number,
  width: number,
): [number, number, number, number] {
  if (shape === "pill") return [width / 2, width / 2, PILL_HEIGHT / 2, PILL_HEIGHT / 2];
  if (shape === "bar") return [width / 2, width / 2, 1.5, 1.5];
  if (shape === "flag") return [1, 9, 8, 6];
  if (shape === "notch") return [1, 3.5, 7, 7];
  if (shape === "diamond") return [r + 1.6, r + 1.6, r + 1.6, r + 1.6];
  return [r + 1, r + 1, r + 1, r + 1];
}
