import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../timeline/rows.ts";
import { dayOf } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import { rowsOfBoth } from "./both.ts";
import { cell, csvOf } from "./csv.ts";
import { edtfOf } from "./edtf.ts";
import { icsOf } from "./ics.ts";
import { fileName, plainName } from "./name.ts";

const row = (more: Partial<Row>): Row => ({
  key: "event:visit",
  of: "event",
  slug: "visit",
  title: "Pezeshkian in Moscow",
  kind: "VISIT",
  level: "LEADERS",
  status: "HELD",
  standing: null,
  start: dayOf("2025-01-17"),
  end: dayOf("2025-01-17"),
  precision: "DAY",
  fixed: true,
  whenText: "17 January 2025",
  disputed: false,
  lanes: [0],
  topics: [],
  place: "Moscow",
  knownFrom: dayOf("2025-01-17"),
  firstKnown: dayOf("2024-12-03"),
  sources: 5,
  ...more,
});
const lanes = [
  { key: "IR", kind: "COUNTRY" as const, slug: "iran", name: "Iran", between: [], holders: [] },
];
const linkOf = () => "https://entente.example/events/visit";

/** Reads CSV as RFC 4180 has it. */
function read(text: string): string[][] {
  const lines: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  for (let found = pattern.exec(text); found?.[0]; found = pattern.exec(text)) {
    lines.at(-1)?.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "\r\n") lines.push([]);
  }
  return lines.slice(0, -1);
}

describe("a file's name", () => {
  test("says what, when, and as known when", () => {
    const view = { from: dayOf("2024-06-01"), to: dayOf("2026-04-01"), known: null };
    const title = "Russia, Iran, China and Türkiye";
    const name = "entente-russia-iran-china-and-turkiye-2024-06-to-2026-04";
    expect(fileName(title, view, null, false)).toBe(name);
    const then = { ...view, known: dayOf("2024-12-05") };
    expect(fileName(title, then, null, true)).toBe(`${name}-filtered-as-known-2024-12-05`);
    expect(fileName(title, then, dayOf("2025-10-20"), false)).toBe(
      `${name}-as-known-2024-12-05-and-2025-10-20`,
    );
  });

  test("holds nothing that a file system could mind, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (title) => {
        const name = plainName(title);
        expect(name).toMatch(/^[\p{L}\p{N}-]+$/u);
        expect(name.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe("a date as EDTF", () => {
  test.each([
    [{}, "2025-01-17"],
    [{ precision: "MONTH", whenText: "January 2025" }, "2025-01"],
    [{ precision: "MONTH", whenText: "about January 2025" }, "2025-01~"],
    [{ precision: "YEAR", whenText: "2025 (uncertain)" }, "2025?"],
    [{ precision: "YEAR", whenText: "about 2025 (uncertain)" }, "2025%"],
    [{ precision: "INTERVAL", end: dayOf("2025-01-19") }, "2025-01-17/2025-01-19"],
    [{ precision: "INTERVAL", start: null }, "../2025-01-17"],
    [{ precision: "INTERVAL", end: null }, "2025-01-17/.."],
    [{ precision: "NONE", start: null, end: null }, ""],
  ] as const)("is no more exact than it is known: %j", (more, edtf) => {
    expect(edtfOf(row(more))).toBe(edtf);
    if (edtf !== "") expect(edtfWords(edtf)).not.toBe(edtf);
  });
});

describe("CSV", () => {
  test("has a row a fact under one head, and begins with the mark that spreadsheets need", () => {
    const text = csvOf([row({}), row({ title: 'A "b", c\r\nd', sources: null })], lanes, linkOf);
    expect(text.startsWith("\ufeffid,kind,title,date,")).toBe(true);
    const [head = [], first = [], second = []] = read(text.slice(1));
    expect(first).toHaveLength(head.length);
    expect(second).toHaveLength(head.length);
    expect(first[head.indexOf("participants")]).toBe("Iran");
    expect(first[head.indexOf("first_known")]).toBe("2024-12-03");
    expect(second[head.indexOf("title")]).toBe('A "b", c\r\nd');
    expect(second[head.indexOf("sources")]).toBe("");
  });

  test("comes back as it was, and no cell is a formula", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "binary", maxLength: 8 }), { minLength: 1, maxLength: 5 }),
        (texts) => {
          const [line = []] = read(`${texts.map((text) => cell(text)).join(",")}\r\n`);
          expect(line.map((text) => text.replace(/^'/, ""))).toEqual(
            texts.map((text) => text.replace(/^'/, "")),
          );
          for (const text of line) expect(text).not.toMatch(/^\s*[=+\-@]/);
        },
      ),
    );
  });
});

describe("two days of knowledge", () => {
  const held = row({});
  const planned = row({
    start: null,
    end: null,
    precision: "NONE",
    fixed: false,
    whenText: "date not fixed",
    status: "EXPECTED",
    knownFrom: dayOf("2024-12-03"),
  });

  test("a fact that changed has a row for each day, one that did not has one for both", () => {
    const told = row({ key: "event:talks", slug: "talks", sources: 2 });
    const again = { ...told, sources: 3, knownFrom: dayOf("2025-02-01") };
    const both = rowsOfBoth([planned, told], [held, again]);
    const [head = [], ...lines] = read(csvOf([...both.keys()], lanes, linkOf, both).slice(1));
    const cells = (name: string) => lines.map((line) => line[head.indexOf(name)]);
    expect(cells("id")).toEqual(["event:visit", "event:talks", "event:visit"]);
    expect(cells("known_then")).toEqual(["no", "yes", "yes"]);
    expect(cells("known_now")).toEqual(["yes", "yes", "no"]);
    expect(cells("sources")).toEqual(["5", "3", "5"]);
  });

  test("the rows of either day are those with yes in its column", () => {
    const any = fc.uniqueArray(
      fc.record({ slug: fc.constantFrom("a", "b", "c"), title: fc.constantFrom("x", "y") }),
      { selector: ({ slug }) => slug },
    );
    fc.assert(
      fc.property(any, any, (then, now) => {
        const rowsOf = (states: typeof then) =>
          states.map(({ slug, title }) => row({ key: `event:${slug}`, slug, title }));
        const both = rowsOfBoth(rowsOf(then), rowsOf(now));
        const read = (day: "was" | "is") =>
          [...both].flatMap(([{ slug, title }, on]) => (on[day] ? [slug + title] : [])).sort();
        expect(read("was")).toEqual(then.map(({ slug, title }) => slug + title).sort());
        expect(read("is")).toEqual(now.map(({ slug, title }) => slug + title).sort());
      }),
    );
  });

  test("no column says so where one day stands alone", () => {
    expect(csvOf([held], lanes, linkOf)).not.toContain("known_then");
  });
});

test("a calendar dates what somebody dated, marks windows as tentative, and lists the rest", () => {
  const { text, facts } = icsOf(
    [
      row({}),
      row({
        key: "event:b",
        precision: "MONTH",
        start: dayOf("2025-02-01"),
        end: dayOf("2025-02-28"),
        whenText: "February 2025",
        status: "EXPECTED",
        fixed: false,
      }),
      row({
        key: "event:c",
        title: "Xi to visit Iran",
        start: null,
        end: null,
        precision: "NONE",
        fixed: false,
        whenText: "date not fixed",
        status: "EXPECTED",
      }),
      row({
        key: "event:d",
        title: "Open summit",
        end: null,
        precision: "INTERVAL",
        fixed: false,
        whenText: "from 17 January 2025",
        status: "EXPECTED",
      }),
    ],
    "Iran",
    linkOf,
    new Date("2025-10-20T14:06:07Z"),
  );
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  expect(facts).toBe(2);
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(2);
  expect(lines.filter((line) => line.startsWith("STATUS:"))).toEqual([
    "STATUS:CONFIRMED",
    "STATUS:TENTATIVE",
  ]);
  expect(lines).toContain("DTSTART;VALUE=DATE:20250201");
  expect(lines).toContain("DTEND;VALUE=DATE:20250301");
  const about = lines.find((line) => line.startsWith("DESCRIPTION:Iran"));
  expect(about).toContain("Xi to visit Iran\\, date not fixed");
  expect(about).toContain("Open summit\\, from 17 January 2025");
});
