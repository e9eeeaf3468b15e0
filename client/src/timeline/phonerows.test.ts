import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
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

  it("changes an agreement's column at the row of its step", () => {
    const rows = on("2025-10-20").groups.flatMap(({ rows: own }) => own);
    const signed = rows.find(({ key }) => key === "agreement:csp#2");
    expect(signed?.columns[0]).toMatchObject({
      before: { look: "agreed" },
      after: { look: "signed" },
    });
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
