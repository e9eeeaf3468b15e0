import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asKnownOn, type TimelineColumns } from "../columns.ts";
import { CROWD } from "../crowd.ts";
import { dayOf, isoOf } from "../day.ts";
import { columnsOf, lane } from "../fixture.ts";
import { type Frame, knownX } from "../frame.ts";
import { horizonOf, horizonX } from "../horizon.ts";
import { stackLanes } from "../lanes.ts";
import { layOut } from "../layout.ts";
import { estimateWidth, type Primitive } from "../scene.ts";
import { lensOf } from "../since.ts";
import { axisOf } from "../ticks.ts";
import { levelOf } from "../viewport.ts";
import { type AnyView, anyColumns, anyView, PALETTE } from "./anything.ts";
import type { Ink } from "./ink.ts";
import { drawPlot } from "./plot.ts";
import { all, type Read, read, wordsIn } from "./reading.ts";

const EDGE = 1000;
const SINCE = "#0000ff";

/** A view as it is laid out, and as it is drawn and read back. */
function drawn(columns: TimelineColumns, { from, to, known, now }: AnyView) {
  const viewport = { from, to, width: EDGE - 20 };
  const frame: Frame = {
    columns,
    known: asKnownOn(columns, known),
    stack: stackLanes(columns, levelOf(viewport) === "density"),
    viewport,
    edge: EDGE,
    selected: null,
    pinned: new Set(),
    measure: estimateWidth,
  };
  const lay = now === null ? layOut : lensOf(now).layOut;
  const { primitives } = lay(frame, new Map(), "anew");
  const ink: Ink = {
    palette: PALETTE,
    prefix: "one-",
    measure: estimateWidth,
    edge: EDGE,
    lineX: knownX(frame),
    horizonX: horizonX(frame),
    horizon: horizonOf(columns.ticks.day, known),
    travelling: known < columns.today,
    comparing: now !== null,
    since: SINCE,
    nameOf: (id, since) => `${since ? "now" : "then"} <${id}>`,
  };
  const svg = drawPlot(ink, primitives, frame.stack, axisOf(viewport));
  return { primitives, svg, parts: all(read(`<svg>${svg}</svg>`)) };
}

/** How often each thing is there. */
function tally(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** What XML has no place for is left out. */
const kept = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids these
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, "");

const law = (check: (columns: TimelineColumns, view: AnyView) => void) =>
  fc.assert(fc.property(anyColumns, anyView, check), { numRuns: 150 });

describe("the plot of a document", () => {
  it("draws every shape of the layout once", () => {
    law((columns, view) => {
      const { primitives, parts } = drawn(columns, view);
      const shapes = parts.flatMap(({ attributes }) => {
        const { class: type, "data-id": id } = attributes;
        return id === undefined ? [] : [`${type} ${id}`];
      });
      expect(tally(shapes)).toEqual(tally(primitives.map(({ type, id }) => `${type} ${id}`)));
    });
  });

  it("is asked of every shape there is", () => {
    // Always the same ones: the rarest shape is in one of some thirty.
    const some = fc.sample(fc.tuple(anyColumns, anyView), { seed: 1, numRuns: 300 });
    const seen = some.flatMap(([columns, view]) =>
      drawn(columns, view).primitives.map(({ type }) => type),
    );
    expect([...new Set(seen)].sort().join(" ")).toBe(
      "area bar column count date label lead mark plaque range span tie",
    );
  });

  it("is well-formed, and no text of a fact becomes a part of it", () => {
    const NAMES = /^(svg|g|rect|line|path|circle|text|title|linearGradient|stop)$/;
    law((columns, view) => {
      const { primitives, parts, svg } = drawn(columns, view);
      for (const { name } of parts) expect(name).toMatch(NAMES);
      expect(svg).not.toMatch(/NaN|undefined|Infinity|="[^"]*null/);
      const texts = (of: Read["name"]) => parts.filter(({ name }) => name === of).map(wordsIn);
      const said = primitives.flatMap((one) => (one.type === "label" ? [kept(one.text)] : []));
      const written = tally(texts("text"));
      for (const [text, count] of tally(said))
        expect(written.get(text)).toBeGreaterThanOrEqual(count);
    });
  });

  it("gives what is known since its own colour, and that to nothing else", () => {
    law((columns, view) => {
      const { primitives, parts } = drawn(columns, view);
      const coloured = parts.filter(
        ({ attributes: { fill, stroke, "stop-color": stop } }) =>
          fill === SINCE || stroke === SINCE || stop === SINCE,
      );
      const isSince = (one: Primitive) =>
        "since" in one && one.since === true && one.type !== "bar";
      expect(coloured.length > 0).toBe(primitives.some(isSince));
      if (view.now === null) expect(coloured).toEqual([]);
    });
  });

  it("begins all its ids with its own prefix, each once, and points at nothing else", () => {
    law((columns, view) => {
      const { svg, parts } = drawn(columns, view);
      const ids = parts.flatMap(({ attributes: { id } }) => id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of [...ids, ...[...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id)])
        expect(id).toMatch(/^one-/);
    });
  });
});

it("draws every mark of a crowd once", () => {
  const marks = Array.from({ length: CROWD + 1 }, (_, index) => ({
    slug: `e${index}`,
    title: "Talks",
    kind: "MEETING" as const,
    on: isoOf(dayOf("2025-01-01") + (index % 300)),
    in: ["IR"],
  }));
  const columns = columnsOf("2026-01-15", [lane("C IR Iran")], marks);
  const view = {
    from: dayOf("2025-01-01"),
    to: dayOf("2025-12-01"),
    known: columns.today,
    now: null,
  };
  const { primitives, parts } = drawn(columns, view);
  const specks = primitives.flatMap((one) => (one.type === "speck" ? [one.id] : []));
  const ids = parts.flatMap(({ attributes }) =>
    attributes.class === "speck" ? [attributes["data-id"]] : [],
  );
  expect(specks.length).toBeGreaterThan(200);
  expect(ids).toEqual(specks);
});

it("of what was put off by long only the beginning is drawn, as on the plot", () => {
  const columns = columnsOf(
    "2026-01-15",
    [lane("C IR Iran")],
    [
      {
        slug: "visit",
        title: "Visit",
        kind: "VISIT",
        status: "POSTPONED",
        on: "2025-09-01",
        former: "2024-03-01",
        known: "2024-03-02",
        in: ["IR"],
      },
    ],
  );
  const view = {
    from: dayOf("2024-01-01"),
    to: dayOf("2026-03-01"),
    known: columns.today,
    now: null,
  };
  const { primitives, parts } = drawn(columns, view);
  const lead = primitives.find((one) => one.type === "lead");
  if (lead?.type !== "lead" || lead.hint === undefined) throw new Error("It has no such lead.");
  expect(lead.x2 - lead.x1).toBeGreaterThan(lead.hint);
  const line = parts.find(({ attributes }) => attributes.class === "lead");
  expect(Number(line?.attributes.x2)).toBeCloseTo(lead.x1 + lead.hint, 1);
});
