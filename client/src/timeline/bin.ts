import type { Known, TimelineColumns } from "./columns.ts";
import { civilOf, type Day, dayOfCivil, shortMonthName } from "./day.ts";
import type { Frame } from "./frame.ts";
import type { Hit } from "./hit.ts";
import type { Stop } from "./stops.ts";
import { dayAt, pxPerMonth, type Viewport, xOf } from "./viewport.ts";
import { daysOf } from "./when.ts";

/** Bins of a month each where it is at least 4 px wide, else of a quarter, else of a year. */
export function binMonths(viewport: Viewport): number {
  const month = pxPerMonth(viewport);
  if (month >= 4) return 1;
  return month >= 1.2 ? 3 : 12;
}

/** The months since year 0 that a day stands in. */
export function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** First day of a month counted since year 0. */
export function dayOfMonth(month: number): Day {
  return dayOfCivil({ year: 0, month: month + 1, day: 1 });
}

/** The id of a bin of a lane; −1 stands for no lane. A bin is so many months long as its id says. */
export function idOfBin(lane: number, bin: number, step: number): string {
  return `bin:${lane}:${bin}:${step}`;
}

/** A stretch of months in a lane. `last` is its last day. */
export interface Bin {
  lane: number;
  first: Day;
  last: Day;
}

/** What an id of a bin names, or null. */
export function binOf(id: string | null): Bin | null {
  const found = /^bin:(-?\d+):(-?\d+):(\d+)$/.exec(id ?? "");
  if (!found) return null;
  const [, lane = -1, bin = 0, step = 1] = found.map(Number);
  return { lane, first: dayOfMonth(bin * step), last: dayOfMonth((bin + 1) * step) - 1 };
}

/** The bin under a point, in the lane there. */
export function binAt(frame: Frame, x: number, y: number): Hit {
  const step = binMonths(frame.viewport);
  const bin = Math.floor(monthOf(dayAt(frame.viewport, x)) / step);
  const row = frame.stack.rows.find(({ top, height }) => y >= top && y < top + height);
  const id = idOfBin(row?.lane ?? -1, bin, step);
  const found = binOf(id) as Bin;
  return {
    id,
    merged: [id],
    x: middleOf(frame.viewport, found),
    y,
    own: [],
  };
}

/** The x in the middle of a bin. */
export function middleOf(viewport: Viewport, { first, last }: Bin): number {
  return (xOf(viewport, first) + xOf(viewport, last + 1)) / 2;
}

/** What a bin holds. */
export interface BinRead {
  /** Events that took place in the bin, sessions apart, and those of them in its lane. */
  held: number;
  inLane: number;
  planned: number;
  /** Names of the forums that met. */
  forums: string[];
  /** How many agreements entered another status. */
  changed: number;
}

/** Reads a bin out, as known on a day. */
export function readBin(columns: TimelineColumns, known: Known, bin: Bin): BinRead {
  const read: BinRead = { held: 0, inLane: 0, planned: 0, forums: [], changed: 0 };
  const { marks } = columns;
  const isIn = (day: Day) => day >= bin.first && day <= bin.last;
  for (const row of known.marks) {
    const days = daysOf(marks, row);
    if (!days || !isIn(days.first)) continue;
    const lanes = marks.lanes[row] ?? [];
    if (marks.status[row] !== "HELD") {
      if (marks.status[row] !== "CANCELLED") read.planned++;
    } else if (marks.of[row] === "SESSION") {
      for (const lane of lanes)
        if (columns.lanes[lane]?.kind === "FORUM")
          read.forums.push(columns.lanes[lane]?.name ?? "");
    } else {
      read.held++;
      if (lanes.includes(bin.lane)) read.inLane++;
    }
  }
  for (const { segments } of known.bars)
    for (const { start } of segments) if (isIn(start) && start <= known.day) read.changed++;
  return read;
}

/** `Oct – Dec 1991`, `Oct 1991` for a bin of one month, `1991` for a year. */
export function binWords({ first, last }: Bin): string {
  const [from, to] = [civilOf(first), civilOf(last)];
  const end = `${shortMonthName(to.month)} ${to.year}`;
  if (from.month === to.month) return end;
  if (from.month === 1 && to.month === 12) return String(to.year);
  return `${shortMonthName(from.month)} – ${end}`;
}

const TARGET = 24;

/** Bins that hold something take the focus: one stop for each, lane by lane and in time. */
export function stopsOfBins(frame: Frame, bins: Iterable<[id: string, count: number]>): Stop[] {
  const places = new Map(frame.stack.rows.map((row, at) => [row.lane, { row, at }]));
  const stops: (Stop & { at: number })[] = [];
  for (const [id, count] of bins) {
    const bin = binOf(id);
    const place = bin && places.get(bin.lane);
    if (!bin || !place) continue;
    stops.push({
      key: id,
      id,
      lane: bin.lane,
      day: bin.first,
      name: () =>
        `${binWords(bin)}. ${count === 1 ? "1 fact" : `${count} facts`}. Press Enter to zoom in.`,
      x: middleOf(frame.viewport, bin) - TARGET / 2,
      y: place.row.baseline - TARGET / 2,
      width: TARGET,
      height: TARGET,
      selected: false,
      at: place.at,
    });
  }
  return stops.sort((a, b) => a.at - b.at || a.day - b.day);
}
