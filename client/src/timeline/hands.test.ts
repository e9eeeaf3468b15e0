import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn } from "./columns.ts";
import { dayOf, isoOf } from "./day.ts";
import { neighbour } from "./focus.ts";
import type { Frame } from "./frame.ts";
import { wheelFactor } from "./gestures.ts";
import { hitAt } from "./hit.ts";
import { commandOf } from "./keys.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { estimateWidth } from "./scene.ts";
import { stopsOf } from "./stops.ts";
import { asKnown, dayForKey, dayForLine } from "./travel.ts";
import { createView } from "./view.ts";
import { xOf } from "./viewport.ts";

const stack = stackLanes(founding);
const frame: Frame = {
  columns: founding,
  known: asKnownOn(founding, founding.today),
  stack,
  viewport: { from: dayOf("2024-06-01"), to: dayOf("2026-04-01"), width: 1206 },
  edge: 1226,
  selected: null,
  pinned: new Set(),
  measure: estimateWidth,
};
const { primitives } = layOut(frame, new Map(), "anew");
const stops = stopsOf(frame, primitives);
const lanes = stack.rows.map(({ lane }) => lane);

describe("the pointer", () => {
  const x = xOf(frame.viewport, dayOf("2024-10-11") + 0.5);
  const y = stack.rowOf[0]?.baseline ?? 0;

  it("finds the mark within reach", () => {
    expect(hitAt(primitives, x + 6, y + 5)?.id).toBe("event:ashgabat");
  });

  it("finds the tie between marks, and nothing on empty ground", () => {
    const between = (y + (stack.rowOf[1]?.baseline ?? 0)) / 2;
    expect(hitAt(primitives, x, between)?.id).toBe("event:ashgabat");
    expect(hitAt(primitives, x + 14, between + 6)).toBeNull();
  });

  it("prefers the meeting to the summit's echo beneath it", () => {
    const china = stack.rowOf[2]?.baseline ?? 0;
    const at = xOf(frame.viewport, dayOf("2024-10-23") + 0.5);
    expect(hitAt(primitives, at, china)?.id).toBe("event:xi-kazan");
  });

  it("zooms by 1.15 a notch of the wheel", () => {
    expect(wheelFactor(-100)).toBeCloseTo(1.15);
    expect(wheelFactor(-100) * wheelFactor(100)).toBeCloseTo(1);
  });
});

describe("the keyboard", () => {
  const at = (key: string) => {
    const stop = stops.find((one) => one.key === key);
    if (!stop) throw new Error(`no stop ${key}`);
    return stop;
  };

  it("walks a lane in time and stops at its ends", () => {
    const own = stops.filter(({ lane }) => lane === 0);
    const first = own[0];
    if (!first) throw new Error("empty lane");
    expect(neighbour(stops, lanes, first, "previous")).toBe(first);
    expect(neighbour(stops, lanes, first, "next")).toBe(own[1]);
    const { day } = neighbour(stops, lanes, first, "next");
    expect(day).toBeGreaterThanOrEqual(first.day);
  });

  it("goes to what is nearest in time in the next lane", () => {
    expect(neighbour(stops, lanes, at("event:saveliev"), "down").id).toBe(
      "event:pezeshkian-moscow",
    );
  });

  it("reaches every stretch of a bar", () => {
    expect(neighbour(stops, lanes, at("agreement:csp#2"), "next").key).toBe("agreement:csp#3");
  });

  it("gives each event one stop, in the lane of its first party", () => {
    const ids = stops.filter(({ id }) => id.startsWith("event:")).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(at("event:pezeshkian-moscow").lane).toBe(1);
    expect(at("session:brics-16").lane).toBe(4);
  });

  it("leaves letters alone when shortcuts are off, and always with a modifier", () => {
    const press = (key: string, more = {}) => ({
      key,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      ...more,
    });
    expect(commandOf(press("f"), true)).toEqual({ do: "fit" });
    expect(commandOf(press("f"), false)).toBeNull();
    expect(commandOf(press("ArrowLeft"), false)).toEqual({ do: "move", way: "previous" });
    expect(commandOf(press("f", { ctrlKey: true }), true)).toBeNull();
  });
});

describe("travelling in time", () => {
  const { ticks, today } = founding;
  const keyed = (key: string, iso: string, shiftKey = false) => {
    const day = dayForKey({ key, shiftKey }, dayOf(iso), ticks.day[0] ?? 0, today, ticks.day);
    return day === null ? null : isoOf(day);
  };

  it("steps a day, a week, a month, or to the next change", () => {
    expect(keyed("ArrowLeft", "2024-12-05")).toBe("2024-12-04");
    expect(keyed("ArrowRight", "2024-12-05", true)).toBe("2024-12-12");
    expect(keyed("PageDown", "2024-12-31")).toBe("2024-11-30");
    expect(keyed("]", "2024-12-05")).toBe("2024-12-23");
    expect(keyed("End", "2024-12-05")).toBe(isoOf(today));
    expect(keyed("x", "2024-12-05")).toBeNull();
  });

  it("snaps the line to a near change, and never leaves what is known", () => {
    const { viewport } = frame;
    const x = xOf(viewport, dayOf("2024-12-23") + 1) - 4;
    expect(isoOf(dayForLine(viewport, x, ticks, today))).toBe("2024-12-23");
    expect(dayForLine(viewport, 1e6, ticks, today)).toBe(today);
    expect(dayForLine(viewport, -1e6, ticks, today)).toBe(ticks.day[0]);
    expect(asKnown(today, today)).toBeNull();
  });
});

describe("the view store", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const start = { from: 0, to: 100, known: null };

  it("tells painters at once and everybody else when it rests", () => {
    const store = createView(start);
    const watcher = vi.fn();
    const settler = vi.fn();
    store.subscribe(watcher);
    store.onSettle(settler);
    store.set({ ...start, from: 10 }, "replace");
    store.set({ ...start, from: 20 }, "replace");
    expect(watcher).toHaveBeenCalledTimes(2);
    expect(store.settled()).toEqual(start);
    vi.advanceTimersByTime(200);
    expect(settler).toHaveBeenCalledExactlyOnceWith({ ...start, from: 20 }, "replace");
    expect(store.settled().from).toBe(20);
  });

  it("remembers a journey once, when the hand lets go", () => {
    const store = createView(start);
    const settler = vi.fn();
    store.onSettle(settler);
    store.set({ ...start, known: 50 }, "live");
    vi.advanceTimersByTime(1000);
    expect(settler).not.toHaveBeenCalled();
    store.set({ ...start, known: 50 }, "push");
    expect(settler).toHaveBeenCalledExactlyOnceWith({ ...start, known: 50 }, "push");
  });
});
