import type { Known } from "./columns.ts";
import type { Day } from "./day.ts";
import type { Frame } from "./frame.ts";
import { type Look, lookOfStatus } from "./look.ts";
import type { AreaShape } from "./scene.ts";
import { xOf } from "./viewport.ts";

/** What stands on what in the area: the most binding at the foot. What has ended is not counted. */
export const LAYERS: readonly Look[] = [
  "inforce",
  "provisional",
  "ratified",
  "signed",
  "agreed",
  "negotiating",
  "proposed",
  "suspended",
];

/** How many agreements stand where from a day on, in the order of `LAYERS`. */
export interface Standing {
  day: Day;
  counts: number[];
}

const kept = new WeakMap<Known, Standing[]>();

/** How many agreements stood in each status from which day on, first to last, as known on a day; nothing after that day. */
export function standings(known: Known): Standing[] {
  const found = kept.get(known);
  if (found) return found;
  const changes: { day: Day; layer: number; by: number }[] = [];
  const change = (day: Day, layer: number, by: number) => {
    if (layer >= 0 && day <= known.day) changes.push({ day, layer, by });
  };
  for (const bar of known.bars)
    for (const [index, segment] of bar.segments.entries()) {
      const layer = LAYERS.indexOf(lookOfStatus(segment.status));
      change(segment.start, layer, 1);
      const next = bar.segments[index + 1];
      if (next) change(Math.max(next.start, segment.start), layer, -1);
    }
  changes.sort((a, b) => a.day - b.day);
  const list: Standing[] = [];
  let counts = LAYERS.map(() => 0);
  for (const { day, layer, by } of changes) {
    counts = counts.map((count, at) => (at === layer ? count + by : count));
    const last = list[list.length - 1];
    if (last?.day === day) last.counts = counts;
    else list.push({ day, counts });
  }
  kept.set(known, list);
  return list;
}

/** Room (px) above the highest the area ever gets. */
const ABOVE = 14;
const UNDER = 6;

/** The area of agreements by status: a step on every day that one of them changed. Nothing is drawn past the day of knowledge. */
export function layArea(frame: Frame): AreaShape[] {
  const { area } = frame.stack;
  if (!area) return [];
  const list = standings(frame.known);
  const most = Math.max(1, ...list.map(({ counts }) => sum(counts)));
  const foot = area.top + area.height - UNDER;
  const perOne = (area.height - ABOVE - UNDER) / most;
  const shapes = LAYERS.map(
    (look): AreaShape => ({ type: "area", id: `area:${look}`, look, steps: [] }),
  );
  for (const [index, { day, counts }] of list.entries()) {
    const x1 = xOf(frame.viewport, day);
    const x2 = xOf(frame.viewport, list[index + 1]?.day ?? frame.known.day + 1);
    if (x2 < 0 || x1 > frame.edge || x2 <= x1) continue;
    let under = 0;
    for (const [layer, count] of counts.entries()) {
      const top = foot - (under + count) * perOne;
      const bottom = foot - under * perOne;
      const steps = shapes[layer]?.steps;
      const before = steps?.at(-1);
      if (before?.x2 === x1 && before.top === top && before.bottom === bottom) before.x2 = x2;
      else if (count > 0) steps?.push({ x1, x2, top, bottom });
      under += count;
    }
  }
  return shapes.filter(({ steps }) => steps.length > 0);
}

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
