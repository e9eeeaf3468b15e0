import { type EventKind, rowsById } from "./columns.ts";
import type { Frame } from "./frame.ts";
import type { MarkLayout } from "./marks.ts";
import type { MarkShape } from "./scene.ts";

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
  const gone = new Map<string, number>();
  for (const marks of lanes.values()) {
    marks.sort((a, b) => a.x - b.x);
    let group: MarkShape[] = [];
    const close = () => {
      const [best, ...rest] = group.sort((a, b) => rank(a.id) - rank(b.id));
      if (!best) return;
      kept.push({ ...best, merged: [best.id, ...rest.map((mark) => mark.id)] });
      for (const mark of rest) gone.set(mark.id, (gone.get(mark.id) ?? 0) + 1);
      group = [];
    };
    for (const mark of marks) {
      if (group[0] && mark.x - group[0].x >= MERGE_PX) close();
      group.push(mark);
    }
    close();
  }
  const left = new Set(kept.map((mark) => mark.id));
  layout.ties = layout.ties.filter((tie) => left.has(tie.id) || !gone.has(tie.id));
  layout.ranges = layout.ranges.filter(({ id }) => left.has(id));
  layout.marks = kept;
}

/** The order in which events may stand for those merged with them: few marks merge, so it is worked out when asked. */
function rankOf(frame: Frame): (id: string) => number {
  const { marks } = frame.columns;
  return (id) => {
    const row = rowsById(marks, frame.known).get(id) ?? -1;
    const level = { LEADERS: 0, MINISTERS: 1, OFFICIALS: 2 }[marks.level[row] ?? "OFFICIALS"];
    const kind = KIND_RANK.indexOf(marks.kind[row] ?? "OTHER");
    const chosen = id === frame.selected ? -100 : frame.pinned.has(id) ? -50 : 0;
    return chosen + level * 10 + (kind < 0 ? KIND_RANK.length : kind);
  };
}
