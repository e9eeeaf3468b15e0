import { expect, test } from "vitest";
import { added, chosenOf, type NamedLane, removed } from "./lanes.ts";

const lanes: NamedLane[] = [
  { key: "RU", kind: "COUNTRY", name: "Russia" },
  { key: "brics", kind: "FORUM", name: "BRICS" },
  { key: "IR", kind: "COUNTRY", name: "Iran" },
];

test("lanes are told by their sort, in order", () => {
  expect(chosenOf(lanes)).toEqual({ countries: ["RU", "IR"], forums: ["brics"], agreements: [] });
});

test("a lane is added once, at the end of its sort", () => {
  expect(added(lanes, "countries", "CN").countries).toEqual(["RU", "IR", "CN"]);
  expect(added(lanes, "countries", "RU").countries).toEqual(["IR", "RU"]);
});

test("a lane that is taken away leaves the others as they are", () => {
  expect(removed(lanes, "RU")).toEqual({ countries: ["IR"], forums: ["brics"], agreements: [] });
});
