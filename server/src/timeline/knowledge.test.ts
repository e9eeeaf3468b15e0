import { expect, it } from "vitest";
import { asKnown } from "./knowledge.ts";

const states = [
  { knownFrom: 10, knownTo: 20 },
  { knownFrom: 20, knownTo: 30 },
  { knownFrom: 30, knownTo: null },
];

it("is the open state alone, without a day and without history", () => {
  expect(asKnown(states, null, false)).toEqual([{ knownFrom: 30, knownTo: null }]);
});

it("is the state known on a day, not yet ended as far as was known then", () => {
  expect(asKnown(states, 25, false)).toEqual([{ knownFrom: 20, knownTo: null }]);
  expect(asKnown(states, 9, false)).toEqual([]);
});

it("has every state up to the day with history, ended ones with their end", () => {
  expect(asKnown(states, 20, true)).toEqual([
    { knownFrom: 10, knownTo: 20 },
    { knownFrom: 20, knownTo: null },
  ]);
  expect(asKnown(states, null, true)).toEqual(states);
});
