import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import { asKnownOn, idOfMark } from "./columns.ts";
import { dayOf } from "./day.ts";
import { headingOf } from "./months.ts";
import { withParts } from "./parts.ts";
import { type PhoneRow, phoneRows } from "./phonerows.ts";
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

describe("the rotated timeline, compared", () => {
  const THEN = dayOf("2024-12-05");
  const NOW = dayOf("2025-10-20");
  const compared = (day = THEN, now = NOW) => phoneRows(founding, day, new Set(), now);
  const all = ({ groups, plans, after }: ReturnType<typeof compared>) => [
    ...groups.flatMap(({ rows }) => rows),
    ...plans,
    ...after.flatMap(({ rows }) => rows),
  ];

  it("keeps what was planned in ink, and shows the visit as held below the line", () => {
    const rows = compared();
    expect(rows.plans.filter(({ since }) => since)).toEqual([]);
    expect(titles(rows.plans)).toContain("Pezeshkian to visit Moscow");
    const held = rows.after
      .flatMap((group) => group.rows)
      .find(({ title }) => /^Pezeshkian in Moscow/.test(title));
    expect(held?.since).toBe(true);
    expect(held?.marks.some(({ style }) => style === "hollow")).toBe(true);
    expect(held?.name).toMatch(/^Known now, not then\. /);
  });

  it("goes on with a column from the line as it was to how it stands", () => {
    const csp = compared().later.find(({ id }) => id === "agreement:csp");
    expect(csp?.steps[0]).toMatchObject({ row: null, look: "agreed" });
    expect(csp?.look).toBe("inforce");
  });

  it("has every row once, in order, those of later below the line, on any two days", () => {
    const days = fc.integer({ min: dayOf("2020-01-01"), max: dayOf("2026-06-01") });
    fc.assert(
      fc.property(days, days, (day, now) => {
        const rows = compared(day, now);
        const keys = all(rows).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const plain = phoneRows(founding, day, new Set());
        const then = [...plain.groups.flatMap((group) => group.rows), ...plain.plans];
        const stays = all(rows).filter(({ since }) => !since);
        expect(stays.map(({ key }) => key).sort()).toEqual(then.map(({ key }) => key).sort());
        const dated = rows.after.filter(({ heading }) => heading !== "Date not fixed");
        for (const groups of [rows.groups, dated]) {
          const order = groups.flatMap((group) => group.rows.map((row) => row.day));
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
        for (const group of rows.groups)
          for (const row of group.rows) if (row.since) expect(row.day).toBeLessThan(day + 1);
      }),
    );
  });

  it("changes nothing where a day is compared with itself", () => {
    expect(all(compared(NOW, NOW)).some(({ since }) => since)).toBe(false);
  });
});

describe("the end of the record", () => {
  it("is said once the day shown lies a month after the newest fact, and not while comparing", () => {
    const newest = founding.ticks.day.at(-1) ?? 0;
    expect(phoneRows(founding, newest + 31, new Set()).ends).toBeNull();
    expect(phoneRows(founding, newest + 32, new Set()).ends).toMatch(/^Nothing recorded after /);
    expect(phoneRows(founding, newest + 32, new Set(), newest + 32).ends).toBeNull();
  });
});

describe("parts", () => {
  const row = (id: string, day: number, last: number, partOf: string | null = null) => ({
    ...{ id, day, last, partOf },
    isPart: false,
  });

  it("follow their whole, in its days, and stand for themselves outside them", () => {
    const rows = [row("a", 1, 3), row("b", 2, 2), row("c", 3, 3, "a"), row("d", 5, 5, "a")];
    const placed = withParts(rows);
    expect(placed.map(({ id, isPart }) => [id, isPart])).toEqual([
      ["a", false],
      ["c", true],
      ["b", false],
      ["d", false],
    ]);
  });

  it("are neither lost nor doubled, whatever they say they are part of", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const one = fc.record({
      day: fc.integer({ min: 0, max: 4 }),
      length: fc.integer({ min: 0, max: 3 }),
      partOf: fc.option(fc.constantFrom(...ids)),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (given) => {
        const rows = given.map(({ day, length, partOf }, index) =>
          row(ids[index] ?? "", day, day + length, partOf),
        );
        const placed = withParts(rows).map(({ id }) => id);
        expect(placed.sort()).toEqual(rows.map(({ id }) => id).sort());
      }),
    );
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
