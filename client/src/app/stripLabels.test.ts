import { expect, test } from "vitest";
import type { StripMark, StripSegment } from "./strip.ts";
import { placeDates, placeLabels } from "./stripLabels.ts";

const mark = (slug: string, x: number, title: string) =>
  ({ slug, x, title, when: "17 Jan" }) as StripMark;
const segment = (look: string, x: number) => ({ look, x }) as StripSegment;

test("no label covers another, and none crosses the line of the day of knowledge", () => {
  const labels = placeLabels(
    [
      mark("visit", 180, "Pezeshkian in Moscow"),
      mark("a", 80, "Meets Putin"),
      mark("b", 90, "Meets Putin again"),
      mark("c", 100, "Speaks of the treaty"),
    ],
    780,
    170,
  );
  expect(labels.map(({ mark: { slug }, row }) => [slug, row])).toEqual([
    ["visit", "above"],
    ["a", "above"],
    ["b", "below"],
  ]);
  for (const label of labels.slice(1)) expect(label.from + label.length).toBeLessThanOrEqual(170);
});

test("two meetings of the same two stand under one short name", () => {
  const labels = placeLabels(
    [
      mark("visit", 180, "Pezeshkian in Moscow"),
      mark("b", 90, "Putin and Pezeshkian meet in Kazan"),
      mark("a", 70, "Putin and Pezeshkian meet in Ashgabat"),
      mark("said", 165, "Putin on Iran at the Russia Calling! forum"),
    ],
    780,
    170,
  );
  expect(labels.map((label) => label.name)).toEqual([
    "Pezeshkian in Moscow",
    "Putin–Pezeshkian",
    "Putin on Iran",
  ]);
  expect(labels[1]?.when).toBe("");
});

test("what the strip is about is named even on a narrow strip", () => {
  const [label] = placeLabels(
    [mark("visit", 190, "Pezeshkian's official visit to Russia")],
    300,
    170,
  );
  expect(label?.row).toBe("above");
  expect(label?.from).toBeGreaterThanOrEqual(0);
});

test("of two dates that would touch, entry into force is the one that stays", () => {
  const dates = placeDates(
    [segment("signed", 100), segment("ratified", 240), segment("inforce", 280)],
    400,
  );
  expect(dates.map((date) => date.segment.look)).toEqual(["inforce", "signed"]);
});
