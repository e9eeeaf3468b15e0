import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import type { Lane, LaneKind } from "./columns.ts";
import { stackLanes } from "./lanes.ts";
import {
  arrange,
  type Bundle,
  bundlesOf,
  dropAt,
  groupOf,
  moveLane,
  orderAs,
  orderByTies,
  tieLength,
} from "./order.ts";

const kinds = fc.array(fc.constantFrom<LaneKind>("COUNTRY", "COUNTRY", "FORUM", "AGREEMENT"), {
  minLength: 1,
  maxLength: 9,
});
const cases = kinds.chain((list) => {
  const lanes = list.map((kind) => ({ kind }) as Lane);
  const tied = list.flatMap((kind, lane) => (kind === "AGREEMENT" ? [] : [lane]));
  const bundle = fc.record({
    lanes: fc.subarray(tied, { minLength: Math.min(2, tied.length) }),
    events: fc.integer({ min: 1, max: 9 }),
  });
  return fc.record({ lanes: fc.constant(lanes), bundles: fc.array(bundle, { maxLength: 8 }) });
});
const grouped = (lanes: Lane[]) =>
  (["COUNTRY", "FORUM", "AGREEMENT"] as const).flatMap((kind) =>
    lanes.flatMap((lane, index) => (lane.kind === kind ? [index] : [])),
  );

describe("the order by ties", () => {
  it("has every lane once, groups in their order, and agreements as they were", () => {
    fc.assert(
      fc.property(cases, ({ lanes, bundles }) => {
        const order = orderByTies(lanes, bundles);
        expect([...order].sort((a, b) => a - b)).toEqual(lanes.map((_, index) => index));
        const places = ["COUNTRY", "FORUM", "AGREEMENT"];
        const placed = order.map((lane) => places.indexOf(lanes[lane]?.kind ?? ""));
        expect(placed).toEqual([...placed].sort((a, b) => a - b));
        const agreements = order.filter((lane) => lanes[lane]?.kind === "AGREEMENT");
        expect(agreements).toEqual([...agreements].sort((a, b) => a - b));
      }),
    );
  });

  it("never makes ties longer than they were given, and no two lanes could change places for shorter ones", () => {
    fc.assert(
      fc.property(cases, ({ lanes, bundles }) => {
        const order = orderByTies(lanes, bundles);
        const length = tieLength(order, bundles);
        expect(length).toBeLessThanOrEqual(tieLength(grouped(lanes), bundles));
        for (let a = 0; a < order.length; a++)
          for (let b = a + 1; b < order.length; b++) {
            if (lanes[order[a] ?? 0]?.kind !== lanes[order[b] ?? 0]?.kind) continue;
            const tried = [...order];
            [tried[a], tried[b]] = [order[b] ?? 0, order[a] ?? 0];
            expect(tieLength(tried, bundles)).toBeGreaterThanOrEqual(length);
          }
      }),
    );
  });

  it("stays as given where nothing would be shorter, and does not depend on the order of ties", () => {
    fc.assert(
      fc.property(cases, ({ lanes, bundles }) => {
        expect(orderByTies(lanes, [])).toEqual(grouped(lanes));
        const order = orderByTies(lanes, bundles);
        expect(orderByTies(lanes, [...bundles].reverse())).toEqual(order);
        if (tieLength(order, bundles) === tieLength(grouped(lanes), bundles))
          expect(order).toEqual(grouped(lanes));
      }),
    );
  });

  it("puts the country with most ties in the middle", () => {
    const lanes = [..."ABCDE"].map(() => ({ kind: "COUNTRY" }) as Lane);
    const star: Bundle[] = [1, 2, 3, 4].map((other) => ({ lanes: [0, other], events: 1 }));
    expect(orderByTies(lanes, star).indexOf(0)).toBe(2);
  });

  it("counts every event once, however often its date changed", () => {
    const bundles = bundlesOf(founding);
    const events = new Set(
      founding.marks.slug.filter((_, row) => (founding.marks.lanes[row]?.length ?? 0) > 1),
    );
    expect(bundles.reduce((sum, { events: count }) => sum + count, 0)).toBe(events.size);
  });
});

describe("lanes in another order", () => {
  const order = fc.shuffledSubarray(
    founding.lanes.map((_, lane) => lane),
    { minLength: founding.lanes.length },
  );

  it("hold the same facts", () => {
    const keysOf = ({ lanes, marks, bars }: typeof founding) => ({
      marks: marks.lanes.map((list) => list.map((lane) => lanes[lane]?.key)),
      bars: bars.map(({ lane }) => lanes[lane]?.key),
    });
    fc.assert(
      fc.property(order, (lanes) => {
        expect(keysOf(arrange(founding, lanes))).toEqual(keysOf(founding));
      }),
    );
  });

  it("stand as their keys ask", () => {
    fc.assert(
      fc.property(order, (lanes) => {
        const keys = lanes.map((lane) => founding.lanes[lane]?.key ?? "");
        expect(
          arrange(founding, orderAs(founding.lanes, keys)).lanes.map(({ key }) => key),
        ).toEqual(keys);
      }),
    );
    expect(orderAs(founding.lanes, [])).toEqual(founding.lanes.map((_, lane) => lane));
  });
});

describe("a lane moved by hand", () => {
  const { rows } = stackLanes(founding);
  const laneOf = fc.constantFrom(...rows.map(({ lane }) => lane));

  it("keeps all lanes and their groups, and moving back restores them", () => {
    fc.assert(
      fc.property(laneOf, fc.integer({ min: -1, max: 6 }), (lane, to) => {
        const moved = moveLane(rows, lane, to);
        if (!moved) return;
        const group = groupOf(rows, lane);
        const first = rows.indexOf(group[0] as (typeof rows)[number]);
        expect(moved.indexOf(lane)).toBe(first + to);
        const back = moved.map(
          (at) => rows.find((row) => row.lane === at) as (typeof rows)[number],
        );
        const from = group.findIndex((row) => row.lane === lane);
        expect(moveLane(back, lane, from)).toEqual(rows.map((row) => row.lane));
      }),
    );
  });

  it("falls between the rows under the hand, within its group", () => {
    fc.assert(
      fc.property(laneOf, fc.integer({ min: -200, max: 900 }), (lane, y) => {
        const group = groupOf(rows, lane);
        const { to, line } = dropAt(rows, lane, y);
        expect(group[to]).toBeDefined();
        expect(line === null).toBe(group[to]?.lane === lane);
      }),
    );
    const first = groupOf(rows, rows[0]?.lane ?? 0)[0];
    expect(dropAt(rows, first?.lane ?? 0, (first?.top ?? 0) + 1)).toEqual({ to: 0, line: null });
  });
});
