import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { compareDays } from "../timeline/compare.ts";
import { dayOf } from "../timeline/day.ts";
import { bar, type CaseMark, columnsOf, disputed, lane } from "../timeline/fixture.ts";
import { countsOf, fewOf, type ListKey, listsOf } from "./lists.ts";
import { sentenceOf } from "./sentence.ts";

const LANES = [lane("C RU Russia"), lane("C IR Iran"), lane("A csp Treaty"), lane("A fta Trade")];
const THEN = dayOf("2024-12-05");
const NOW = dayOf("2025-10-20");

function lists(marks: CaseMark[], bars: ReturnType<typeof bar>[] = []) {
  const columns = columnsOf("2025-10-20", LANES, marks, bars);
  const comparison = compareDays(columns, THEN, NOW);
  const found = listsOf(columns, comparison);
  const of = (key: ListKey) =>
    found.find((list) => list.key === key)?.entries.map(({ title, words }) => [title, words]);
  return { found, of, counts: countsOf(comparison) };
}

const until = { known: "2024-10-11", until: "2025-01-01" };
const since = { known: "2025-01-01" };
const visit = (more: Partial<CaseMark>): CaseMark => ({
  slug: "v",
  title: "Pezeshkian to visit Moscow",
  kind: "VISIT",
  in: ["IR:GUEST", "RU:HOST"],
  ...more,
});

describe("the lists of a comparison", () => {
  it("tell of a date that became fixed, and where", () => {
    const { of } = lists([
      visit({ ...until, status: "EXPECTED" }),
      visit({ ...since, on: "2025-01-17", place: "Moscow" }),
    ]);
    expect(of("fixed")).toEqual([
      ["Pezeshkian to visit Moscow", "no date, then held 17 Jan 2025, Moscow"],
    ]);
  });

  it("tell of a window that became a day, short and as exact as it was", () => {
    const window = {
      status: "EXPECTED",
      fixed: false,
      on: ["2024-12-05", "2024-12-08"],
      whenText: "5–8 December 2024, date not fixed",
    } as const;
    const { of } = lists([
      visit({ ...until, ...window, on: [...window.on] }),
      visit({ ...since, status: "SCHEDULED", on: "2025-09-07" }),
    ]);
    expect(of("fixed")?.[0]?.[1]).toBe("5–8 Dec 2024, then planned for 7 Sep 2025");
  });

  it.each<[ListKey, Partial<CaseMark>, Partial<CaseMark>, string]>([
    [
      "held",
      { status: "SCHEDULED", on: "2025-01-17" },
      { on: "2025-01-17" },
      "held as planned, 17 Jan 2025",
    ],
    [
      "moved",
      { status: "SCHEDULED", on: "2025-01-17" },
      { on: "2025-01-20" },
      "17 Jan 2025, then held 20 Jan 2025",
    ],
    [
      "moved",
      { status: "SCHEDULED", on: "2025-01-17" },
      { status: "EXPECTED" },
      "17 Jan 2025, then planned, no date",
    ],
    [
      "moved",
      { status: "SCHEDULED", on: "2025-01-17" },
      { status: "POSTPONED", on: "2025-03-01" },
      "17 Jan 2025, then postponed to 1 Mar 2025",
    ],
    [
      "fell",
      { status: "SCHEDULED", on: "2025-01-17" },
      { status: "CANCELLED", on: "2025-01-17" },
      "17 Jan 2025, then cancelled",
    ],
    ["fell", { status: "EXPECTED" }, { status: "POSTPONED" }, "no date, then postponed"],
    ["open", { status: "EXPECTED" }, { status: "EXPECTED" }, "planned since 11 Oct 2024"],
    ["disagree", { on: "2024-11-01" }, { on: "2024-11-01", disputed: true }, "1 Nov 2024"],
  ])("say under %s what became of it", (key, before, after, words) => {
    const { of } = lists([visit({ ...until, ...before }), visit({ ...since, ...after })]);
    expect(of(key)).toEqual([["Pezeshkian to visit Moscow", words]]);
  });

  it("say what was not known then, planned or held", () => {
    const { of } = lists([
      visit({
        slug: "a",
        title: "Held",
        on: ["2025-05-07", "2025-05-10"],
        known: "2025-05-10",
        whenText: "7–10 May 2025",
      }),
      visit({ slug: "b", title: "Planned", status: "EXPECTED", known: "2025-06-01" }),
    ]);
    expect(of("unknown")).toEqual([
      ["Held", "7–10 May 2025"],
      ["Planned", "planned, no date"],
    ]);
  });

  it("say how agreements moved, and about which sources came to disagree", () => {
    const before = ["2024-01-01", "2025-01-01"] as [string, string];
    const after = ["2025-01-01", null] as [string, null];
    const { of, counts } = lists(
      [],
      [
        bar("csp", 2, "Treaty", before, [["NEGOTIATING", "2022-09-15"]]),
        disputed(
          bar("csp", 2, "Treaty", after, [
            ["NEGOTIATING", "2022-09-15"],
            ["IN_FORCE", "2025-10-02"],
          ]),
        ),
        bar("fta", 3, "Trade", before, [["SIGNED", "2023-12-25", 2, 6]]),
        bar("fta", 3, "Trade", after, [
          ["SIGNED", "2023-12-25", 2, 6],
          ["IN_FORCE", "2025-05-15", 6, 6],
        ]),
      ],
    );
    expect(of("staged")).toEqual([
      ["Trade", "2 of 6 ratified, now in force"],
      ["Treaty", "negotiating, now in force"],
    ]);
    expect(of("disagree")).toEqual([["Treaty", "in force, 2 Oct 2025"]]);
    expect(sentenceOf(counts)).toBe(
      "Two agreements came into force, and sources came to disagree about one fact",
    );
  });

  it("count as many as they show, on any two days", () => {
    const day = fc.integer({ min: dayOf("2024-05-01"), max: dayOf("2025-12-31") });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const comparison = compareDays(founding, Math.min(a, b), Math.max(a, b));
        const shown = listsOf(founding, comparison).flatMap(({ entries }) => entries).length;
        const counted = Object.values(countsOf(comparison)).reduce((sum, one) => sum + one, 0);
        expect(shown).toBe(counted);
      }),
    );
  });
});

describe("a few of a list", () => {
  const entry = (weight: number, day: number) => ({
    id: `event:${day}`,
    title: "",
    words: "",
    mark: null,
    stages: null,
    weight,
    day,
  });

  it("are the weightiest, in the order of the list; never all but one", () => {
    const entries = [entry(2, 1), entry(0, 2), entry(1, 3), entry(0, 4), entry(2, 5)];
    expect(fewOf(entries, 3).map(({ day }) => day)).toEqual([2, 3, 4]);
    expect(fewOf(entries, 4)).toHaveLength(5);
  });
});
