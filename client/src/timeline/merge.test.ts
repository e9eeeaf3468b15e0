import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding, pinned } from "../gallery/founding.ts";
import { asKnownOn, type TimelineColumns } from "./columns.ts";
import { boxOfCount } from "./counts.ts";
import { dayOf } from "./day.ts";
import { type CaseMark, columnsOf, lane } from "./fixture.ts";
import type { Frame } from "./frame.ts";
import { boxOf, touch } from "./labels.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { MERGE_PX } from "./merge.ts";
import { type CountShape, estimateWidth, type Primitive } from "./scene.ts";

const VISIT: CaseMark = {
  slug: "visit",
  title: "Visit",
  kind: "VISIT",
  on: ["2025-01-16", "2025-01-18"],
  in: ["IR:GUEST", "RU:HOST"],
};
const TALKS: CaseMark = {
  slug: "talks",
  title: "Talks",
  kind: "TALKS",
  on: "2025-01-17",
  partOf: "visit",
  in: ["RU", "IR"],
};

function frameOf(columns: TimelineColumns, from: string, to: string): Frame {
  return {
    columns,
    known: asKnownOn(columns, columns.today),
    stack: stackLanes(columns),
    viewport: { from: dayOf(from), to: dayOf(to), width: 1206 },
    edge: 1226,
    selected: null,
    pinned,
    measure: estimateWidth,
  };
}

const drawn = (cases: CaseMark[], from = "2024-06-01", to = "2026-04-01") =>
  layOut(
    frameOf(
      columnsOf("2026-01-01", [lane("C RU Russia"), lane("C IR Iran"), lane("C CN China")], cases),
      from,
      to,
    ),
    new Map(),
    "anew",
  ).primitives;
const of = <T extends Primitive["type"]>(primitives: Primitive[], type: T) =>
  primitives.filter((one): one is Extract<Primitive, { type: T }> => one.type === type);

describe("a part of an event", () => {
  it("is drawn by its whole, named by its mark, and does not count", () => {
    const scene = drawn([VISIT, TALKS]);
    expect(of(scene, "mark").map(({ id, merged, count }) => [id, merged, count])).toEqual([
      ["event:visit", ["event:visit", "event:talks"], 1],
      ["event:visit", ["event:visit", "event:talks"], 1],
    ]);
    expect(of(scene, "tie")).toHaveLength(1);
    expect(of(scene, "count")).toEqual([]);
  });

  it("has its own mark where it reaches another country, where its whole is not known, and where days are drawn", () => {
    const wider = { ...TALKS, in: ["RU", "IR", "CN"] };
    expect(of(drawn([VISIT, wider]), "mark").some(({ id }) => id === "event:talks")).toBe(true);
    expect(of(drawn([TALKS]), "mark")).toHaveLength(2);
    const first = { ...TALKS, on: "2025-01-16" };
    const days = drawn([VISIT, first], "2025-01-01", "2025-02-01");
    expect(new Set(of(days, "mark").map(({ id }) => id))).toEqual(
      new Set(["event:visit", "event:talks"]),
    );
  });

  it("of a part belongs to the widest whole", () => {
    const press = { ...TALKS, slug: "press", partOf: "talks" };
    const [mark] = of(drawn([VISIT, TALKS, press]), "mark");
    expect(mark?.merged.toSorted()).toEqual(["event:press", "event:talks", "event:visit"]);
  });
});

describe("merged marks", () => {
  const calls = ["a", "b", "c"].map(
    (slug, index): CaseMark => ({
      slug,
      title: slug,
      kind: "CALL",
      on: `2025-01-1${index}`,
      in: ["RU", "IR"],
    }),
  );

  it("count what they stand for, and share one tie", () => {
    const scene = drawn(calls);
    expect(of(scene, "mark").map(({ count }) => count)).toEqual([3, 3]);
    expect(of(scene, "count").map(({ text }) => text)).toEqual(["3", "3"]);
    const [tie, ...more] = of(scene, "tie");
    expect(more).toEqual([]);
    expect(tie?.merged.toSorted()).toEqual(["event:a", "event:b", "event:c"]);
  });

  it("keep every tie that no other tie draws", () => {
    const scene = drawn([...calls, { ...(calls[0] as CaseMark), slug: "d", in: ["RU", "CN"] }]);
    expect(of(scene, "tie").some(({ merged }) => merged.includes("event:d"))).toBe(true);
  });
});

describe("figures", () => {
  const frames = fc
    .tuple(
      fc.integer({ min: dayOf("2024-01-01"), max: dayOf("2025-06-01") }),
      fc.integer({ min: 120, max: 1500 }),
    )
    .map(([from, span]) => ({
      ...frameOf(founding, "2024-06-01", "2026-04-01"),
      viewport: { from, to: from + span, width: 1206 },
    }));

  it("never touch a mark, a tie, a name or each other", () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const { primitives } = layOut(frame, new Map(), "anew");
        const counts: CountShape[] = of(primitives, "count");
        const ties = of(primitives, "tie");
        const marks = of(primitives, "mark");
        const names = of(primitives, "label").map((label) => boxOf(label, label.width));
        return counts.every((count, at) => {
          const box = boxOfCount(count);
          return (
            marks.every(
              ({ x, y, r }) => !touch(box, { x1: x - r, x2: x + r, y1: y - 3, y2: y + 3 }),
            ) &&
            ties.every(
              ({ x, top, bottom }) =>
                x <= box.x1 || x >= box.x2 || bottom <= box.y1 || top >= box.y2,
            ) &&
            names.every((name) => !touch(box, name)) &&
            counts.slice(at + 1).every((other) => !touch(box, boxOfCount(other)))
          );
        });
      }),
      { numRuns: 60 },
    );
  });

  it("and ties: none lies on another", () => {
    fc.assert(
      fc.property(frames, (frame) => {
        const ties = of(layOut(frame, new Map(), "anew").primitives, "tie");
        return ties.every((a, at) =>
          ties.slice(at + 1).every(
            (b) =>
              a.top !== b.top ||
              a.bottom !== b.bottom ||
              a.weight !== b.weight ||
              a.dashed !== b.dashed ||
              Math.abs(a.x - b.x) >= MERGE_PX ||
              [a, b].some(({ id }) => id.startsWith("session:")) ||
              // Plans without a date share the room after the line.
              a.dashed,
          ),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe("a plan without a date", () => {
  it("begins where no dated mark stands in its lanes", () => {
    const open: CaseMark = {
      slug: "open",
      title: "Open",
      kind: "VISIT",
      status: "EXPECTED",
      known: "2025-12-01",
      in: ["CN:GUEST", "IR:HOST"],
    };
    const dated = Array.from({ length: 12 }, (_, index): CaseMark => {
      const day = String(2 + 2 * index).padStart(2, "0");
      const on = `2026-01-${day}`;
      return { ...open, slug: `dated-${index}`, status: "SCHEDULED", on, in: ["IR"] };
    });
    const scene = drawn([open, ...dated]);
    const marks = of(scene, "mark");
    const heads = marks.filter(({ id }) => id === "event:open");
    expect(heads).toHaveLength(2);
    for (const head of heads)
      for (const mark of marks)
        if (mark.id !== head.id && mark.lane === head.lane)
          expect(Math.abs(mark.x - head.x)).toBeGreaterThanOrEqual(15);
  });
});
