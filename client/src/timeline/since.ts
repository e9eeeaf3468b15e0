import { layPlainBars } from "./bars.ts";
import type { Known, TimelineColumns } from "./columns.ts";
import { type Comparison, compareDays, isNews, knownSince } from "./compare.ts";
import { boxOfCount, placeCounts } from "./counts.ts";
import { CROWD, layCrowd } from "./crowd.ts";
import type { Day } from "./day.ts";
import { layDensity } from "./density.ts";
import { type Frame, nearFrame } from "./frame.ts";
import { boxOf, type Mood, type Placement, placeLabels, type Standing } from "./labels.ts";
import { type Facts, layFacts, obstaclesOf, type Scene } from "./layout.ts";
import type { Lens } from "./lens.ts";
import type { CountShape, MarkShape, Primitive } from "./scene.ts";
import { inOrder, type Stop, stopsOf } from "./stops.ts";
import { levelOf } from "./viewport.ts";

/** Two bars a lane, so high; what was known then lies above what is known now: how far (px) from the lane's middle. */
const PAIR_HEIGHT = 11;
const UPPER = -13.5;
const LOWER = 2.5;

/** A lens through which a frame shows, beside what its own day knew, in outline what only `now` knows. */
export function lensOf(now: Day): Lens {
  let last: { columns: TimelineColumns; day: Day; compared: Compared } | null = null;
  const compared = ({ columns, known }: Frame): Compared => {
    if (last?.columns !== columns || last.day !== known.day) {
      const comparison = compareDays(columns, known.day, Math.max(now, known.day));
      const since = knownSince(columns, comparison);
      last = { columns, day: known.day, compared: { comparison, since } };
    }
    return last.compared;
  };
  return {
    now,
    layOut: (frame, standing, mood) => layBoth(frame, compared(frame).since, standing, mood),
    stopsOf: (frame, primitives) => stopsOfBoth(frame, compared(frame), primitives),
  };
}

interface Compared {
  comparison: Comparison;
  since: Known;
}

function layBoth(frame: Frame, since: Known, standing: Standing, mood: Mood): Scene {
  const later = { ...frame, known: since };
  const bars = [
    ...layPlainBars(frame, PAIR_HEIGHT, UPPER),
    ...layPlainBars(later, PAIR_HEIGHT, LOWER).map(dated),
  ];
  if (levelOf(frame.viewport) === "density") {
    const [then, now] = [layDensity(frame), layDensity(later)];
    const all = [
      ...then.columns,
      ...now.columns.map(dated),
      ...then.marks,
      ...now.marks.map(dated),
    ];
    return { primitives: [...all, ...bars], standing: new Map() };
  }
  const [near, laterNear] = [nearFrame(frame), nearFrame(later)];
  if (near.known.marks.length + laterNear.known.marks.length > CROWD)
    return {
      primitives: [...layCrowd(near), ...layCrowd(laterNear).map(dated), ...bars],
      standing: new Map(),
    };
  const then = layFacts(frame, near);
  const now = outlined(layFacts(later, laterNear), then);
  const named = nameBoth(frame, then, now, standing, mood);
  return {
    primitives: [
      ...now.behind,
      ...then.behind,
      ...then.marks,
      ...now.marks,
      ...named.counts,
      ...bars,
      ...named.labels,
    ],
    standing: named.standing,
  };
}

/**
 * Figures and names. What was known then is named first, and across the ties of what came after; the rest keeps out of
 * all that stands.
 */
function nameBoth(
  frame: Frame,
  then: Facts,
  now: Facts,
  standing: Standing,
  mood: Mood,
): Placement & { counts: CountShape[] } {
  const all = obstaclesOf(frame, [then, now]);
  const figures = placeCounts(then.marks, all, frame.measure);
  const boxes = [...all.boxes, ...figures.map(boxOfCount)];
  const later = placeCounts(now.marks, { ...all, boxes }, frame.measure);
  boxes.push(...later.map(boxOfCount));
  const wanted = (id: string) => mood !== "moving" || standing.has(id);
  const first = placeLabels(
    then.names(figures, wanted),
    { ...all, boxes, ties: then.ties },
    standing,
    mood,
  );
  const ofNow = (id: string) => SINCE + id;
  const items = now.names(later, (id) => wanted(ofNow(id)));
  const second = placeLabels(
    items.map((item) => ({ ...item, id: ofNow(item.id) })),
    {
      ...all,
      boxes: [...boxes, ...first.labels.map((label) => boxOf(label, label.width))],
      ties: [...then.ties, ...now.ties.map((tie) => ({ ...tie, id: ofNow(tie.id) }))],
    },
    standing,
    mood,
  );
  const named = second.labels.map((label) => dated({ ...label, id: label.id.slice(SINCE.length) }));
  return {
    counts: [...figures, ...later.map(dated)],
    labels: [...first.labels, ...named],
    standing: new Map([...first.standing, ...second.standing]),
  };
}

/** In front of the ids of names of what is known since: an event may be named as it was and as it is. */
const SINCE = "since ";
function dated<Shape extends Primitive>(shape: Shape): Shape {
  return { ...shape, since: true };
}

/**
 * The later facts in outline. Where a mark of the earlier day stands already, it keeps its tie and name and gets a ring
 * around it instead of a second mark on top.
 */
function outlined(now: Facts, then: Facts): Facts {
  const standing = new Set(then.marks.map(placeOf));
  const tied = new Set(then.ties.map(({ id, x }) => `${id} ${Math.round(x)}`));
  const marks = now.marks.map((mark): MarkShape => {
    const style = standing.has(placeOf(mark)) ? "ring" : mark.shape === "bar" ? "filled" : "hollow";
    return dated({ ...mark, style, count: style === "ring" ? 1 : mark.count });
  });
  const ringed = new Set(marks.flatMap(({ id, style }) => (style === "ring" ? [id] : [])));
  const isNew = (one: Primitive) =>
    one.type !== "tie" || !tied.has(`${one.id} ${Math.round(one.x)}`);
  return {
    behind: now.behind.filter(isNew).map(dated),
    marks: marks.filter(({ shape, style }) => style !== "ring" || shape !== "bar"),
    ties: now.ties.filter(isNew),
    boxes: now.boxes,
    names: (counts, wanted) => now.names(counts, (id) => !ringed.has(id) && wanted(id)),
  };
}

function placeOf({ id, lane, x, shape }: MarkShape): string {
  return `${id} ${lane} ${Math.round(x)} ${shape}`;
}

/** Marks and stretches of both days; of the later one only what the earlier did not know. */
function stopsOfBoth(
  frame: Frame,
  { comparison, since }: Compared,
  primitives: Primitive[],
): Stop[] {
  const isSince = (one: Primitive) => "since" in one && one.since === true;
  const then = stopsOf(
    frame,
    primitives.filter((one) => !isSince(one)),
  );
  const now = stopsOf({ ...frame, known: since }, primitives.filter(isSince));
  const news = now
    .filter((stop) => !isBar(stop) || isNewsAt(comparison, stop.key))
    .map((stop): Stop => {
      const name = () => `Known now, not then. ${stop.name()}`;
      const key = `${stop.id}#now${stop.key.slice(stop.id.length)}`;
      return { ...below(stop), key, name, since: true };
    });
  return inOrder(frame, [...then.map(above), ...news]);
}

/** The same of a stretch by its key, `agreement:slug#2`. */
function isNewsAt({ bars }: Comparison, key: string): boolean {
  const [id, index] = key.split("#");
  const found = bars.find((bar) => bar.id === id);
  return found === undefined || isNews(found, Number(index));
}

const isBar = (stop: Stop) => stop.id.startsWith("agreement:");
const above = (stop: Stop): Stop => (isBar(stop) ? { ...stop, y: stop.y - 5 } : stop);
const below = (stop: Stop): Stop => (isBar(stop) ? { ...stop, y: stop.y + 11 } : stop);
