import { expect, test } from "vitest";
import { chipsOf, without, wordsOf } from "./chips.ts";
import { isFiltering, UNFILTERED } from "./narrow.ts";

const names: Record<string, string> = {
  IR: "Iran",
  brics: "BRICS",
  trade: "Trade",
  syria: "Syria",
};
const chips = (part: Partial<typeof UNFILTERED>) =>
  chipsOf({ ...UNFILTERED, ...part }, (_, word) => names[word] ?? word);
const words = (part: Partial<typeof UNFILTERED>) => chips(part).map((chip) => chip.words);

test("without a filter there is no chip", () => {
  expect(chips({})).toEqual([]);
  expect(chips({ text: "  " })).toEqual([]);
});

test("countries stand first, as monograms; one is named, of several any will do", () => {
  expect(chips({ kind: ["visit"], with: ["RU", "IR"] })).toEqual([
    { of: "with", codes: ["RU", "IR"], words: "any of 2 countries" },
    { of: "kind", codes: [], words: "Visits" },
  ]);
  expect(chips({ with: ["IR"] })).toEqual([{ of: "with", codes: ["IR"], words: "Iran" }]);
});

test("up to three words are named, more are counted", () => {
  expect(words({ kind: ["visit", "summit"] })).toEqual(["Visits or summits"]);
  expect(words({ status: ["held", "signed", "inforce"] })).toEqual(["Held, signed or in force"]);
  expect(words({ kind: ["visit", "summit", "call", "vote"] })).toEqual(["Any of 4 kinds"]);
});

test("as a line of text, countries are named", () => {
  const part = { with: ["RU", "IR"], kind: ["visit", "summit"], text: "gas" };
  expect(wordsOf(chips(part), (_, word) => names[word] ?? word)).toBe(
    "RU or Iran; Visits or summits; “gas”",
  );
  expect(wordsOf([], () => "")).toBe("");
});

test("topics, forums, doubt and words are chips like the others", () => {
  expect(
    words({ topic: ["trade"], forum: ["brics"], disputed: ["yes"], fixed: ["no"], text: "gas" }),
  ).toEqual(["BRICS", "Trade", "Sources disagree", "Date not fixed", "“gas”"]);
});

test("names keep their capitals", () => {
  expect(words({ topic: ["trade", "syria"] })).toEqual(["Trade or Syria"]);
});

test("taking every chip away, one after the other, clears the filter", () => {
  let filter = { ...UNFILTERED, kind: ["visit"], with: ["IR"], text: "gas" };
  for (const { of } of chipsOf(filter, (_, word) => word)) filter = without(filter, of);
  expect(isFiltering(filter)).toBe(false);
});
