import type { TimelineNotch } from "./columns.ts";
import { dayAndMonth } from "./day.ts";
import { type Frame, isNear } from "./frame.ts";
import { DATE_GAP } from "./labels.ts";
import type { MarkShape } from "./scene.ts";
import { RADIUS } from "./shapes.ts";
import { xOf } from "./viewport.ts";
import { daysOf } from "./when.ts";

/** An inauguration this many days from a change of office is the same news: the event is drawn, not the notch. */
const SAME_NEWS_DAYS = 10;

/** A change of office in the drawing, and how it is called. */
export interface NotchMark {
  mark: MarkShape;
  title: string;
  date: string;
  dateAt: number;
  width: number;
}

/** The id of a notch; it stands for a leader and cannot be selected. */
export function idOfNotch(notch: TimelineNotch): string {
  return `leader:${notch.leader}@${notch.day}`;
}

/** Changes of office that no known event tells already. */
export function layNotches(frame: Frame): NotchMark[] {
  return frame.known.notches.flatMap((notch) => {
    const row = frame.stack.rowOf[notch.lane];
    const x = xOf(frame.viewport, notch.day + 0.5);
    if (!row || !isNear(frame, x, x) || isTold(frame, notch)) return [];
    const id = idOfNotch(notch);
    const date = dayAndMonth(notch.day);
    const mark: MarkShape = {
      type: "mark",
      id,
      lane: notch.lane,
      x,
      y: row.baseline,
      shape: "notch",
      r: RADIUS.LEADERS,
      width: 5,
      style: "filled",
      strokes: 0,
      disputed: false,
      merged: [id],
      count: 1,
      main: true,
    };
    const dateAt = frame.measure(notch.title, "label") + DATE_GAP;
    const width = dateAt + frame.measure(date, "date");
    return [{ mark, title: notch.title, date, dateAt, width }];
  });
}

function isTold(frame: Frame, notch: TimelineNotch): boolean {
  const { marks } = frame.columns;
  return frame.known.marks.some((row) => {
    if (marks.kind[row] !== "INAUGURATION") return false;
    const days = daysOf(marks, row);
    const near = days && Math.abs(days.first - notch.day) <= SAME_NEWS_DAYS;
    return near && (marks.lanes[row] ?? []).includes(notch.lane);
  });
}
