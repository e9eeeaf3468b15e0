import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { layBars } from "./bars.ts";
import { asKnownOn } from "./columns.ts";
import { dayOf } from "./day.ts";
import { type Frame, knownX } from "./frame.ts";
import { stackLanes } from "./lanes.ts";
import { estimateWidth } from "./scene.ts";
import { xOf } from "./viewport.ts";

/** The frame of the pictures, as known on a day. */
function frameOn(iso: string): Frame {
  return {
    columns: founding,
    known: asKnownOn(founding, dayOf(iso)),
    stack: stackLanes(founding),
    viewport: { from: dayOf("2024-06-01"), to: dayOf("2026-04-01"), width: 1206 },
    edge: 1226,
    selected: null,
    pinned: new Set(),
    measure: estimateWidth,
  };
}

const treatyOn = (iso: string) =>
  layBars(frameOn(iso)).bars.filter(({ id }) => id === "agreement:csp");

describe("the treaty's bar", () => {
  it("passes from look to look as it was known", () => {
    const last = (iso: string) => treatyOn(iso).at(-1)?.look;
    expect(last("2024-12-05")).toBe("agreed");
    expect(last("2025-01-17")).toBe("signed");
    expect(last("2025-04-21")).toBe("partlyRatified");
    expect(last("2025-05-21")).toBe("ratified");
    expect(last("2025-10-02")).toBe("inforce");
  });

  it("leaves no gap between its stretches", () => {
    const bars = treatyOn("2025-10-20");
    for (const [index, bar] of bars.entries())
      if (index > 0) expect(bar.x1).toBe(bars[index - 1]?.x2);
  });

  it("claims nothing past the day of knowledge: it ends there and fades", () => {
    for (const iso of ["2024-12-05", "2025-03-01", "2025-10-20"]) {
      const bars = treatyOn(iso);
      expect(bars.at(-1)?.x2).toBe(knownX(frameOn(iso)));
      expect(bars.filter(({ fades }) => fades)).toEqual([bars.at(-1)]);
    }
  });

  it("is split by the share of those who have ratified", () => {
    expect(treatyOn("2025-04-30").at(-1)?.share).toBe(0.5);
  });

  it("marks a disputed entry", () => {
    expect(treatyOn("2025-10-20").map(({ disputed }) => disputed)).toEqual([
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe("the words of bars", () => {
  it("stand beside the end when the last stretch is too short, with its date", () => {
    const { plaques } = layBars(frameOn("2025-10-20"));
    const outside = plaques.filter(({ inside }) => !inside);
    expect(outside).toMatchObject([{ text: "In force", date: "2 Oct 2025" }]);
  });

  it("carry their day in lanes without room for dates", () => {
    const { plaques } = layBars(frameOn("2025-10-20"));
    expect(plaques.map(({ text }) => text)).toContain("Signed, 27 Mar 2021");
  });

  it("put days under transitions, none touching another or the line", () => {
    const frame = frameOn("2025-10-20");
    const { dates } = layBars(frame);
    const line = knownX(frame);
    const spans = dates.map(({ x, y, text }) => ({ x, y, end: x + estimateWidth(text, "date") }));
    for (const [index, a] of spans.entries()) {
      expect(a.x <= line && a.end >= line).toBe(false);
      for (const b of spans.slice(index + 1))
        expect(a.y === b.y && a.x < b.end && b.x < a.end).toBe(false);
    }
    expect(dates.map(({ text }) => text)).toContain("17 Jan 2025");
    expect(dates.find(({ text }) => text === "17 Jan 2025")?.x).toBe(
      xOf(frame.viewport, dayOf("2025-01-17")),
    );
  });
});
