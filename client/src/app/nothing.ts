import { asKnownOn, type TimelineColumns } from "../timeline/columns.ts";
import type { View } from "../timeline/view.ts";

/** Whether nothing of what is known lies in the window, not even a plan without a date or a bar that goes on. */
export function showsNothing(columns: TimelineColumns, { from, to, known }: View): boolean {
  const { marks, bars } = asKnownOn(columns, known ?? columns.today);
  const { start, end } = columns.marks;
  return (
    !bars.some((bar) => (bar.segments[0]?.start ?? to) <= to) &&
    !marks.some((row) => (start[row] ?? end[row] ?? from) <= to && (end[row] ?? to) >= from)
  );
}
