import { expect, test } from "vitest";
import type { ColumnsQuery } from "../app/operations.gen.ts";
import { narrow } from "./narrow.ts";

const base = {
  lanes: [{ key: "IR" }],
  marks: {
    slug: ["visit", "visit", "summit"],
    title: ["Pezeshkian to visit Moscow", "Pezeshkian in Moscow", "Türkiye hosts a summit"],
    kind: ["VISIT", "VISIT", "SUMMIT"],
    level: ["LEADERS", "LEADERS", "MINISTERS"],
    status: ["EXPECTED", "HELD", "HELD"],
  },
  bars: [
    { slug: "treaty", title: "Treaty", status: "SIGNED" },
    { slug: "treaty", title: "Treaty", status: "IN_FORCE" },
  ],
} as unknown as ColumnsQuery["timeline"];

const none = { status: [], kind: [], level: [], text: "" };

test("without a filter the columns are the very same", () => {
  expect(narrow(base, none)).toBe(base);
});

test("a status judges every state of knowledge for itself", () => {
  expect(narrow(base, { ...none, status: ["planned"] }).marks.title).toEqual([
    "Pezeshkian to visit Moscow",
  ]);
});

test("an agreement's status leaves events alone, and the other way round", () => {
  const signed = narrow(base, { ...none, status: ["signed"] });
  expect(signed.marks.slug).toHaveLength(3);
  expect(signed.bars.map((bar) => bar.status)).toEqual(["SIGNED"]);
});

test("kind and level hold together", () => {
  expect(narrow(base, { ...none, kind: ["summit"], level: ["leader"] }).marks.slug).toEqual([]);
  expect(narrow(base, { ...none, kind: ["summit"], level: ["minister"] }).marks.slug).toEqual([
    "summit",
  ]);
});

test("text is found without its accents, in titles of both sorts", () => {
  expect(narrow(base, { ...none, text: "turkiye" }).marks.slug).toEqual(["summit"]);
  expect(narrow(base, { ...none, text: "treaty" }).bars).toHaveLength(2);
});

test("lanes stay, so that an empty lane says that nothing matched", () => {
  expect(narrow(base, { ...none, text: "nothing like it" }).lanes).toBe(base.lanes);
});
