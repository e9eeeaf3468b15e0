import type { LaneKind, TimelineColumns } from "./columns.ts";

/** Where a lane lies, in px from the top of the plot: marks and bars refer to `baseline`. */
export interface LaneRow {
  lane: number;
  kind: LaneKind;
  top: number;
  height: number;
  baseline: number;
}

/** The name of a group of lanes, above them. */
export interface Heading {
  title: string;
  kind: LaneKind;
  top: number;
  height: number;
}

/** All rows, top to bottom. `rowOf[lane]` is the row of a lane. */
export interface LaneStack {
  rows: LaneRow[];
  headings: Heading[];
  height: number;
  rowOf: (LaneRow | undefined)[];
}

export const HEADING_HEIGHT = 20;
const FORUM_HEIGHT = 30;
const AGREEMENT_HEIGHT = 38;
const DATED_AGREEMENT_HEIGHT = 44;

const GROUPS: { kind: LaneKind; title: string }[] = [
  { kind: "COUNTRY", title: "Countries" },
  { kind: "FORUM", title: "Forums" },
  { kind: "AGREEMENT", title: "Agreements" },
];

/**
 * Lays the lanes out. Heights follow all that was ever known, not one day of knowledge, so that nothing moves while
 * the reader travels through time.
 */
export function stackLanes(columns: TimelineColumns): LaneStack {
  const events = eventsByLane(columns);
  const rows: LaneRow[] = [];
  const headings: Heading[] = [];
  let top = 0;
  for (const group of GROUPS) {
    const lanes = columns.lanes.flatMap((lane, index) => (lane.kind === group.kind ? [index] : []));
    if (lanes.length === 0) continue;
    const most = Math.max(...lanes.map((lane) => events[lane] ?? 0));
    headings.push({ ...group, top, height: HEADING_HEIGHT });
    top += HEADING_HEIGHT;
    for (const lane of lanes) {
      const height = heightOf(group.kind, events[lane] ?? 0, most, isDated(columns, lane));
      rows.push({ lane, kind: group.kind, top, height, baseline: top + height / 2 });
      top += height;
    }
  }
  const rowOf: (LaneRow | undefined)[] = columns.lanes.map(() => undefined);
  for (const row of rows) rowOf[row.lane] = row;
  return { rows, headings, height: top, rowOf };
}

/** Different events (sessions apart: they are named in their forum's lane) in each lane. */
function eventsByLane(columns: TimelineColumns): number[] {
  const seen = columns.lanes.map(() => new Set<string>());
  const { marks } = columns;
  for (let row = 0; row < marks.slug.length; row++) {
    if (marks.of[row] === "SESSION") continue;
    for (const lane of marks.lanes[row] ?? []) seen[lane]?.add(marks.slug[row] ?? "");
  }
  return seen.map((slugs) => slugs.size);
}

function isDated(columns: TimelineColumns, lane: number): boolean {
  return columns.bars.some((bar) => bar.lane === lane && bar.segments.length > 1);
}

/** A country's lane is as high as its names need, by its share of the busiest lane's events. */
function heightOf(kind: LaneKind, events: number, most: number, dated: boolean): number {
  if (kind === "FORUM") return FORUM_HEIGHT;
  if (kind === "AGREEMENT") return dated ? DATED_AGREEMENT_HEIGHT : AGREEMENT_HEIGHT;
  if (events >= 8 && events === most) return 88;
  if (events >= 8 && events >= most * 0.6) return 84;
  return events >= 3 && events >= most * 0.2 ? 62 : 44;
}
