import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAYERS, layArea, standings } from "./area.ts";
import { type AgreementStatus, asKnownOn, type TimelineBar } from "./columns.ts";
import { isoOf } from "./day.ts";
import { bar, columnsOf, lane } from "./fixture.ts";
import { stackLanes } from "./lanes.ts";
import { lookOfStatus } from "./look.ts";
import { estimateWidth } from "./scene.ts";

const TODAY = 20_000;
const statuses: AgreementStatus[] = [
  "PROPOSED",
  "NEGOTIATING",
  "SIGNED",
  "RATIFIED",
  "IN_FORCE",
  "SUSPENDED",
  "TERMINATED",
];
const bars = fc
  .array(
    fc.array(
      fc.tuple(fc.constantFrom(...statuses), fc.integer({ min: 15_000, max: TODAY + 500 })),
      { minLength: 1, maxLength: 5 },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) =>
    all.map((segments, index): TimelineBar => {
      const inTime = [...segments].sort((a, b) => a[1] - b[1]);
      return bar(
        `a${index}`,
        index,
        `Agreement ${index}`,
        ["2000-01-01", null],
        inTime.map(([status, day]) => [status, isoOf(day)]),
      );
    }),
  );
const columnsWith = (list: TimelineBar[]) =>
  columnsOf(
    isoOf(TODAY),
    list.map(({ slug, title }) => lane(`A ${slug} ${title}`)),
    [],
    list,
  );

/** How many agreements stand in a look on a day, asked one by one. */
function counted(list: TimelineBar[], look: string, day: number): number {
  return list.filter(({ segments }) => {
    const now = segments.filter(({ start }) => start <= day).at(-1);
    return now !== undefined && lookOfStatus(now.status) === look;
  }).length;
}

describe("agreements by status", () => {
  it("count on every day what each agreement says of itself, and nothing after the day of knowledge", () => {
    fc.assert(
      fc.property(bars, fc.integer({ min: 14_900, max: TODAY }), (list, day) => {
        const all = standings(asKnownOn(columnsWith(list), TODAY));
        const then = all.filter((one) => one.day <= day).at(-1)?.counts ?? LAYERS.map(() => 0);
        expect(then).toEqual(LAYERS.map((look) => counted(list, look, day)));
        expect(all.every((one) => one.day <= TODAY)).toBe(true);
      }),
    );
  });

  it("stack without gaps, from the foot up, within their place", () => {
    fc.assert(
      fc.property(bars, (list) => {
        const columns = columnsWith(list);
        const stack = stackLanes(columns, true);
        const shapes = layArea({
          columns,
          known: asKnownOn(columns, TODAY),
          stack,
          viewport: { from: 14_000, to: 21_000, width: 1000 },
          edge: 1020,
          selected: null,
          pinned: new Set(),
          measure: estimateWidth,
        });
        const steps = shapes.flatMap((shape) => shape.steps);
        for (const { x1, top, bottom } of steps) {
          expect(top).toBeGreaterThanOrEqual(stack.area?.top ?? 0);
          const foot = (stack.area?.top ?? 0) + (stack.area?.height ?? 0);
          const isAtFoot = bottom > foot - 10;
          const under = steps.some(
            (other) => other.x1 <= x1 && other.x2 > x1 && Math.abs(other.top - bottom) < 1e-6,
          );
          expect(isAtFoot || under).toBe(true);
        }
      }),
    );
  });
});
