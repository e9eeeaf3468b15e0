import { idOfMark } from "./columns.ts";
import type { Day } from "./day.ts";
import { type Frame, homeOf, isNear, placesOf } from "./frame.ts";
import { head } from "./leadmarks.ts";
import type { LeadLayout } from "./leads.ts";
import type { LeadShape } from "./scene.ts";
import { xOf } from "./viewport.ts";
import { daysOf, footingOf } from "./when.ts";

/** Room between a mark and the dashes that leave it or reach it, px. */
const GAP_PX = 6;
/** Of dashes longer than this only their beginning shows until somebody asks: they run through what happened meanwhile. */
const HINT_PX = 30;
/** How far the dashes lead when nobody said where to, px. */
const NOWHERE_PX = 60;

/** From where it was to be, dashes lead to where it went: a day, a window, another event, or nowhere yet. */
export function layPostponed(frame: Frame, row: number, layout: LeadLayout): void {
  const { marks } = frame.columns;
  const home = homeOf(frame, row, placesOf(frame, row));
  const former = marks.formerEnd[row] ?? marks.formerStart[row];
  if (!home || former == null) return;
  const id = idOfMark(marks, row);
  const own = daysOf(marks, row);
  const target = own ?? successorDays(frame, row);
  const x1 = xOf(frame.viewport, former + 1) + GAP_PX;
  const x2 = target ? xOf(frame.viewport, target.first) - GAP_PX : x1 + NOWHERE_PX;
  if (!isNear(frame, x1, x2) || x2 <= x1) return;
  const y = home.row.baseline;
  const lead: LeadShape = { type: "lead", id, x1, x2, y, fades: target === null };
  const isLong = x2 - x1 > NOWHERE_PX && id !== frame.selected;
  layout.leads.push(isLong ? { ...lead, hint: HINT_PX } : lead);
  if (!own) return;
  const start = xOf(frame.viewport, own.first);
  const end = xOf(frame.viewport, own.last + 1);
  if (footingOf(marks, row) !== "window") {
    layout.marks.push(head(frame, row, (start + end) / 2, y, home.row.lane));
    return;
  }
  const closes = marks.end[row] != null;
  layout.spans.push({
    type: "span",
    id,
    x1: start,
    x2: end,
    y,
    opens: true,
    closes,
    dashed: true,
  });
}

/** When the event that took its place is or was, as far as that is known. */
function successorDays(frame: Frame, row: number): { first: Day; last: Day } | null {
  const { marks } = frame.columns;
  const slug = marks.rescheduledTo[row];
  if (slug == null) return null;
  const next = frame.known.marks.find((other) => marks.slug[other] === slug);
  return next === undefined ? null : daysOf(marks, next);
}
