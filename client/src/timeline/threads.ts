import type { MarkColumns } from "./columns.ts";
import type { MarkStyle } from "./scene.ts";
import { RADIUS, type ShapeName, shapeOf } from "./shapes.ts";

/** A mark on a thread of the rotated timeline. */
export interface ThreadMark {
  thread: number;
  shape: ShapeName;
  r: number;
  style: MarkStyle;
  strokes: 0 | 1 | 2;
}

/** What runs across between an event's marks: a visit's joins bar and pill. */
export type Tie = "bilateral" | "summit" | "visit";

/** How the marks of a row are tied. */
export function tieOf({ kind, of }: MarkColumns, row: number): Tie {
  if (of[row] === "SESSION" || kind[row] === "SUMMIT") return "summit";
  return kind[row] === "VISIT" ? "visit" : "bilateral";
}

/** A row's marks; `threads` are the lanes that run as threads. */
export function threadMarks(marks: MarkColumns, row: number, threads: number[]): ThreadMark[] {
  const kind = marks.kind[row] ?? "OTHER";
  const level = marks.level[row] ?? "OFFICIALS";
  const session = marks.of[row] === "SESSION";
  const status = marks.status[row];
  const notFixed = marks.fixed[row] === false;
  return (marks.lanes[row] ?? []).flatMap((lane, index): ThreadMark[] => {
    const thread = threads.indexOf(lane);
    if (thread < 0) return [];
    const role = marks.roles[row]?.[index];
    const host = kind === "VISIT" && role === "HOST";
    const summit = session || kind === "SUMMIT";
    const small = kind === "VISIT" && role !== "GUEST";
    const circle = session && level !== "LEADERS";
    const shape = host
      ? "bar"
      : circle || (small && !host)
        ? "circle"
        : summit
          ? "diamond"
          : shapeOf(kind);
    const style: MarkStyle = status === "HELD" ? "filled" : host && notFixed ? "faint" : "hollow";
    return [
      {
        thread,
        shape,
        r: summit && !circle ? RADIUS.OFFICIALS : RADIUS[level],
        style,
        strokes: host ? 0 : status === "POSTPONED" ? 1 : status === "CANCELLED" ? 2 : 0,
      },
    ];
  });
}
