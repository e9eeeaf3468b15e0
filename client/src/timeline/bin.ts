import { cellAt, cellsOver, daysOfCell } from "./cell.ts";
import type { Known, TimelineColumns } from "./columns.ts";
import { civilOf, type Day, shortDate, shortRange } from "./day.ts";
import type { Frame } from "./frame.ts";
import type { Hit } from "./hit.ts";
import type { Stop } from "./stops.ts";
import { dayAt, type Viewport, xOf } from "./viewport.ts";

/** The id of a bin: a lane, of which −1 stands for none, and a cell with the exponent of its length. */
export function idOfBin(lane: number, cell: number, exponent: number): string {
  return `bin:${lane}:${cell}:${exponent}`;
}

/** A cell of time in a lane. `last` is its last day. */
export interface Bin {
  lane: number;
  first: Day;
  last: Day;
}

/** What an id of a bin names, or null. */
export function binOf(id: string | null): Bin | null {
  const found = /^bin:(-?\d+):(-?\d+):(\d+)$/.exec(id ?? "");
  if (!found) return null;
  const [, lane = -1, cell = 0, exponent = 0] = found.map(Number);
  return { lane, ...daysOfCell(cell, exponent) };
}

/** The bin under a point, in the lane there. */
export function binAt(frame: Frame, x: number, y: number): Hit {
  const { exponent } = cellsOver(frame.viewport);
  const cell = cellAt(dayAt(frame.viewport, x), exponent);
  const row = frame.stack.rows.find(({ top, height }) => y >= top && y < top + height);
  const id = idOfBin(row?.lane ?? -1, cell, exponent);
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
    const day = marks.day[row];
    if (day == null || !isIn(day)) continue;
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

/** The days of a bin: `2–9 Jan 2025`, `3 Oct 1991 – 7 Feb 1992`. */
export function binWords({ first, last }: Bin): string {
  const { year } = civilOf(last);
  if (civilOf(first).year !== year) return `${shortDate(first)} – ${shortDate(last)}`;
  return `${shortRange(first, last)} ${year}`;
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
        `${binWords(bin)}, ${count === 1 ? "1 fact" : `${count} facts`}. Press Enter to zoom in.`,
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
