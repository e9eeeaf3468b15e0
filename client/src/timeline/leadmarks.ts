import { idOfMark } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { MarkShape } from "./scene.ts";
import { PILL_MIN_WIDTH, RADIUS, shapeOf } from "./shapes.ts";

/** The hollow mark that a plan without a day begins with, in its home lane. */
export function head(frame: Frame, row: number, x: number, y: number, lane: number): MarkShape {
  const { marks } = frame.columns;
  const id = idOfMark(marks, row);
  const summit = marks.of[row] === "SESSION" || marks.kind[row] === "SUMMIT";
  return {
    type: "mark",
    id,
    lane,
    x,
    y,
    shape: summit ? "diamond" : shapeOf(marks.kind[row] ?? "OTHER"),
    r: RADIUS[marks.level[row] ?? "OFFICIALS"],
    width: PILL_MIN_WIDTH,
    style: "hollow",
    strokes: 0,
    disputed: marks.disputed[row] === true,
    merged: [id],
    count: 1,
    main: true,
  };
}

/** Its faint bar in the lane of another country. */
export function echo(id: string, x: number, y: number, lane: number): MarkShape {
  return {
    type: "mark",
    id,
    lane,
    x,
    y,
    shape: "bar",
    r: RADIUS.OFFICIALS,
    width: PILL_MIN_WIDTH,
    style: "faint",
    strokes: 0,
    disputed: false,
    merged: [id],
    count: 1,
    main: false,
  };
}
