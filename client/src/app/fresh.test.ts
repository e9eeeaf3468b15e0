import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TimelineColumns } from "../timeline/columns.ts";
import { dayOf } from "../timeline/day.ts";
import { bar, type CaseMark, columnsOf, lane } from "../timeline/fixture.ts";
import { arrange } from "../timeline/order.ts";
import { freshOf } from "./fresh.ts";
import { newsOf, toldOf } from "./news.ts";

const LANES = [lane("C RU Russia"), lane("C CN China"), lane("A pact Pact")];
const TODAY = "2025-10-20";
const COUNCIL: CaseMark = {
  slug: "sco-moscow",
  title: "SCO heads of government, Moscow",
  kind: "SUMMIT",
  status: "EXPECTED",
  whenText: "date not fixed",
  known: "2025-07-01",
  in: ["RU", "CN"],
};
const FIXED: CaseMark = {
  ...COUNCIL,
  status: "SCHEDULED",
  on: ["2025-11-17", "2025-11-18"],
  fixed: true,
  whenText: "17–18 November 2025",
  known: "2025-10-20",
};
const of = (...cases: CaseMark[]) => columnsOf(TODAY, LANES, cases);
const news = (before: TimelineColumns, after: TimelineColumns, known: number | null = null) =>
  freshOf(before, after, known).map((one) => `${one.state.title}: ${newsOf(one)}`);

const day = fc.integer({ min: dayOf("2025-01-01"), max: dayOf(TODAY) });
const iso = day.map((one) => new Date(one * 86_400_000).toISOString().slice(0, 10));
const mark = fc.record({
  slug: fc.constantFrom("a", "b", "c", "d"),
  title: fc.constantFrom("One", "Two"),
  kind: fc.constantFrom("VISIT" as const, "SUMMIT" as const),
  status: fc.constantFrom("HELD" as const, "SCHEDULED" as const),
  on: iso,
  known: iso,
  disputed: fc.boolean(),
  sources: fc.integer({ min: 1, max: 3 }),
  in: fc.subarray(["RU", "CN"], { minLength: 1 }),
});
const columns = fc.uniqueArray(mark, { selector: ({ slug }) => slug }).map((cases) => of(...cases));

describe("what is new", () => {
  test("of the same answer is nothing, in whatever order its lanes come", () => {
    fc.assert(
      fc.property(columns, fc.option(day), (all, known) => {
        expect(freshOf(all, all, known)).toEqual([]);
        expect(freshOf(all, arrange(all, [1, 0, 2]), known)).toEqual([]);
      }),
    );
  });

  test("one way is new what the other way is gone; changes are changes both ways", () => {
    fc.assert(
      fc.property(columns, columns, fc.option(day), (a, b, known) => {
        const ids = (list: ReturnType<typeof freshOf>, change: string) =>
          list.filter((one) => one.change === change).map(({ id }) => id);
        const [there, back] = [freshOf(a, b, known), freshOf(b, a, known)];
        expect(ids(there, "new").sort()).toEqual(ids(back, "gone").sort());
        expect(there.map(({ id }) => id).sort()).toEqual(back.map(({ id }) => id).sort());
      }),
    );
  });

  test("on a day before a report is nothing of it", () => {
    const before = of({ ...COUNCIL });
    const after = of({ ...COUNCIL, until: "2025-10-20" }, FIXED);
    expect(freshOf(before, after, dayOf("2025-10-19"))).toEqual([]);
    expect(news(before, after)).toEqual([
      "SCO heads of government, Moscow: date fixed, 17–18 November 2025",
    ]);
  });

  test("of an event and of an agreement is said in words", () => {
    const held = { ...FIXED, status: "HELD" as const };
    expect(news(of(FIXED), of(held))).toEqual([
      "SCO heads of government, Moscow: held, 17–18 November 2025",
    ]);
    expect(news(of(), of(COUNCIL))).toEqual([
      "SCO heads of government, Moscow: planned, date not fixed",
    ]);
    expect(news(of(FIXED), of({ ...FIXED, disputed: true }))).toEqual([
      "SCO heads of government, Moscow: sources disagree",
    ]);
    expect(news(of(FIXED), of())).toEqual(["SCO heads of government, Moscow: withdrawn"]);
    const signed = bar("pact", 2, "Pact", ["2025-01-17", null], [["SIGNED", "2025-01-17"]]);
    const inForce = bar(
      "pact",
      2,
      "Pact",
      ["2025-10-02", null],
      [
        ["SIGNED", "2025-01-17"],
        ["IN_FORCE", "2025-10-02"],
      ],
    );
    const agreed = (one: typeof signed) => columnsOf(TODAY, LANES, [], [one]);
    expect(news(agreed(signed), agreed(inForce))).toEqual(["Pact: in force, 2 October 2025"]);
  });

  test("of many is told by name for the first few", () => {
    const many = freshOf(of(), of(COUNCIL, { ...COUNCIL, slug: "x", title: "X" }), null);
    expect(toldOf(many, 1)).toMatch(/^Just now: .+: planned, date not fixed; and 1 more\.$/);
  });
});
