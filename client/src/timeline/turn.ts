import { FADE_PX } from "./bars.ts";
import type { BarShape, MarkShape, Primitive } from "./scene.ts";

/** How a fact's marks come to what they are: ink grows from their middle, draws back to it, or they fade in. */
export type Coming = "fills" | "empties" | "fades";

/** What a step from one day of knowledge to another changed, in px of the drawing after it. */
export interface Turn {
  /** Events whose marks say something else, by id. */
  marks: Map<string, Coming>;
  /** Agreements whose bars do: the stretch that does, within the plot. */
  bars: Map<string, { x1: number; x2: number }>;
  /** The bars of those as they were, with their words and dates. */
  before: Primitive[];
}

/** Px that a mark may be off and still stand where it stood. */
const SAME_PX = 0.5;

/**
 * What changed between two drawings of the same window. What was not there before, or is there no more, is no change of state: it is
 * there at once. Null when nothing changed.
 */
export function turnBetween(before: Primitive[], after: Primitive[], edge: number): Turn | null {
  const marks = new Map<string, Coming>();
  const were = mainMarks(before);
  const openBefore = idsOf(before, "lead");
  const openAfter = idsOf(after, "lead");
  const hadSpan = idsOf(before, "span");
  for (const [id, mark] of mainMarks(after)) {
    const was = were.get(id);
    // A plan that is still open moves along with the knowledge line; that says nothing new of it.
    const moves = openBefore.has(id) && openAfter.has(id);
    const coming = was ? comingOf(was, mark, moves) : hadSpan.has(id) ? "fades" : null;
    if (coming) marks.set(id, coming);
  }
  const bars = new Map<string, { x1: number; x2: number }>();
  const hadBars = barsOf(before);
  for (const [id, stretches] of barsOf(after)) {
    const had = hadBars.get(id);
    const changed = had && changedStretch(had, stretches, edge);
    if (changed) bars.set(id, changed);
  }
  if (marks.size + bars.size === 0) return null;
  const isOfBar = ({ type, id }: Primitive) =>
    bars.has(id) && (type === "bar" || type === "plaque" || type === "date");
  return { marks, bars, before: before.filter(isOfBar) };
}

function comingOf(was: MarkShape, is: MarkShape, moves: boolean): Coming | null {
  const stays = Math.abs(was.x - is.x) < SAME_PX && was.y === is.y;
  if (was.style === is.style && was.strokes === is.strokes && (stays || moves)) return null;
  if (!stays || was.shape !== is.shape || was.strokes !== is.strokes) return "fades";
  if (is.style === "filled") return "fills";
  return was.style === "filled" ? "empties" : "fades";
}

/** Every event's own mark; of those merged into one, the first. */
function mainMarks(primitives: Primitive[]): Map<string, MarkShape> {
  const marks = new Map<string, MarkShape>();
  for (const one of primitives)
    if (one.type === "mark" && one.main && !one.since && !marks.has(one.id)) marks.set(one.id, one);
  return marks;
}

function idsOf(primitives: Primitive[], type: Primitive["type"]): Set<string> {
  return new Set(primitives.flatMap((one) => (one.type === type ? [one.id] : [])));
}

function barsOf(primitives: Primitive[]): Map<string, BarShape[]> {
  const bars = new Map<string, BarShape[]>();
  for (const one of primitives)
    if (one.type === "bar") bars.set(one.id, [...(bars.get(one.id) ?? []), one]);
  return bars;
}

/** Where two drawings of a bar differ, if it says something else and not only goes on for longer. */
function changedStretch(
  before: BarShape[],
  after: BarShape[],
  edge: number,
): { x1: number; x2: number } | null {
  const saying = (bars: BarShape[]) =>
    bars.map(({ look, share, x1 }) => `${look} ${share} ${Math.round(x1)}`).join(", ");
  if (saying(before) === saying(after)) return null;
  const within = (x: number) => Math.min(Math.max(x, 0), edge);
  const places = [...before, ...after].flatMap((bar) => [within(bar.x1), within(endOf(bar))]);
  places.sort((a, b) => a - b);
  const differing = places.flatMap((x1, index) => {
    const x2 = places[index + 1] ?? x1;
    const middle = (x1 + x2) / 2;
    return x2 > x1 && lookAt(before, middle) !== lookAt(after, middle) ? [x1, x2] : [];
  });
  if (differing.length === 0) return null;
  return { x1: Math.min(...differing), x2: Math.max(...differing) };
}

function lookAt(bars: BarShape[], x: number): string {
  const at = bars.find((bar) => x >= bar.x1 && x < endOf(bar));
  return at ? `${at.look} ${at.share}` : "";
}

/** A bar runs out while it fades. */
function endOf({ x2, fades }: BarShape): number {
  return fades ? x2 + FADE_PX : x2;
}
