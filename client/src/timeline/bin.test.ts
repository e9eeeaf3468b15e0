import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { binAt, binOf, binWords, idOfBin, readBin, stopsOfBins } from "./bin.ts";
import { cellAt } from "./cell.ts";
import { asKnownOn } from "./columns.ts";
import { dayOf } from "./day.ts";
import { countsOf, layDensity } from "./density.ts";
import type { Frame } from "./frame.ts";
import { stackLanes } from "./lanes.ts";
import { estimateWidth } from "./scene.ts";
import { dayAt } from "./viewport.ts";

const frame: Frame = {
  columns: founding,
  known: asKnownOn(founding, founding.today),
  stack: stackLanes(founding, true),
  viewport: { from: dayOf("2010-01-01"), to: dayOf("2030-01-01"), width: 1180 },
  edge: 1200,
  selected: null,
  pinned: new Set(),
  measure: estimateWidth,
};

describe("a bin", () => {
  it("is the one under the point, in the lane there", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1180, noNaN: true }),
        fc.constantFrom(...frame.stack.rows),
        (x, row) => {
          const bin = binOf(binAt(frame, x, row.top + 1).id);
          const day = dayAt(frame.viewport, x);
          expect(bin?.lane).toBe(row.lane);
          expect(bin?.first).toBeLessThanOrEqual(day);
          expect((bin?.last ?? 0) + 1).toBeGreaterThan(day);
        },
      ),
    );
  });

  it("says its days, whatever its length", () => {
    const words = (day: string, exponent: number) => {
      const found = binOf(idOfBin(0, cellAt(dayOf(day), exponent), exponent));
      return found && binWords(found);
    };
    expect(words("2025-01-12", 3)).toBe("8–15 Jan 2025");
    expect(words("2025-03-01", 3)).toBe("25 Feb – 4 Mar 2025");
    expect(words("2025-01-01", 3)).toBe("31 Dec 2024 – 7 Jan 2025");
    expect(words("1969-12-30", 2)).toBe("28–31 Dec 1969");
    expect(words("2025-01-05", 0)).toBe("5 Jan 2025");
    expect(binOf("event:bin")).toBeNull();
  });

  it("holds together as much as its column shows", () => {
    const counts = countsOf(layDensity(frame).columns);
    expect(counts.size).toBeGreaterThan(10);
    for (const [id, count] of counts) {
      const bin = binOf(id);
      if (!bin) throw new Error(`${id} names no bin`);
      const { marks } = founding;
      const inBin = frame.known.marks.filter((row) => {
        const day = marks.day[row] ?? 0;
        const isThere = marks.lanes[row]?.includes(bin.lane) && marks.status[row] !== "CANCELLED";
        return isThere && day >= bin.first && day <= bin.last;
      });
      expect(count).toBe(inBin.length);
      const { inLane, held } = readBin(founding, frame.known, bin);
      expect(inLane).toBe(
        inBin.filter((row) => marks.of[row] === "EVENT" && marks.status[row] === "HELD").length,
      );
      expect(held).toBeGreaterThanOrEqual(inLane);
    }
  });

  it("takes the focus lane by lane and in time", () => {
    const { columns, marks } = layDensity(frame);
    const stops = stopsOfBins(frame, countsOf([...columns, ...marks]));
    const order = frame.stack.rows.map(({ lane }) => lane);
    for (const [index, stop] of stops.entries()) {
      const before = stops[index - 1];
      if (!before) continue;
      const lanes = order.indexOf(before.lane) - order.indexOf(stop.lane);
      expect(lanes < 0 || (lanes === 0 && before.day < stop.day)).toBe(true);
    }
  });
});
