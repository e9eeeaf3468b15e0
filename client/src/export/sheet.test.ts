import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { founding } from "../gallery/founding.ts";
import type { TimelineColumns } from "../timeline/columns.ts";
import { dayOf } from "../timeline/day.ts";
import { estimateWidth } from "../timeline/scene.ts";
import { type AnyView, anyColumns, anyView, anyWords, PALETTE } from "../timeline/svg/anything.ts";
import { all, type Read, read, wordsIn } from "../timeline/svg/reading.ts";
import { type Exported, pictureOf } from "./make.ts";
import { drawSheet, type Pens, SHEET_WIDTH } from "./sheet.ts";

const pens = (prefix = "one-"): Pens => ({
  palette: PALETTE,
  prefix,
  since: "#0000ff",
  measure: estimateWidth,
  width: (text, { size }) => text.length * size * 0.5,
});

function exported(columns: TimelineColumns, view: AnyView, more: Partial<Exported> = {}): Exported {
  const { from, to, known, now } = view;
  return {
    columns,
    view: { from, to, known: known < columns.today ? known : null },
    now,
    pinned: new Set(),
    title: "Russia and Iran",
    counts: "2 facts, 3 sources",
    filter: "",
    sort: "date",
    link: "https://entente.example/explore",
    ...more,
  };
}

const sheet = (of: Exported, prefix?: string) =>
  drawSheet({ ...pictureOf(of), flag: "Today" }, pens(prefix));

const wordsOn = (svg: string) =>
  all(read(svg)).flatMap((one) => (one.name === "text" ? [wordsIn(one)] : []));

/** Every text outside the plot, which is cut at its edge: from where to where it reaches, px. */
function reaches(
  part: Read,
  dx = 0,
  dy = 0,
): { words: string; x1: number; x2: number; y: number }[] {
  const { name, attributes, children } = part;
  if (attributes["clip-path"]) return [];
  const [mx = 0, my = 0] = attributes.transform?.match(/-?[\d.]+/g)?.map(Number) ?? [];
  const [x, y] = [dx + mx, dy + my];
  if (name === "text") {
    const words = wordsIn(part);
    const width = words.length * Number(attributes["font-size"]) * 0.5;
    const at = x + Number(attributes.x ?? 0);
    const share = { middle: 0.5, end: 1 }[attributes["text-anchor"] ?? ""] ?? 0;
    return [
      { words, x1: at - share * width, x2: at + (1 - share) * width, y: y + Number(attributes.y) },
    ];
  }
  return children.flatMap((child) => (typeof child === "string" ? [] : reaches(child, x, y)));
}

describe("a document", () => {
  it("is well-formed and keeps within its paper, whatever it is called and filtered by", () => {
    const words = fc.array(anyWords, { minLength: 1, maxLength: 30 }).map((some) => some.join(" "));
    fc.assert(
      fc.property(anyColumns, anyView, words, words, (columns, view, title, filter) => {
        const { svg, width, height } = sheet(exported(columns, view, { title, filter }));
        const root = read(svg);
        expect(root.attributes.width).toBe(String(SHEET_WIDTH));
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        for (const { words, x1, x2, y } of reaches(root)) {
          expect(x1, words).toBeGreaterThanOrEqual(0);
          expect(x2, words).toBeLessThanOrEqual(width);
          expect(y, words).toBeGreaterThan(0);
          expect(y, words).toBeLessThan(height);
        }
        const plot = all(root).find(({ attributes }) => attributes.class === "plot");
        expect(plot?.attributes["clip-path"]).toBe("url(#one-plot)");
      }),
      { numRuns: 60 },
    );
  });

  it("has ids of its own, and finds all that it points at: two can stand on one page", () => {
    fc.assert(
      fc.property(anyColumns, anyView, (columns, view) => {
        const idsOf = (svg: string) => all(read(svg)).flatMap(({ attributes: { id } }) => id ?? []);
        const [one, two] = ["one-", "two-"].map(
          (prefix) => sheet(exported(columns, view), prefix).svg,
        );
        const ids = [...idsOf(one ?? ""), ...idsOf(two ?? "")];
        expect(ids.length).toBeGreaterThan(20);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, id] of (one ?? "").matchAll(/url\(#([^)]*)\)/g))
          expect(idsOf(one ?? "")).toContain(id);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what stands over a document", () => {
  const view = {
    from: dayOf("2024-09-01"),
    to: dayOf("2025-12-01"),
    known: dayOf("2024-12-05"),
    now: null,
  };

  it("of two days says both, what became of everything, and how many facts each knows", () => {
    const { today } = founding;
    const words = wordsOn(sheet(exported(founding, { ...view, now: today })).svg);
    expect(words).toContain("5 Dec 2024 compared with today, 20 Oct 2025");
    expect(words).toContain("Three dates were fixed, and two agreements came into force.");
    expect(words.filter((one) => one === "then")).toHaveLength(5);
    const under = words.find((one) => one.startsWith("September 2024 to"));
    expect(under).toMatch(
      /As known on 5 December 2024 and on 20 October 2025\. \d+ facts known then, \d+ known now\.$/,
    );
  });

  it("counts what the later day knew, where that is not today", () => {
    const countsOn = (now: number) =>
      wordsOn(sheet(exported(founding, { ...view, now })).svg).find((one) =>
        one.includes("known then"),
      ) ?? "";
    expect(countsOn(dayOf("2025-02-01"))).toMatch(/ known on 1 February 2025\.$/);
    const later = (text: string) => Number(/(\d+) known (on|now)/.exec(text)?.[1]);
    expect(later(countsOn(dayOf("2025-02-01")))).toBeLessThan(later(countsOn(founding.today)));
  });

  it("of one day compares nothing, and says what it is filtered by", () => {
    const words = wordsOn(
      sheet(exported(founding, view, { filter: "Visits or summits; Iran" })).svg,
    );
    expect(words.join(" ")).not.toContain("compared");
    expect(words.join(" ")).toContain("2 facts, 3 sources. Filtered: Visits or summits; Iran.");
    expect(wordsOn(sheet(exported(founding, view)).svg).join(" ")).not.toContain("Filtered");
  });
});
