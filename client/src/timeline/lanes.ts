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
  /** Whether stacked as from far away. */
  far: boolean;
  /** From far away: the place of the one area that stands for all agreements. */
  area: { top: number; height: number } | null;
  headings: Heading[];
  height: number;
  rowOf: (LaneRow | undefined)[];
}

export const HEADING_HEIGHT = 20;
const FORUM_HEIGHT = 30;
const AGREEMENT_HEIGHT = 38;
const DATED_AGREEMENT_HEIGHT = 44;
/** Names longer than so many characters need two lines, over that of the parties. */
const LONG_NAME = 27;
const LONG_AGREEMENT_HEIGHT = 54;

const GROUPS: { kind: LaneKind; title: string; far: string }[] = [
  { kind: "COUNTRY", title: "Countries", far: "Meetings and visits" },
  { kind: "FORUM", title: "Forums", far: "Sessions by forum" },
  { kind: "AGREEMENT", title: "Agreements", far: "Agreements by status" },
];

/** From far away, heights say nothing of names. */
const FAR_HEIGHT = { COUNTRY: 62, FORUM: 24, AGREEMENT: 0 } as const;
/** Room (px) under the columns of a country's lane. */
const FAR_FOOT = 6;
const AREA_HEIGHT = 166;

/**
 * Lays the lanes out. Heights follow all that was ever known, not one day of knowledge, so that nothing moves while
 * the reader travels through time. `far`: at density, all agreements are one area.
 */
export function stackLanes(columns: TimelineColumns, far = false): LaneStack {
  const events = eventsByLane(columns);
  const rows: LaneRow[] = [];
  const headings: Heading[] = [];
  let area: LaneStack["area"] = null;
  let top = 0;
  for (const group of GROUPS) {
    const lanes = columns.lanes.flatMap((lane, index) => (lane.kind === group.kind ? [index] : []));
    if (lanes.length === 0) continue;
    const most = Math.max(...lanes.map((lane) => events[lane] ?? 0));
    const { kind } = group;
    headings.push({ kind, title: far ? group.far : group.title, top, height: HEADING_HEIGHT });
    top += HEADING_HEIGHT;
    if (far && kind === "AGREEMENT") {
      area = { top, height: AREA_HEIGHT };
      top += AREA_HEIGHT;
      continue;
    }
    for (const lane of lanes) {
      const height = far
        ? FAR_HEIGHT[kind]
        : kind === "AGREEMENT"
          ? heightOfAgreement(columns, lane)
          : heightOf(kind, events[lane] ?? 0, most);
      // From far away, columns stand on the line.
      const line = far && kind === "COUNTRY" ? height - FAR_FOOT : height / 2;
      rows.push({ lane, kind, top, height, baseline: top + line });
      top += height;
    }
  }
  const rowOf: (LaneRow | undefined)[] = columns.lanes.map(() => undefined);
  for (const row of rows) rowOf[row.lane] = row;
  return { rows, far, area, headings, height: top, rowOf };
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

/** Whether a lane's name takes two lines in the headers. */
export function isLong(name: string): boolean {
  return name.length > LONG_NAME;
}

function heightOfAgreement(columns: TimelineColumns, lane: number): number {
  if (isLong(columns.lanes[lane]?.name ?? "")) return LONG_AGREEMENT_HEIGHT;
  return isDated(columns, lane) ? DATED_AGREEMENT_HEIGHT : AGREEMENT_HEIGHT;
}

/** A country's lane is as high as its names need, by its share of the busiest lane's events. */
function heightOf(kind: LaneKind, events: number, most: number): number {
  if (kind === "FORUM") return FORUM_HEIGHT;
  if (events >= 8 && events === most) return 88;
  if (events >= 8 && events >= most * 0.6) return 84;
  return events >= 3 && events >= most * 0.2 ? 62 : 44;
}
