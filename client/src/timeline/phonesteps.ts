import { type BarSegment, idOfBar, type TimelineBar } from "./columns.ts";
import type { Day } from "./day.ts";
import { type Look, lookOf } from "./look.ts";

/** A step stands after the event of its day that brought it about, so much of a day. */
export const AFTER = 0.5;

/** How an agreement's column looks from a row on. */
export interface ColumnStep {
  /** The row it changes at; null from the top on. */
  row: string | null;
  look: Look;
  /** How many of those who must have ratified, 0 to 1. */
  share: number;
}

/** An agreement as a column beside the threads. */
export interface PhoneColumn {
  id: string;
  name: string;
  /** What it is called where room is short, told apart from every other agreement shown. */
  short: string;
  /** Where it stands on the day of knowledge. */
  look: Look;
  steps: ColumnStep[];
}

/** A column changes at the row of its step; what it was on the day before the first row, or on `from`, it is from the top. */
export function columnOf(
  bar: TimelineBar,
  short: string,
  rows: { key: string; day: Day }[],
  from = (rows[0]?.day ?? 0) - 1,
): PhoneColumn {
  const steps: ColumnStep[] = [];
  let shown: BarSegment | undefined;
  const step = (row: string | null, segment: BarSegment | undefined) => {
    if (!segment || segment === shown) return;
    shown = segment;
    const share = segment.mustRatify > 0 ? segment.ratified / segment.mustRatify : 0;
    steps.push({ row, look: lookOf(segment), share });
  };
  step(null, segmentOn(bar, from));
  for (const row of rows) step(row.key, segmentOn(bar, row.day));
  return {
    id: idOfBar(bar),
    name: bar.title,
    short,
    look: lookOf(shown ?? { status: bar.status, ratified: 0, mustRatify: 0 }),
    steps,
  };
}

function segmentOn(bar: TimelineBar, day: Day): BarSegment | undefined {
  return bar.segments.findLast(({ start }) => start + AFTER <= day);
}
