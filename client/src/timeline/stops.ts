import { idOfBar, idOfMark } from "./columns.ts";
import { type Frame, homeOf, knownX, placesOf } from "./frame.ts";
import { horizonX } from "./horizon.ts";
import { nameOfMark, nameOfSegment } from "./names.ts";
import type { Primitive } from "./scene.ts";
import { xOf } from "./viewport.ts";
import { daysOf } from "./when.ts";

/** Something that takes focus: an event or session in its home lane, or a stretch of a bar. */
export interface Stop {
  /** Its own key: the id, and for stretches `#` and their number. */
  key: string;
  id: string;
  lane: number;
  /** By which the neighbours in time are told: days, or px past the line for what has none. */
  day: number;
  /** Worked out when a node needs it: of all stops, few ever do. */
  name: () => string;
  x: number;
  y: number;
  width: number;
  height: number;
  selected: boolean;
  /** Whether it was not known on the day shown. */
  since?: boolean;
}

const TARGET = 24;

/** Every stop of a frame, on screen or not, lane by lane and in time. Positions come from the drawing where it has them. */
export function stopsOf(frame: Frame, primitives: Primitive[]): Stop[] {
  return inOrder(frame, [...stopsOfMarks(frame, primitives), ...stopsOfBars(frame)]);
}

/** Lane by lane, and in time. */
export function inOrder(frame: Frame, stops: Stop[]): Stop[] {
  const order = new Map(frame.stack.rows.map((row, index) => [row.lane, index]));
  return stops.sort(
    (a, b) => (order.get(a.lane) ?? 0) - (order.get(b.lane) ?? 0) || a.day - b.day || a.x - b.x,
  );
}

function stopsOfMarks(frame: Frame, primitives: Primitive[]): Stop[] {
  const drawn = new Map<string, { x: number; y: number; lane: number; width: number }>();
  for (const one of primitives) {
    if (one.type === "mark")
      for (const id of one.merged)
        if (one.main || !drawn.has(id))
          drawn.set(id, { x: one.x, y: one.y, lane: one.lane, width: one.width });
    if (one.type === "span" && !drawn.has(one.id))
      drawn.set(one.id, { x: one.x1 + 6, y: one.y, lane: -1, width: TARGET });
  }
  const { marks } = frame.columns;
  return frame.known.marks.flatMap((row) => {
    const home = homeOf(frame, row, placesOf(frame, row));
    if (!home) return [];
    const id = idOfMark(marks, row);
    const days = daysOf(marks, row);
    const found = drawn.get(id);
    const day = days ? (days.first + days.last) / 2 : frame.known.day + 1;
    const x = found?.x ?? (days ? xOf(frame.viewport, day + 0.5) : knownX(frame) + 14);
    const width = Math.max(TARGET, found?.width ?? 0);
    return [
      {
        key: id,
        id,
        lane: home.row.lane,
        day,
        name: () => nameOfMark(frame.columns, row),
        x: x - width / 2,
        y: (found?.y ?? home.row.baseline) - TARGET / 2,
        width,
        height: TARGET,
        selected: id === frame.selected,
      },
    ];
  });
}

function stopsOfBars(frame: Frame): Stop[] {
  return frame.known.bars.flatMap((bar) => {
    const row = frame.stack.rowOf[bar.lane];
    if (!row) return [];
    return bar.segments.map((segment, index): Stop => {
      const next = bar.segments[index + 1];
      const x1 = xOf(frame.viewport, segment.start);
      const x2 = Math.max(x1, next ? xOf(frame.viewport, next.start) : horizonX(frame));
      const left = Math.max(x1, 0);
      return {
        key: `${idOfBar(bar)}#${index}`,
        id: idOfBar(bar),
        lane: bar.lane,
        day: segment.start,
        name: () => nameOfSegment(bar, index),
        x: left,
        y: row.baseline - 15,
        width: Math.max(12, Math.min(x2, frame.edge) - left),
        height: TARGET,
        selected: idOfBar(bar) === frame.selected,
      };
    });
  });
}

/** Whether any of a stop shows in the plot. */
export function isInPlot(stop: Stop, edge: number): boolean {
  return stop.x + stop.width > 0 && stop.x < edge;
}
