import { idOfMark, rowsById } from "./columns.ts";
import { type Frame, placesOf } from "./frame.ts";
import { levelOf, xOf } from "./viewport.ts";
import { daysOf, footingOf } from "./when.ts";

/** A part this near (px) to the middle of its whole, or within its days, is drawn by it. */
const FOLD_PX = 12;

/**
 * Which events are drawn by the mark of their whole: the meeting by the visit during which people met. A whole draws what happened
 * near it in the same lanes; what reaches another country has a tie of its own to show. From the level of days on, all are drawn.
 * Answers the ids of parts by the id of their whole.
 */
export function partsByWhole(frame: Frame): ReadonlyMap<string, string[]> {
  const parts = new Map<string, string[]>();
  if (levelOf(frame.viewport) === "days") return parts;
  const { marks } = frame.columns;
  const rows = rowsById(marks, frame.known);
  const wholeOf = (row: number): number | null => {
    const slug = marks.partOf[row];
    const whole = slug == null ? undefined : rows.get(`event:${slug}`);
    return whole !== undefined && isDrawnBy(frame, row, whole) ? whole : null;
  };
  for (const row of frame.known.marks) {
    let whole = wholeOf(row);
    // A press conference after the talks during a visit belongs to the visit.
    for (let depth = 0; whole !== null && depth < 4; depth++) {
      const wider = wholeOf(whole);
      if (wider === null) break;
      whole = wider;
    }
    if (whole === null || whole === row) continue;
    const id = idOfMark(marks, whole);
    parts.set(id, [...(parts.get(id) ?? []), idOfMark(marks, row)]);
  }
  return parts;
}

function isDrawnBy(frame: Frame, part: number, whole: number): boolean {
  const { marks } = frame.columns;
  const own = daysOf(marks, part);
  const days = daysOf(marks, whole);
  if (!own || !days || marks.status[part] !== marks.status[whole]) return false;
  if (footingOf(marks, part) !== "days" || footingOf(marks, whole) !== "days") return false;
  const lanes = new Set(placesOf(frame, whole).map(({ row }) => row.lane));
  const reaches = placesOf(frame, part).filter(({ row }) => row.kind === "COUNTRY");
  if (reaches.length === 0 || !reaches.every(({ row }) => lanes.has(row.lane))) return false;
  const middle = xOf(frame.viewport, (own.first + own.last + 1) / 2);
  const [x1, x2] = [xOf(frame.viewport, days.first), xOf(frame.viewport, days.last + 1)];
  return (middle >= x1 && middle <= x2) || Math.abs(middle - (x1 + x2) / 2) <= FOLD_PX;
}
