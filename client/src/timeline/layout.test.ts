import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn } from "./columns.ts";
import { dayOf } from "./day.ts";
import { bar, columnsOf, lane } from "./fixture.ts";
import { type Frame, knownX } from "./frame.ts";
import { stackLanes } from "./lanes.ts";
import { layOut } from "./layout.ts";
import { estimateWidth, type Primitive } from "./scene.ts";
import { xOf } from "./viewport.ts";

function frameOn(iso: string, columns = founding): Frame {
  return {
    columns,
    known: asKnownOn(columns, dayOf(iso)),
    stack: stackLanes(columns),
    viewport: { from: dayOf("2024-06-01"), to: dayOf("2026-04-01"), width: 1206 },
    edge: 1226,
    selected: null,
    pinned: new Set(),
    measure: estimateWidth,
  };
}

const drawn = (frame: Frame) => layOut(frame, new Map(), "anew").primitives;
const of = <T extends Primitive["type"]>(primitives: Primitive[], type: T, id: string) =>
  primitives.filter(
    (one): one is Extract<Primitive, { type: T }> => one.type === type && one.id === id,
  );

describe("the narrowing date of the visit to Moscow", () => {
  const id = "event:pezeshkian-moscow";

  it("5 December 2024: an open lead past the line, its head hollow", () => {
    const frame = frameOn("2024-12-05");
    const scene = drawn(frame);
    const [lead] = of(scene, "lead", id);
    expect(lead?.fades).toBe(true);
    expect(lead?.x1).toBeGreaterThan(knownX(frame));
    expect(of(scene, "mark", id).map(({ style }) => style)).toEqual(["hollow", "faint"]);
  });

  it("23 December: a window that closes on 19 January and has no beginning", () => {
    const frame = frameOn("2024-12-23");
    const [span] = of(drawn(frame), "span", id);
    expect(span).toMatchObject({ opens: false, closes: true, dashed: true });
    expect(span?.x2).toBe(xOf(frame.viewport, dayOf("2025-01-20")));
    expect(of(drawn(frame), "lead", id)).toEqual([]);
  });

  it("26 December: hollow marks on 17 January and a dashed tie", () => {
    const frame = frameOn("2024-12-26");
    const scene = drawn(frame);
    const [guest, host] = of(scene, "mark", id);
    expect(guest).toMatchObject({ shape: "pill", style: "hollow" });
    expect(host?.shape).toBe("bar");
    expect(guest?.x).toBeCloseTo(xOf(frame.viewport, dayOf("2025-01-17") + 0.5));
    expect(of(scene, "tie", id)[0]?.dashed).toBe(true);
  });

  it("17 January 2025: filled, its tie whole", () => {
    const scene = drawn(frameOn("2025-01-17"));
    expect(of(scene, "mark", id).every(({ style }) => style === "filled")).toBe(true);
    expect(of(scene, "tie", id)[0]?.dashed).toBe(false);
  });
});

describe("a plan from some day on", () => {
  it("is named at the line although its window began long before the plot does", () => {
    const columns = columnsOf(
      "2026-01-01",
      [lane("C CN China"), lane("C IR Iran")],
      [
        {
          slug: "xi-iran",
          title: "Xi to visit Iran",
          kind: "VISIT",
          status: "EXPECTED",
          fixed: false,
          on: ["2023-02-16", null],
          known: "2023-02-16",
          in: ["CN:GUEST", "IR:HOST"],
        },
      ],
    );
    const scene = drawn(frameOn("2024-12-05", columns));
    expect(of(scene, "lead", "event:xi-iran")).toHaveLength(1);
    expect(of(scene, "label", "event:xi-iran")).toHaveLength(1);
  });
});

describe("other marks", () => {
  it("merge when nearer than 6 px, the visit standing for what happened on it", () => {
    const scene = drawn(frameOn("2025-01-18"));
    const [mark] = of(scene, "mark", "event:pezeshkian-moscow");
    expect(mark?.merged).toEqual(["event:pezeshkian-moscow", "event:signing"]);
    expect(of(scene, "mark", "event:signing")).toEqual([]);
  });

  it("of a session stand in its forum's lane and, small, in those of its members", () => {
    const marks = of(drawn(frameOn("2025-01-18")), "mark", "session:brics-16");
    expect(marks.map(({ shape, main }) => [shape, main])).toEqual([
      ["diamond", true],
      ["diamond", false],
      ["diamond", false],
      ["diamond", false],
      ["diamond", false],
    ]);
  });

  it("are struck once when put off, twice when called off", () => {
    const scene = drawn(frameOn("2025-06-01"));
    expect(of(scene, "mark", "event:round-4").some(({ strokes }) => strokes === 1)).toBe(true);
    expect(of(scene, "mark", "event:ankara-off").some(({ strokes }) => strokes === 2)).toBe(true);
  });

  it("never stand on 1 January for a year nobody dated", () => {
    const columns = columnsOf(
      "2026-01-01",
      [lane("C RU Russia")],
      [
        {
          slug: "some-year",
          title: "Some time in 2025",
          kind: "MEETING",
          on: ["2025-01-01", "2025-12-31"],
          precision: "YEAR",
          fixed: true,
          in: ["RU"],
        },
      ],
    );
    const scene = drawn(frameOn("2026-01-01", columns));
    expect(scene.filter(({ type }) => type === "mark")).toEqual([]);
    expect(of(scene, "span", "event:some-year")[0]).toMatchObject({ dashed: false });
  });

  it("of an ended agreement are a single line", () => {
    const columns = columnsOf(
      "2026-01-01",
      [lane("A old Old treaty")],
      [],
      [
        bar(
          "old",
          0,
          "Old treaty",
          ["2020-01-01", null],
          [
            ["IN_FORCE", "2020-01-01"],
            ["SUPERSEDED", "2025-02-01"],
          ],
        ),
      ],
    );
    const scene = drawn(frameOn("2026-01-01", columns));
    expect(of(scene, "bar", "agreement:old").map(({ look }) => look)).toEqual(["inforce", "ended"]);
  });
});

describe("where days can be told apart", () => {
  const near = (): Primitive[] => {
    const columns = columnsOf(
      "2025-03-01",
      [lane("C RU Russia"), lane("C IR Iran")],
      [
        {
          slug: "visit",
          title: "A visit",
          kind: "VISIT",
          on: "2025-01-17",
          in: ["IR:GUEST", "RU:HOST"],
        },
        { slug: "talk", title: "Talks", kind: "TALKS", on: "2025-01-17", in: ["IR", "RU"] },
        { slug: "note", title: "A note", kind: "CALL", on: "2025-01-17", in: ["IR", "RU"] },
        {
          slug: "week",
          title: "A week of talks",
          kind: "MEETING",
          on: ["2025-01-20", "2025-01-24"],
          precision: "INTERVAL",
          in: ["IR", "RU"],
        },
      ],
    );
    return drawn({
      ...frameOn("2025-03-01", columns),
      viewport: { from: dayOf("2025-01-10"), to: dayOf("2025-02-01"), width: 1206 },
    });
  };
  const named = (primitives: Primitive[]) =>
    primitives.flatMap((one) => (one.type === "label" ? [one.id] : [])).sort();

  it("every event is named, those of one day too", () => {
    expect(named(near())).toEqual(["event:note", "event:talk", "event:visit", "event:week"]);
  });

  it("several days have both their ends, one day has none", () => {
    const ranges = near().flatMap((one) => (one.type === "range" ? [one] : []));
    expect(ranges.length).toBeGreaterThan(0);
    for (const { id, capped } of ranges) expect(capped).toBe(id === "event:week");
  });
});
