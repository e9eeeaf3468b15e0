import type { LabelShape, TieShape } from "./scene.ts";

/** A place where a name could stand: `x` its left edge, `y` its middle, within lane edges `top` and `bottom`. */
export interface Candidate {
  key: string;
  x: number;
  y: number;
  top: number;
  bottom: number;
  cost: number;
  knockout: boolean;
  leader: { x: number; top: number; bottom: number } | null;
}

/** A name looking for a place; lower `priority` chooses first. */
export interface LabelItem {
  id: string;
  text: string;
  date: string;
  /** From the start of the name to the start of its date, and to its end. */
  dateAt: number;
  width: number;
  strong: boolean;
  /** Whether it would rather stand dearly than not at all, as strong ones do. */
  insists?: boolean;
  priority: number;
  candidates: Candidate[];
}

/** What a name may not touch. */
export interface Box {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
}

export interface Obstacles {
  boxes: Box[];
  ties: TieShape[];
  /** The knowledge line. */
  lineX: number;
  /** Names begin and end between these. */
  left: number;
  right: number;
}

/** Names that stand, by id, with the key of the candidate they took. */
export type Standing = ReadonlyMap<string, string>;

/** How placing goes: anew; keeping what still can stand; or, while the view moves, only what stood before. */
export type Mood = "anew" | "keep" | "moving";

export interface Placement {
  labels: LabelShape[];
  standing: Map<string, string>;
}

/** Between a name and its date, px. */
export const DATE_GAP = 6;
/** Half the height of a line of a label, px. */
export const HALF_LINE = 7;
/** Between the end of a name's date and the next name in its row, px. */
const NAME_GAP = 8;
const LIMIT = 17;
const STRONG_LIMIT = 40;
const SUMMIT_CROSSING = 8;
const TIE_CROSSING = 16;
const MOST_LABELS = 160;

/**
 * The label rule. By priority, each name takes its cheapest free place: it touches no mark, name, lead, lane's edge or
 * the knowledge line, never its own tie, and pays for crossing others'. Too dear a place is none: names vanish rather
 * than collide, and are never cut.
 */
export function placeLabels(
  items: LabelItem[],
  obstacles: Obstacles,
  standing: Standing,
  mood: Mood,
): Placement {
  const taken: Box[] = [];
  const labels: LabelShape[] = [];
  const next = new Map<string, string>();
  const boxes = new Shelf(obstacles.boxes);
  const queue = [...items].sort((a, b) => a.priority - b.priority);
  for (const item of queue) {
    if (labels.length >= MOST_LABELS) break;
    const held = standing.get(item.id);
    if (mood === "moving" && held === undefined) continue;
    const choice = choose(item, obstacles, boxes, taken, held, mood);
    if (!choice) continue;
    taken.push(boxOf(choice, item.width));
    if (choice.leader) taken.push(leaderBox(choice.leader));
    next.set(item.id, choice.key);
    labels.push({
      type: "label",
      id: item.id,
      x: choice.x,
      y: choice.y,
      width: item.width,
      text: item.text,
      date: item.date,
      dateX: choice.x + item.dateAt,
      strong: item.strong,
      knockout: choice.knockout,
      leader: choice.leader,
    });
  }
  // While the view moves, a name that cannot stand for a moment keeps its claim for when it can.
  return { labels, standing: mood === "moving" ? new Map(standing) : next };
}

function choose(
  item: LabelItem,
  obstacles: Obstacles,
  boxes: Shelf,
  taken: Box[],
  held: string | undefined,
  mood: Mood,
): Candidate | null {
  const limit = item.strong || item.insists ? STRONG_LIMIT : LIMIT;
  let best: Candidate | null = null;
  let bestCost = limit + 1e-9;
  for (const candidate of item.candidates) {
    const isHeld = candidate.key === held;
    if (mood === "moving" && !isHeld) continue;
    if (candidate.cost >= bestCost && !isHeld) continue;
    const cost = costOf(item, candidate, obstacles, boxes, taken);
    if (cost === null) continue;
    if (isHeld && mood !== "anew" && cost <= limit) return candidate;
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

/** What a place costs, or null when it is not free. */
function costOf(
  item: LabelItem,
  candidate: Candidate,
  obstacles: Obstacles,
  boxes: Shelf,
  taken: Box[],
): number | null {
  const box = boxOf(candidate, item.width);
  if (box.y1 < candidate.top || box.y2 > candidate.bottom) return null;
  if (box.x1 < obstacles.left || box.x2 > obstacles.right) return null;
  if (box.x1 - 3 < obstacles.lineX && obstacles.lineX < box.x2 + 3) return null;
  const apart = { ...box, x1: box.x1 - NAME_GAP, x2: box.x2 + NAME_GAP };
  if (boxes.touches(box) || taken.some((other) => touch(apart, other))) return null;
  if (candidate.leader) {
    const leader = leaderBox(candidate.leader);
    if (boxes.touches(leader) || taken.some((other) => touch(leader, other))) return null;
  }
  let cost = candidate.cost;
  for (const tie of obstacles.ties) {
    if (tie.x < box.x1 - 2 || tie.x > box.x2 + 2) continue;
    if (tie.bottom < box.y1 || tie.top > box.y2) continue;
    if (tie.merged.includes(item.id)) return null;
    cost += tie.weight === "bilateral" ? TIE_CROSSING : SUMMIT_CROSSING;
  }
  return cost;
}

/** The room that a name takes at a place. */
export function boxOf(place: Pick<Candidate, "x" | "y">, width: number): Box {
  return {
    x1: place.x,
    x2: place.x + width,
    y1: place.y - HALF_LINE,
    y2: place.y + HALF_LINE,
  };
}

function leaderBox({ x, top, bottom }: { x: number; top: number; bottom: number }): Box {
  return { x1: x - 1, x2: x + 1, y1: top, y2: bottom };
}

/** Whether two boxes share more than an edge. */
export function touch(a: Box, b: Box): boolean {
  return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2;
}

/** Boxes in columns, so that a look-up asks only its neighbours. */
class Shelf {
  static readonly columnPx = 64;
  private readonly columns = new Map<number, Box[]>();

  constructor(boxes: Box[]) {
    for (const box of boxes)
      for (let column = at(box.x1); column <= at(Math.min(box.x2, 1e5)); column++) {
        const shelf = this.columns.get(column);
        if (shelf) shelf.push(box);
        else this.columns.set(column, [box]);
      }
  }

  touches(box: Box): boolean {
    for (let column = at(box.x1); column <= at(box.x2); column++)
      if (this.columns.get(column)?.some((other) => touch(box, other))) return true;
    return false;
  }
}

function at(x: number): number {
  return Math.floor(x / Shelf.columnPx);
}
