import { type EventKind, idOfMark } from "./columns.ts";
import type { Frame } from "./frame.ts";
import { type Candidate, DATE_GAP, type LabelItem } from "./labels.ts";
import type { LaneRow } from "./lanes.ts";
import type { LeadAnchor } from "./leads.ts";
import type { NotchMark } from "./notches.ts";
import type { CountShape, MarkShape } from "./scene.ts";
import { reachOf } from "./shapes.ts";
import { twinsOf } from "./twins.ts";
import { levelOf } from "./viewport.ts";
import { shortWhen } from "./when.ts";

const BESIDE_PX = 5;
const NEAR_ROW = 17;
const FAR_ROW = 31;
const ROW_COST = { beside: 0, near: 2, far: 7 };
const LANE_COST = 1.5;
const APART: ReadonlySet<EventKind> = new Set(["CALL", "MESSAGE", "STATEMENT", "VOTE"]);
/** Changes of office are named after all events. */
const NOTCH_PRIORITY = 1e8;

/** What has names, and what stands beside it. */
interface Named {
  marks: MarkShape[];
  anchors: LeadAnchor[];
  notches: NotchMark[];
  counts: CountShape[];
}

/** The names that want a place at this zoom and are `wanted`, each with every place it would take, cheapest first. */
export function namesOf(
  frame: Frame,
  { marks, anchors, notches, counts }: Named,
  wanted: (id: string) => boolean,
): LabelItem[] {
  const level = levelOf(frame.viewport);
  if (level === "density") return [];
  const shapes = new Map<string, MarkShape[]>();
  // Where days can be told apart, every event of a day is named, beside the mark that stands for it.
  const isNear = level === "days";
  for (const mark of marks)
    for (const id of isNear ? mark.merged : [mark.id])
      shapes.set(id, [...(shapes.get(id) ?? []), mark]);
  const leads = new Map(anchors.map((anchor) => [anchor.id, anchor]));
  const items: LabelItem[] = [];
  const twins = twinsOf(frame.columns, frame.known);
  const twinOf = new Map([...twins].map(([session, event]) => [event, session]));
  for (const row of frame.known.marks) {
    const id = idOfMark(frame.columns.marks, row);
    // What an event tells of has no name of its own, unless it is what the reader chose.
    if (!wanted(id) || (twins.has(id) && id !== frame.selected)) continue;
    const anchor = leads.get(id);
    const own = shapes.get(id) ?? (id === frame.selected ? marksWith(marks, id) : undefined);
    if (!anchor && !own) continue;
    // A whole that a story's part is drawn by is what the story is about.
    const isPinned =
      frame.pinned.has(id) ||
      own?.some((mark) => mark.id === id && mark.merged.some((part) => frame.pinned.has(part))) ===
        true;
    const chosen = id === frame.selected || isPinned;
    if (level === "marks" && !chosen) continue;
    const twin = twinOf.get(id);
    const forum = (twin !== frame.selected && twin && shapes.get(twin)) || [];
    const text = frame.columns.marks.title[row] ?? "";
    const date = shortWhen(frame.columns.marks, row);
    const dateAt = frame.measure(text, chosen ? "strong" : "label") + DATE_GAP;
    const width = dateAt + frame.measure(date, "date");
    const candidates = anchor
      ? besideLead(anchor, width, frame.edge)
      : [...forum, ...inOrder(frame, row, own ?? [])].flatMap((mark, order) =>
          besideMark(frame, mark, width, order, counts),
        );
    items.push({
      id,
      text,
      date,
      dateAt,
      width,
      strong: chosen,
      insists: isNear,
      priority: priorityOf(frame, row, id, isPinned),
      candidates,
    });
  }
  if (level !== "marks")
    items.push(
      ...namesOfNotches(
        frame,
        notches.filter(({ mark }) => wanted(mark.id)),
      ),
    );
  return items;
}

function namesOfNotches(frame: Frame, notches: NotchMark[]): LabelItem[] {
  return notches.map(({ mark, title, date, dateAt, width }) => ({
    id: mark.id,
    text: title,
    date,
    dateAt,
    width,
    strong: false,
    priority: NOTCH_PRIORITY - mark.x,
    candidates: besideMark(frame, mark, width, 0, []),
  }));
}

/** Selected, pinned, then by level, then what is latest. */
function priorityOf(frame: Frame, row: number, id: string, isPinned: boolean): number {
  if (id === frame.selected) return -2e9;
  if (isPinned) return -1e9;
  const { level, start, end, kind } = frame.columns.marks;
  const rank = { LEADERS: 0, MINISTERS: 1, OFFICIALS: 2 }[level[row] ?? "OFFICIALS"];
  const day = end[row] ?? start[row] ?? frame.known.day;
  // Of one level, people who met come before people who called, wrote or spoke.
  const apart = APART.has(kind[row] ?? "OTHER") ? 0.5 : 0;
  return (rank + apart) * 1e7 - day;
}

/** The marks that stand for a part of what they mark, if there are any. */
function marksWith(marks: MarkShape[], id: string): MarkShape[] | undefined {
  const found = marks.filter(({ merged }) => merged.includes(id));
  return found.length > 0 ? found : undefined;
}

/** An event's marks, its own before those that stand for it, its lanes in the order of its parties; a session is named at home first. */
function inOrder(frame: Frame, row: number, marks: MarkShape[]): MarkShape[] {
  const lanes = frame.columns.marks.lanes[row] ?? [];
  const id = idOfMark(frame.columns.marks, row);
  const isOwn = (mark: MarkShape) => Number(mark.id === id);
  return [...marks].sort(
    (a, b) =>
      isOwn(b) - isOwn(a) ||
      Number(b.main) - Number(a.main) ||
      lanes.indexOf(a.lane) - lanes.indexOf(b.lane),
  );
}

function besideMark(
  frame: Frame,
  mark: MarkShape,
  width: number,
  order: number,
  counts: CountShape[],
): Candidate[] {
  const lane = frame.stack.rowOf[mark.lane];
  if (!lane) return [];
  const [left, right, up, down] = reachOf(mark.shape, mark.r, mark.width);
  // A name beside its mark begins after the figure, on whichever side that stands.
  const count = counts.find(({ id, lane: of }) => id === mark.id && of === mark.lane);
  const [countAfter, countBefore] = !count
    ? [0, 0]
    : count.x > mark.x
      ? [count.width + 2, 0]
      : [0, count.width + 2];
  const base = order * LANE_COST;
  const room = edgesOf(lane);
  const places: Candidate[] = [];
  const put = (
    key: string,
    x: number,
    dy: number,
    cost: number,
    leader: Candidate["leader"] = null,
  ) =>
    places.push({
      key: `${mark.lane}:${key}`,
      x,
      y: mark.y + dy,
      ...room,
      cost: base + cost,
      knockout: dy === 0,
      leader,
    });
  const capsule = mark.merged.includes(frame.selected ?? "") ? 13 : 0;
  const [after, before] = [
    Math.max(right + countAfter, capsule),
    Math.max(left + countBefore, capsule),
  ];
  put("end", mark.x + after + BESIDE_PX, 0, ROW_COST.beside);
  put("start", mark.x - before - BESIDE_PX - width, 0, ROW_COST.beside + 0.5);
  for (const side of [-1, 1]) {
    const sideCost = side === 1 ? 0.4 : 0;
    const near = side * NEAR_ROW;
    const x = {
      right: mark.x - BESIDE_PX,
      left: mark.x + BESIDE_PX - width,
      centre: mark.x - width / 2,
    };
    put(`${near}:right`, x.right, near, ROW_COST.near + sideCost);
    put(`${near}:left`, x.left, near, ROW_COST.near + sideCost + 0.2);
    put(`${near}:centre`, x.centre, near, ROW_COST.near + sideCost + 0.3);
    const far = side * FAR_ROW;
    const leader =
      side === -1
        ? { x: mark.x, top: mark.y + far + 8, bottom: mark.y - Math.max(up, capsule) - 3 }
        : { x: mark.x, top: mark.y + Math.max(down, capsule) + 3, bottom: mark.y + far - 8 };
    put(`${far}:right`, x.right, far, ROW_COST.far + sideCost, leader);
    put(`${far}:left`, x.left, far, ROW_COST.far + sideCost + 0.2, leader);
    put(`${far}:centre`, x.centre, far, ROW_COST.far + sideCost + 0.3, leader);
  }
  return places;
}

/** A name over the dashes of its lead or window: at its start, clear of the tie, or along it. */
function besideLead(anchor: LeadAnchor, width: number, edge: number): Candidate[] {
  if (anchor.x1 > edge - 8) return [];
  const y = anchor.y + anchor.side * 12;
  const from = Math.max(anchor.x1, 0);
  const end = Math.min(anchor.x2, edge - 5);
  const room = edgesOf(anchor.lane);
  // Forum lanes are low: a name over a window may rise into the lane above.
  const top = Math.min(room.top, y - HALF_NAME);
  const common = { y, top, bottom: room.bottom, knockout: false, leader: null };
  return [
    { ...common, key: "lead:over", x: from - 3, cost: 0 },
    { ...common, key: "lead:clear", x: from + 8, cost: 0.5 },
    { ...common, key: "lead:later", x: from + 34, cost: 1 },
    { ...common, key: "lead:before", x: end - width, cost: 1.5 },
    { ...common, key: "lead:middle", x: (from + end - width) / 2, cost: 2 },
    { ...common, key: "lead:other", x: from + 8, y: anchor.y - anchor.side * 12, cost: 2.5 },
  ];
}

const HALF_NAME = 8;

/** The inside of a lane. */
function edgesOf(lane: LaneRow): { top: number; bottom: number } {
  return { top: lane.top, bottom: lane.top + lane.height };
}
