import { expect, test } from "vitest";
import type { ColumnsQuery } from "../app/operations.gen.ts";
import { narrow, UNFILTERED } from "./narrow.ts";

const lane = (key: string, kind: string, between: { key: string; kind: string }[] = []) => ({
  key,
  kind,
  between,
});

const base = {
  lanes: [
    lane("IR", "COUNTRY"),
    lane("TR", "COUNTRY"),
    lane("brics", "FORUM"),
    lane("treaty", "AGREEMENT", [
      { key: "IR", kind: "COUNTRY" },
      { key: "eaeu", kind: "FORUM" },
    ]),
  ],
  marks: {
    slug: ["visit", "visit", "summit"],
    title: ["Pezeshkian to visit Moscow", "Pezeshkian in Moscow", "Türkiye hosts a summit"],
    kind: ["VISIT", "VISIT", "SUMMIT"],
    level: ["LEADERS", "LEADERS", "MINISTERS"],
    status: ["EXPECTED", "HELD", "HELD"],
    lanes: [[0], [0], [1, 2]],
    topics: [["trade"], ["trade"], []],
    disputed: [false, false, true],
    fixed: [false, true, true],
  },
  bars: [
    {
      slug: "treaty",
      lane: 3,
      title: "Treaty",
      status: "IN_FORCE",
      disputed: true,
      topics: ["trade"],
      segments: [
        { status: "SIGNED", disputed: false },
        { status: "IN_FORCE", disputed: true },
      ],
    },
  ],
} as unknown as ColumnsQuery["timeline"];

/** The titles of marks and bars that a filter leaves. */
const left = (part: Partial<typeof UNFILTERED>) => {
  const { marks, bars } = narrow(base, { ...UNFILTERED, ...part });
  return [...marks.title, ...bars.map(({ title }) => title)];
};

test("without a filter the columns are the very same", () => {
  expect(narrow(base, UNFILTERED)).toBe(base);
});

test("a status judges every state of knowledge for itself", () => {
  expect(left({ status: ["planned"] })).toEqual(["Pezeshkian to visit Moscow"]);
});

test("an agreement is judged as it stands, and stage by stage where each is a fact of its own", () => {
  expect(left({ status: ["signed"] })).toEqual([]);
  expect(left({ status: ["inforce"] })).toEqual(["Treaty"]);
  const { bars } = narrow(base, { ...UNFILTERED, status: ["signed"] }, "stage");
  expect(bars.map(({ segments }) => segments.map(({ status }) => status))).toEqual([["SIGNED"]]);
});

test("agreements are a kind among the kinds", () => {
  expect(left({ kind: ["agreement"] })).toEqual(["Treaty"]);
  expect(left({ kind: ["summit", "agreement"] })).toEqual(["Türkiye hosts a summit", "Treaty"]);
});

test("kind and level hold together", () => {
  expect(left({ kind: ["summit"], level: ["leader"] })).toEqual([]);
  expect(left({ kind: ["summit"], level: ["minister"] })).toEqual(["Türkiye hosts a summit"]);
});

test("a country is with its events and with the agreements it is a party to; a forum too", () => {
  expect(left({ with: ["IR"], kind: ["agreement", "summit"] })).toEqual(["Treaty"]);
  expect(left({ with: ["TR"] })).toEqual(["Türkiye hosts a summit"]);
  expect(left({ forum: ["eaeu"] })).toEqual(["Treaty"]);
  expect(left({ forum: ["brics"] })).toEqual(["Türkiye hosts a summit"]);
});

test("topic, disagreement and an open date are filters like the others", () => {
  expect(left({ topic: ["trade"], kind: ["visit"] })).toHaveLength(2);
  expect(left({ disputed: ["yes"] })).toEqual(["Türkiye hosts a summit", "Treaty"]);
  expect(left({ fixed: ["no"] })).toEqual(["Pezeshkian to visit Moscow"]);
});

test("a word that no list knows counts as not said; a topic that nothing is about shows nothing", () => {
  expect(left({ kind: ["banquet"] })).toHaveLength(4);
  expect(left({ topic: ["fishing"] })).toEqual([]);
});

test("text is found without its accents, in titles of both sorts", () => {
  expect(left({ text: "turkiye" })).toEqual(["Türkiye hosts a summit"]);
  expect(left({ text: " TREATY " })).toEqual(["Treaty"]);
});

test("lanes stay, so that an empty lane says that nothing matched", () => {
  expect(narrow(base, { ...UNFILTERED, text: "nothing like it" }).lanes).toBe(base.lanes);
});
