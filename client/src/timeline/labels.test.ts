import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding, pinned } from "../gallery/founding.ts";
import { asKnownOn } from "./columns.ts";
import { boxOfCount } from "./counts.ts";
import { dayOf } from "./day.ts";
import { type Frame, knownX } from "./frame.ts";
import {
  type Box,
  type Candidate,
  HALF_LINE,
  type LabelItem,
  placeLabels,
  touch,
} from "./labels.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { estimateWidth, type LabelShape, type TieShape } from "./scene.ts";
import { reachOf } from "./shapes.ts";

function frameOf(day: number, from: number, span: number): Frame {
  return {
    columns: founding,
    known: asKnownOn(founding, day),
    stack: stackLanes(founding),
    viewport: { from, to: from + span, width: 1206 },
    edge: 1226,
    selected: null,
    pinned,
    measure: estimateWidth,
  };
}

const frames = fc
  .tuple(
    fc.integer({ min: dayOf("2024-06-01"), max: dayOf("2025-12-31") }),
    fc.integer({ min: dayOf("2024-01-01"), max: dayOf("2025-06-01") }),
    fc.integer({ min: 60, max: 900 }),
  )
  .map(([day, from, span]) => frameOf(day, from, span));

const boxOf = ({ x, y, width }: LabelShape) => ({
  x1: x,
  x2: x + width,
  y1: y - HALF_LINE,
  y2: y + HALF_LINE,
});
const labelsOf = (frame: Frame) =>
  layOut(frame, new Map(), "anew").primitives.filter(
    (one): one is LabelShape => one.type === "label",
  );

describe("names on the plot", () => {
  it("never overlap each other", () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const boxes = labelsOf(frame).map(boxOf);
        return boxes.every((a, at) => boxes.slice(at + 1).every((b) => !touch(a, b)));
      }),
      { numRuns: 60 },
    );
  });

  it("never cross the knowledge line, nor the edges of the plot", () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const line = knownX(frame);
        return labelsOf(frame).every(
          ({ x, width }) => x >= 0 && x + width <= frame.edge && (x > line || x + width < line),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("never lie on any of a mark, a lead, a window or a figure", () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const { primitives } = layOut(frame, new Map(), "anew");
        const boxes = primitives.flatMap((one): Box[] => {
          if (one.type === "mark") {
            const [left, right, up, down] = reachOf(one.shape, one.r, one.width);
            const { x, y } = one;
            return [{ x1: x - left, x2: x + right, y1: y - up, y2: y + down }];
          }
          if (one.type === "lead" || one.type === "span")
            return [{ x1: one.x1, x2: one.x2, y1: one.y - 3, y2: one.y + 3 }];
          return one.type === "count" ? [boxOfCount(one)] : [];
        });
        return labelsOf(frame).every((label) => boxes.every((box) => !touch(boxOf(label), box)));
      }),
      { numRuns: 60 },
    );
  });

  it("never cross their own tie, and are never cut", () => {
    const { title } = founding.marks;
    const titles = new Set([...title, ...founding.notches.map((notch) => notch.title)]);
    fc.assert(
      fc.property(frames, (frame) => {
        const { primitives } = layOut(frame, new Map(), "anew");
        const ties = primitives.filter((one): one is TieShape => one.type === "tie");
        return labelsOf(frame).every((label) => {
          const box = boxOf(label);
          const whole = titles.has(label.text) && label.width >= label.dateX - label.x;
          return (
            whole &&
            ties.every(
              (tie) =>
                !tie.merged.includes(label.id) ||
                tie.x < box.x1 ||
                tie.x > box.x2 ||
                tie.bottom < box.y1 ||
                tie.top > box.y2,
            )
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  it("stay in their lanes' rows, whichever way the view pans", () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: -40, max: 40 }), (frame, days) => {
        const placed = layOut(frame, new Map(), "anew");
        const { from, to, width } = frame.viewport;
        const moved = layOut(
          { ...frame, viewport: { from: from + days, to: to + days, width } },
          placed.standing,
          "moving",
        );
        const rows = new Map(
          placed.primitives.flatMap((one) => (one.type === "label" ? [[one.id, one.y]] : [])),
        );
        return moved.primitives.every(
          (one) => one.type !== "label" || !rows.has(one.id) || rows.get(one.id) === one.y,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("stay where they are while the view only moves", () => {
    const before = frameOf(dayOf("2025-10-20"), dayOf("2024-06-01"), 669);
    const placed = layOut(before, new Map(), "anew");
    const shifted = frameOf(dayOf("2025-10-20"), dayOf("2024-06-08"), 669);
    const moved = layOut(shifted, placed.standing, "moving");
    for (const [id, key] of moved.standing) expect(placed.standing.get(id)).toBe(key);
    const keys = new Map(
      placed.primitives.flatMap((one) => (one.type === "label" ? [[one.id, one.y]] : [])),
    );
    for (const one of moved.primitives)
      if (one.type === "label") expect(one.y).toBe(keys.get(one.id));
  });

  it("pinned by a story choose first", () => {
    const names = labelsOf(frameOf(dayOf("2025-10-20"), dayOf("2024-06-01"), 669));
    const strong = names.filter((label) => label.strong).map(({ id }) => id);
    expect(new Set(strong)).toEqual(pinned);
  });
});

describe("the label rule", () => {
  const place = (key: string, x: number, cost: number): Candidate => ({
    key,
    x,
    y: 20,
    top: 0,
    bottom: 40,
    cost,
    knockout: false,
    leader: null,
  });
  const item = (id: string, candidates: Candidate[], strong = false): LabelItem => ({
    id,
    text: id,
    date: "",
    dateAt: 50,
    width: 50,
    strong,
    priority: 0,
    candidates,
  });
  const open = { boxes: [], ties: [], lineX: -100, left: 0, right: 1000 };
  const tieOf = (id: string, weight: TieShape["weight"]): TieShape => ({
    type: "tie",
    id,
    merged: [id],
    x: 30,
    top: 0,
    bottom: 40,
    dashed: false,
    weight,
  });

  it("takes the cheapest free place", () => {
    const { standing } = placeLabels(
      [item("a", [place("dear", 0, 5), place("cheap", 100, 1)])],
      open,
      new Map(),
      "anew",
    );
    expect(standing.get("a")).toBe("cheap");
  });

  it("shows nothing rather than cross its own tie", () => {
    const own = { ...open, ties: [tieOf("a", "summit")] };
    expect(placeLabels([item("a", [place("over", 0, 0)])], own, new Map(), "anew").labels).toEqual(
      [],
    );
  });

  it("lets a key event pay for crossing another's tie, where an ordinary one may not", () => {
    const others = { ...open, ties: [tieOf("b", "bilateral")] };
    const ask = (strong: boolean) =>
      placeLabels([item("a", [place("over", 0, 2)], strong)], others, new Map(), "anew").labels
        .length;
    expect(ask(true)).toBe(1);
    expect(ask(false)).toBe(0);
  });
});
