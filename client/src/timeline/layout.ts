import { layArea } from "./area.ts";
import { type BarLayout, layBars } from "./bars.ts";
import { boxOfCount, placeCounts } from "./counts.ts";
import { CROWD, layCrowd } from "./crowd.ts";
import { layDensity } from "./density.ts";
import { type Frame, knownX, nearFrame } from "./frame.ts";
import {
  type Box,
  type LabelItem,
  type Mood,
  type Obstacles,
  placeLabels,
  type Standing,
} from "./labels.ts";
import { type LeadLayout, layLeads } from "./leads.ts";
import { layMarks, type MarkLayout } from "./marks.ts";
import { namesOf } from "./naming.ts";
import { layNotches } from "./notches.ts";
import type { CountShape, MarkShape, Primitive, TieShape } from "./scene.ts";
import { reachOf } from "./shapes.ts";
import { levelOf } from "./viewport.ts";

/** A drawing in paint order, and which names stand in it. */
export interface Scene {
  primitives: Primitive[];
  standing: Map<string, string>;
}

/**
 * The drawing of a frame. Pure: the same frame gives the same list, so that the painter, the overlay and the pointer
 * agree on what is where.
 */
export function layOut(frame: Frame, standing: Standing, mood: Mood): Scene {
  if (levelOf(frame.viewport) === "density") {
    const { columns, marks } = layDensity(frame);
    const agreements = frame.stack.area ? layArea(frame) : layBars(frame).bars;
    return { primitives: [...columns, ...marks, ...agreements], standing: new Map() };
  }
  const bars = layBars(frame);
  const near = nearFrame(frame);
  if (near.known.marks.length > CROWD)
    return { primitives: [...layCrowd(near), ...barsInOrder(bars)], standing: new Map() };
  const facts = layFacts(frame, near);
  const obstacles = obstaclesOf(frame, [facts]);
  const counts = placeCounts(facts.marks, obstacles, frame.measure);
  const wanted = (id: string) => mood !== "moving" || standing.has(id);
  const named = placeLabels(
    facts.names(counts, wanted),
    { ...obstacles, boxes: [...obstacles.boxes, ...counts.map(boxOfCount)] },
    standing,
    mood,
  );
  return {
    primitives: [...facts.behind, ...facts.marks, ...counts, ...barsInOrder(bars), ...named.labels],
    standing: named.standing,
  };
}

/** Marks and leads of one day of knowledge, before their figures and names. */
export interface Facts {
  /** What lies behind the marks: ties, dashes, spans. */
  behind: Primitive[];
  marks: MarkShape[];
  ties: TieShape[];
  boxes: Box[];
  /** The names that want a place beside what is there, and are `wanted`. */
  names: (counts: CountShape[], wanted: (id: string) => boolean) => LabelItem[];
}

/** Lays out what a frame knows; `near` is the same frame with what lies near the plot. */
export function layFacts(frame: Frame, near: Frame): Facts {
  const marks = layMarks(near);
  const leads = layLeads(frame, marks.marks);
  const notches = layNotches(near);
  marks.marks.push(...notches.map(({ mark }) => mark));
  const allMarks = [...sessionsFirst(marks.marks), ...leads.marks];
  const ties = [...marks.ties, ...leads.ties];
  const { anchors } = leads;
  return {
    behind: [...ties, ...leads.leads, ...leads.spans, ...marks.spans, ...marks.ranges],
    marks: allMarks,
    ties,
    boxes: boxesOf(frame, marks, leads),
    names: (counts, wanted) => namesOf(near, { marks: allMarks, anchors, notches, counts }, wanted),
  };
}

/** What no name may touch. */
export function obstaclesOf(frame: Frame, facts: Facts[]): Obstacles {
  return {
    boxes: facts.flatMap(({ boxes }) => boxes),
    ties: facts.flatMap(({ ties }) => ties),
    lineX: knownX(frame),
    left: 4,
    right: frame.edge - 4,
  };
}

/** Small diamonds of a summit lie under the marks of meetings on its sidelines. */
function sessionsFirst(marks: MarkShape[]): MarkShape[] {
  const isSession = (mark: MarkShape) => Number(mark.id.startsWith("session:"));
  return [...marks].sort((a, b) => isSession(b) - isSession(a));
}

function barsInOrder({ bars, plaques, dates }: BarLayout): Primitive[] {
  return [...bars, ...plaques, ...dates];
}

/** Half the width of the capsule around what is selected: names keep out of it. */
const CAPSULE = 14;

function boxesOf(frame: Frame, marks: MarkLayout, leads: LeadLayout): Box[] {
  const boxes: Box[] = [];
  for (const mark of [...marks.marks, ...leads.marks]) {
    const [left, right, up, down] = reachOf(mark.shape, mark.r, mark.width).map((reach) =>
      mark.merged.includes(frame.selected ?? "") ? Math.max(reach, CAPSULE) : reach,
    ) as [number, number, number, number];
    boxes.push({
      x1: mark.x - left - 2,
      x2: mark.x + right + 2,
      y1: mark.y - up - 1,
      y2: mark.y + down + 1,
    });
  }
  const shown = leads.leads.map(({ hint, ...lead }) =>
    hint === undefined ? lead : { ...lead, x2: lead.x1 + hint },
  );
  for (const { x1, x2, y } of [...shown, ...leads.spans, ...marks.spans])
    boxes.push({ x1, x2: Math.min(x2, frame.edge + 400), y1: y - 4, y2: y + 4 });
  for (const { x1, x2, y } of marks.ranges) boxes.push({ x1, x2, y1: y - 2, y2: y + 2 });
  return boxes;
}
