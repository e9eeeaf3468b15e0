import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn, idOfMark } from "./columns.ts";
import { dayOf } from "./day.ts";
import { headingOf, type PhoneRow, phoneRows } from "./phonerows.ts";
import { slabAt } from "./slab.ts";

const on = (iso: string) => phoneRows(founding, dayOf(iso), new Set());
const titles = (rows: PhoneRow[]) => rows.map(({ title }) => title);

describe("the rotated timeline", () => {
  it("lists what happened in order, under headings that keep it honest", () => {
    const { groups } = on("2025-10-20");
    const days = groups.flatMap(({ rows }) => rows.map(({ day }) => day));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(groups.map(({ heading }) => heading)).toContain("October 2024");
  });

  it("keeps plans below the line and out of what happened", () => {
    const { groups, plans } = on("2024-12-05");
    expect(titles(plans)).toContain("Pezeshkian to visit Moscow");
    expect(titles(groups.flatMap(({ rows }) => rows))).not.toContain("Pezeshkian to visit Moscow");
    expect(plans.at(-1)?.date).toBe("date not fixed");
  });

  it("moves the visit above the line on the day it is held", () => {
    const { groups, plans } = on("2025-01-17");
    expect(titles(plans)).not.toContain("Pezeshkian in Moscow; treaty signed");
    expect(titles(groups.at(-1)?.rows ?? [])).toContain("Pezeshkian in Moscow; treaty signed");
  });

  it("changes an agreement's column at the row of its step, and ends as the agreement stands", () => {
    const { columns } = on("2025-10-20");
    const csp = columns.find(({ id }) => id === "agreement:csp");
    expect(csp?.steps).toContainEqual({ row: "agreement:csp#2", look: "signed", share: 0 });
    expect(csp?.look).toBe("inforce");
    expect(csp?.steps.at(-1)?.look).toBe("inforce");
  });

  it("says of every agreement how it moved, by its short name where a column stands for it", () => {
    const { columns, groups } = on("2025-10-20");
    const all = titles(groups.flatMap(({ rows }) => rows));
    for (const { short } of columns)
      expect(all.some((title) => title.startsWith(`${short} `))).toBe(true);
    const told = new Set(groups.flatMap(({ rows }) => rows.map(({ id }) => id)));
    const moved = founding.bars.filter(
      ({ segments, knownFrom }) => segments.length > 1 && knownFrom <= dayOf("2025-10-20"),
    );
    for (const { slug } of moved) expect(told).toContain(`agreement:${slug}`);
  });

  it("never shows a fact twice, nor loses one, on any day", () => {
    const days = fc.integer({ min: dayOf("2020-01-01"), max: dayOf("2026-06-01") });
    fc.assert(
      fc.property(days, (day) => {
        const { groups, plans } = phoneRows(founding, day, new Set());
        const keys = [...groups.flatMap(({ rows }) => rows), ...plans].map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const { marks } = founding;
        const known = asKnownOn(founding, day).marks.map((row) => idOfMark(marks, row));
        expect(keys.filter((key) => !key.startsWith("agreement:")).sort()).toEqual(known.sort());
      }),
    );
  });

  it("has what a story is about before other plans, and what has no date after what has one", () => {
    const plain = on("2024-12-05").plans;
    const last = plain.at(-1)?.id ?? "";
    const { plans } = phoneRows(founding, dayOf("2024-12-05"), new Set([last]));
    expect(plans[0]?.id).toBe(last);
    const dated = plain.map(({ date }) => date !== "date not fixed");
    expect(dated).toEqual([...dated].sort((a, b) => Number(b) - Number(a)));
  });

  it("names spans of months", () => {
    const month = (year: number, number: number) => year * 12 + number - 1;
    expect(headingOf(month(2024, 10), month(2024, 10))).toBe("October 2024");
    expect(headingOf(month(2025, 4), month(2025, 5))).toBe("April – May 2025");
    expect(headingOf(month(2024, 12), month(2025, 1))).toBe("December 2024 – January 2025");
  });
});

describe("the slab of canvas", () => {
  it("covers all lanes when they are few", () => {
    expect(slabAt(700, 640, 60)).toEqual({ top: 0, height: 700 });
  });

  it("covers what shows, with room on either side, and never more than there is", () => {
    const { top, height } = slabAt(5000, 640, 2000);
    expect(top).toBeLessThan(2000);
    expect(top + height).toBeGreaterThan(2640);
    expect(slabAt(5000, 640, 4360)).toEqual({ top: 5000 - height, height });
  });
});
