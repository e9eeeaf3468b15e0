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
    ],
    780,
    170,
  );
  expect(labels.map((label) => label.mark.slug)).toEqual(["visit"]);
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
