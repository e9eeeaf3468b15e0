import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn } from "./columns.ts";
import { compareDays, knownSince } from "./compare.ts";
import { dayOf } from "./day.ts";
import { columnsOf, lane } from "./fixture.ts";
import type { Frame } from "./frame.ts";
import { horizonOf, horizonX } from "./horizon.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { estimateWidth, type Primitive } from "./scene.ts";
import { lensOf } from "./since.ts";
import { xOf } from "./viewport.ts";

const NOW = dayOf("2025-10-20");

function frameOn(iso: string, columns = founding, from = "2024-09-01", to = "2025-12-01"): Frame {
  return {
    columns,
    known: asKnownOn(columns, dayOf(iso)),
    stack: stackLanes(columns),
    viewport: { from: dayOf(from), to: dayOf(to), width: 1000 },
    edge: 1020,
    selected: null,
    pinned: new Set(["event:pezeshkian-moscow"]),
    measure: estimateWidth,
  };
}

const drawn = (frame: Frame, now = NOW) => lensOf(now).layOut(frame, new Map(), "anew").primitives;
const isSince = (one: Primitive) => "since" in one && one.since === true;
const of = <T extends Primitive["type"]>(primitives: Primitive[], type: T, id: string) =>
  primitives.filter(
    (one): one is Extract<Primitive, { type: T }> => one.type === type && one.id === id,
  );

describe("a comparison on the plot", () => {
  const visit = "event:pezeshkian-moscow";
  const frame = frameOn("2024-12-05");
  const scene = drawn(frame);

  it("leaves what was known then as it was: the plan is a lead in ink", () => {
    const alone = layOut(frame, new Map(), "anew").primitives;
    const plain = (all: Primitive[]) =>
      all.filter(({ type }) => ["mark", "tie", "lead", "span", "range"].includes(type));
    expect(plain(scene).filter((one) => !isSince(one))).toEqual(plain(alone));
    expect(of(scene, "lead", visit).map(isSince)).toEqual([false]);
  });

  it("adds in outline what is known now: the visit on its day, in both lanes, with its tie", () => {
    const marks = of(scene, "mark", visit).filter(isSince);
    expect(marks.map(({ shape, style }) => `${shape} ${style}`).sort()).toEqual([
      "bar filled",
      "pill hollow",
    ]);
    expect(marks[0]?.x).toBeCloseTo(xOf(frame.viewport, dayOf("2025-01-17") + 0.5));
    expect(of(scene, "tie", visit).filter(isSince)).toHaveLength(1);
  });

  it("names both, each in its own way", () => {
    const near = drawn(frameOn("2024-12-05", founding, "2024-11-15", "2025-04-01"));
    const labels = of(near, "label", visit);
    expect(labels.map((one) => [one.since ?? false, one.date])).toEqual([
      [false, "date not fixed"],
      [true, "17 Jan"],
    ]);
  });

  it("shows an agreement as two bars of 11 px, then above now, each to its own day", () => {
    const bars = of(scene, "bar", "agreement:csp");
    const row = frame.stack.rows.find(({ lane: at }) => at === bars[0]?.lane);
    const tops = [...new Set(bars.map(({ top }) => top))].sort((a, b) => a - b);
    expect(bars.every(({ height }) => height === 11)).toBe(true);
    expect(tops).toHaveLength(2);
    expect((tops[1] ?? 0) - (tops[0] ?? 0)).toBeGreaterThan(11);
    expect(tops[0]).toBeGreaterThanOrEqual(row?.top ?? Number.NaN);
    expect((tops[1] ?? 0) + 11).toBeLessThanOrEqual((row?.top ?? 0) + (row?.height ?? 0));
    const ends = tops.map((top) => bars.filter((one) => one.top === top && one.fades)[0]?.x2);
    expect(ends).toEqual([
      horizonX(frame),
      xOf(frame.viewport, horizonOf(founding.ticks.day, NOW) + 1),
    ]);
    expect(scene.some(({ type }) => type === "plaque" || type === "date")).toBe(false);
  });

  it("keeps the label rule: no two names touch", () => {
    const labels = scene.flatMap((one) => (one.type === "label" ? [one] : []));
    expect(labels.filter(isSince).length).toBeGreaterThan(2);
    for (const [index, a] of labels.entries())
      for (const b of labels.slice(index + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || Math.abs(a.y - b.y) >= 14;
        expect(apart, `${a.text} and ${b.text}`).toBe(true);
      }
  });

  it("rings a plan that was held on its day instead of drawing it twice", () => {
    const planned = drawn(frameOn("2024-12-26"));
    const marks = of(planned, "mark", visit);
    expect(marks.map((one) => [one.since ?? false, one.shape, one.style])).toEqual([
      [false, "pill", "hollow"],
      [false, "bar", "faint"],
      [true, "pill", "ring"],
    ]);
    expect(of(planned, "label", visit).map(isSince)).toEqual([false]);
    expect(of(planned, "tie", visit).map(isSince)).toEqual([false]);
  });

  it("adds nothing but a second bar to a day that is compared with itself", () => {
    const today = frameOn("2025-10-20");
    const isBar = ({ type }: Primitive) => type === "bar";
    expect(drawn(today).filter((one) => isSince(one) && !isBar(one))).toEqual([]);
    expect(drawn(today).filter(isBar).filter(isSince)).toHaveLength(
      drawn(today).filter(isBar).length / 2,
    );
    const comparison = compareDays(founding, NOW, NOW);
    expect(knownSince(founding, comparison).marks).toEqual([]);
  });

  it("draws a plan that is still open anew only when its window changed", () => {
    const plan = {
      slug: "p",
      title: "A visit",
      kind: "VISIT",
      status: "EXPECTED",
      fixed: false,
      in: ["IR:GUEST"],
    } as const;
    const rows = (on?: [string, string]) => {
      const columns = columnsOf(
        "2025-10-20",
        [lane("C IR Iran")],
        [
          { ...plan, in: [...plan.in], known: "2024-01-01", until: "2025-01-01" },
          { ...plan, in: [...plan.in], known: "2025-01-01", ...(on ? { on } : {}) },
        ],
      );
      return knownSince(columns, compareDays(columns, dayOf("2024-12-05"), NOW)).marks.length;
    };
    expect([rows(), rows(["2025-11-01", "2025-11-30"])]).toEqual([0, 1]);
  });
});

describe("its stops", () => {
  it("are those of then, and of now only what is new; each says so, all have keys of their own", () => {
    const frame = frameOn("2024-12-05");
    const lens = lensOf(NOW);
    const stops = lens.stopsOf(frame, lens.layOut(frame, new Map(), "anew").primitives);
    const keys = stops.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const visit = stops.filter(({ id }) => id === "event:pezeshkian-moscow");
    expect(visit.map((stop) => stop.name())).toEqual([
      expect.stringMatching(/^Planned visit, date not fixed\./),
      expect.stringMatching(/^Known now, not then\. Visit, held\./),
    ]);
    const bars = stops.filter(({ id }) => id === "agreement:csp");
    expect(bars.filter(({ since }) => since).map((stop) => stop.name())).toEqual([
      expect.stringMatching(/signed from/),
      expect.stringMatching(/ratified/),
      expect.stringMatching(/ratified/),
      expect.stringMatching(/in force since/),
    ]);
  });
});
