import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf } from "./day.ts";
import {
  between,
  dayAt,
  fitted,
  LONGEST_SPAN,
  levelOf,
  pan,
  SHORTEST_SPAN,
  spanWords,
  type Viewport,
  xOf,
  zoomAt,
} from "./viewport.ts";

const viewports = fc
  .record({
    from: fc.double({ min: -100_000, max: 100_000, noNaN: true }),
    span: fc.double({ min: SHORTEST_SPAN, max: LONGEST_SPAN, noNaN: true }),
    width: fc.integer({ min: 1, max: 4000 }),
  })
  .map(({ from, span, width }): Viewport => ({ from, to: from + span, width }));
const share = fc.double({ min: 0, max: 1, noNaN: true });
const near = (a: number, b: number, scale: number) => Math.abs(a - b) <= 1e-7 * Math.max(1, scale);

describe("a viewport", () => {
  it("keeps the day under the pointer while it zooms", () => {
    fc.assert(
      fc.property(
        viewports,
        share,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (view, at, factor) => {
          const x = view.width * at;
          return near(dayAt(zoomAt(view, x, factor), x), dayAt(view, x), LONGEST_SPAN);
        },
      ),
    );
  });

  it("comes back when panned there and back", () => {
    fc.assert(
      fc.property(viewports, fc.integer({ min: -5000, max: 5000 }), (view, px) => {
        const back = pan(pan(view, px), -px);
        return near(back.from, view.from, 1e6) && near(back.to, view.to, 1e6);
      }),
    );
  });

  it("carries the day along with the hand that drags it", () => {
    fc.assert(
      fc.property(viewports, share, fc.integer({ min: -3000, max: 3000 }), (view, at, px) => {
        const x = view.width * at;
        return near(dayAt(pan(view, px), x + px), dayAt(view, x), LONGEST_SPAN);
      }),
    );
  });

  it("turns days to pixels and back", () => {
    fc.assert(
      fc.property(viewports, share, (view, at) => {
        const day = view.from + (view.to - view.from) * at;
        return near(dayAt(view, xOf(view, day)), day, LONGEST_SPAN);
      }),
    );
  });

  it("never spans less than two days or more than four hundred years", () => {
    fc.assert(
      fc.property(
        viewports,
        share,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (view, at, factor) => {
          const { from, to } = zoomAt(view, view.width * at, factor);
          return to - from > SHORTEST_SPAN - 1e-6 && to - from < LONGEST_SPAN + 1e-3;
        },
      ),
    );
  });

  it("begins and ends a glide exactly where it was sent", () => {
    fc.assert(
      fc.property(viewports, viewports, (a, b) => {
        const start = between(a, { ...b, width: a.width }, 0);
        return near(start.from, a.from, 1e6) && between(a, b, 1) === b;
      }),
    );
  });

  it("shows all the days it is fitted to", () => {
    const view = fitted({ from: 0, to: 10, width: 1000 }, dayOf("2024-06-01"), dayOf("2026-03-31"));
    expect(xOf(view, dayOf("2024-06-01"))).toBeCloseTo(40);
    expect(xOf(view, dayOf("2026-04-01"))).toBeCloseTo(960);
  });
});

describe("levels of zoom", () => {
  const monthOf = (px: number): Viewport => ({ from: 0, to: 365.2425 / 12, width: px });

  it("change at 12, 34 and 600 px a month", () => {
    expect([11, 12, 33, 34, 600, 601].map((px) => levelOf(monthOf(px)))).toEqual([
      "density",
      "marks",
      "marks",
      "names",
      "names",
      "days",
    ]);
  });

  it("are told in words", () => {
    expect(spanWords({ from: dayOf("2024-06-01"), to: dayOf("2026-04-01") })).toBe("22 months");
    expect(spanWords({ from: dayOf("1943-01-01"), to: dayOf("2026-01-01") })).toBe("83 years");
    expect(spanWords({ from: 0, to: 12 })).toBe("12 days");
  });
});
