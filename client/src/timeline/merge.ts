import { type EventKind, rowsById } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { MarkLayout } from "./marks.ts";
import type { MarkShape, TieShape } from "./scene.ts";

/** Marks nearer than this (px) merge into one. */
export const MERGE_PX = 6;

/** Which kind stands for those merged with it, of one level. */
const KIND_RANK: EventKind[] = ["VISIT", "SUMMIT", "SIGNING", "MEETING", "TALKS", "INAUGURATION"];

/** Merges, lane by lane, marks nearer than 6 px. Sessions stay: they are named in their forum's lane. */
export function mergeMarks(frame: Frame, layout: MarkLayout): void {
  const rank = rankOf(frame);
  const lanes = new Map<number, MarkShape[]>();
  const kept: MarkShape[] = [];
  for (const mark of layout.marks) {
    if (mark.id.startsWith("session:")) kept.push(mark);
    else lanes.set(mark.lane, [...(lanes.get(mark.lane) ?? []), mark]);
  }
  /** Where an event's mark went in a lane, by its id and the lane's baseline. */
  const went = new Map<string, number>();
  for (const marks of lanes.values()) {
    marks.sort((a, b) => a.x - b.x);
    let group: MarkShape[] = [];
    const close = () => {
      const [best, ...rest] = group.sort((a, b) => rank(a.id) - rank(b.id));
      if (!best) return;
      kept.push({
        ...best,
        merged: [best, ...rest].flatMap(({ merged }) => merged),
        count: [best, ...rest].reduce((sum, { count }) => sum + count, 0),
      });
      for (const mark of rest) went.set(placeKey(mark.id, mark.y), best.x);
      group = [];
    };
    for (const mark of marks) {
      if (group[0] && mark.x - group[0].x >= MERGE_PX) close();
      group.push(mark);
    }
    close();
  }
  const left = new Set(kept.map((mark) => mark.id));
  layout.ties = drawnOnce(layout.ties, went);
  layout.ranges = layout.ranges.filter(({ id }) => left.has(id));
  layout.marks = kept;
}

function placeKey(id: string, y: number): string {
  return `${id} ${y}`;
}

/** Ties go where their marks went, and those that come to lie on one another are one. */
function drawnOnce(ties: TieShape[], went: ReadonlyMap<string, number>): TieShape[] {
  const moved = ties.map((tie) => {
    const top = went.get(placeKey(tie.id, tie.top));
    const bottom = went.get(placeKey(tie.id, tie.bottom));
    // One that still has a mark of its own stays with it.
    const stays = top === undefined || bottom === undefined;
    return stays ? { tie, stays } : { tie: { ...tie, x: top }, stays };
  });
  moved.sort((a, b) => Number(b.stays) - Number(a.stays));
  const drawn = new Map<string, TieShape[]>();
  for (const { tie } of moved) {
    const key = `${tie.top} ${tie.bottom} ${tie.weight} ${tie.dashed}`;
    const like = drawn.get(key) ?? [];
    const same = like.find(({ x }) => Math.abs(x - tie.x) < MERGE_PX);
    if (same) same.merged.push(tie.id);
    else drawn.set(key, [...like, { ...tie, merged: [...tie.merged] }]);
  }
  return [...drawn.values()].flat();
}

/** The order in which events may stand for those merged with them: few marks merge, so it is worked out when asked. */
function rankOf(frame: Frame): (id: string) => number {
  const { marks } = frame.columns;
  return (id) => {
    const row = rowsById(marks, frame.known).get(id) ?? -1;
    const level = { LEADERS: 0, MINISTERS: 1, OFFICIALS: 2 }[marks.level[row] ?? "OFFICIALS"];
    const kind = KIND_RANK.indexOf(marks.kind[row] ?? "OTHER");
    // What did not take place never stands for what did.
    const isOff = marks.status[row] === "POSTPONED" || marks.status[row] === "CANCELLED";
    const chosen = id === frame.selected ? -100 : isOff ? 50 : frame.pinned.has(id) ? -50 : 0;
    return chosen + level * 10 + (kind < 0 ? KIND_RANK.length : kind);
  };
}
