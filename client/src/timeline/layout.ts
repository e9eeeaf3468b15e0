import { type BarLayout, layBars } from "./bars.ts";
import { boxOfCount, placeCounts } from "./counts.ts";
import { CROWD, layCrowd } from "./crowd.ts";
import { layDensity } from "./density.ts";
import { type Frame, knownX, nearFrame } from "./frame.ts";
import { type Box, type Mood, placeLabels, type Standing } from "./labels.ts";
import { type LeadLayout, layLeads } from "./leads.ts";
import { layMarks, type MarkLayout } from "./marks.ts";
import { namesOf } from "./naming.ts";
import { layNotches } from "./notches.ts";
import type { MarkShape, Primitive } from "./scene.ts";
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
  const bars = layBars(frame);
  if (levelOf(frame.viewport) === "density") {
    const { columns, marks } = layDensity(frame);
    return { primitives: [...columns, ...marks, ...bars.bars], standing: new Map() };
  }
  const near = nearFrame(frame);
  if (near.known.marks.length > CROWD)
    return { primitives: [...layCrowd(near), ...barsInOrder(bars)], standing: new Map() };
  const marks = layMarks(near);
  const leads = layLeads(frame);
  const notches = layNotches(near);
  marks.marks.push(...notches.map(({ mark }) => mark));
  const allMarks = [...sessionsFirst(marks.marks), ...leads.marks];
  const boxes = boxesOf(frame, marks, leads);
  const ties = [...marks.ties, ...leads.ties];
  const lineX = knownX(frame);
  const counts = placeCounts(allMarks, { boxes, ties, lineX }, frame.measure);
  const wanted = (id: string) => mood !== "moving" || standing.has(id);
  const named = placeLabels(
    namesOf(near, { marks: allMarks, anchors: leads.anchors, notches, counts }, wanted),
    {
      boxes: [...boxes, ...counts.map(boxOfCount)],
      ties,
      lineX,
      left: 4,
      right: frame.edge - 4,
    },
    standing,
    mood,
  );
  return {
    primitives: [
      ...marks.ties,
      ...leads.ties,
      ...leads.leads,
      ...leads.spans,
      ...marks.spans,
      ...marks.ranges,
      ...allMarks,
      ...counts,
      ...barsInOrder(bars),
      ...named.labels,
    ],
    standing: named.standing,
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
  for (const { x1, x2, y } of [...leads.leads, ...leads.spans, ...marks.spans])
    boxes.push({ x1, x2: Math.min(x2, frame.edge + 400), y1: y - 4, y2: y + 4 });
  for (const { x1, x2, y } of marks.ranges) boxes.push({ x1, x2, y1: y - 2, y2: y + 2 });
  return boxes;
}
