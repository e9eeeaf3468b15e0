import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counts, NONE, numberWord, sentenceOf } from "./sentence.ts";

const said = (counts: Partial<Counts>) => sentenceOf({ ...NONE, ...counts });

describe("the sentence of a comparison", () => {
  it.each<[Partial<Counts>, string]>([
    [{ fixed: 3, inForce: 2 }, "Three dates were fixed, and two agreements came into force"],
    [{ fixed: 1 }, "One date was fixed"],
    [{ fixed: 2 }, "Two dates were fixed"],
    [{ inForce: 1 }, "One agreement came into force"],
    [{ inForce: 1, fixed: 1 }, "One date was fixed, and one agreement came into force"],
    [{ signed: 1 }, "One agreement was signed"],
    [{ signed: 4 }, "Four agreements were signed"],
    [{ ratified: 1, signed: 2 }, "One agreement was ratified, and two agreements were signed"],
    [{ suspended: 1, ended: 1 }, "One agreement was suspended, and one agreement ended"],
    [{ staged: 2 }, "Two agreements moved on"],
    [{ moved: 1 }, "One date moved"],
    [{ moved: 5, fell: 1 }, "Five dates moved, and one plan fell away"],
    [{ fell: 12 }, "Twelve plans fell away"],
    [{ held: 1 }, "One planned event was held"],
    [{ held: 2, unknown: 13 }, "Two planned events were held, and 13 facts became known"],
    [{ unknown: 1 }, "One fact became known"],
    [{ unknown: 62 }, "62 facts became known"],
    [{ unknown: 1204 }, "1,204 facts became known"],
    [{ disagree: 1 }, "Sources came to disagree about one fact"],
    [
      { unknown: 2, disagree: 3 },
      "Two facts became known, and sources came to disagree about three facts",
    ],
    [{ withdrawn: 1 }, "One fact was withdrawn"],
    [{ withdrawn: 2, open: 7 }, "Two facts were withdrawn"],
    [{}, "Nothing changed since"],
    [{ open: 1 }, "Nothing changed since, and one date is still not fixed"],
    [{ open: 2 }, "Nothing changed since, and two dates are still not fixed"],
    [
      { fixed: 3, inForce: 2, unknown: 62, moved: 1, disagree: 2, open: 1 },
      "Three dates were fixed, and two agreements came into force",
    ],
  ])("%o", (counts, sentence) => {
    expect(said(counts)).toBe(sentence);
  });

  it("writes numbers to twelve as words", () => {
    expect([0, 1, 7, 12, 13, 1000].map(numberWord)).toEqual([
      "zero",
      "one",
      "seven",
      "twelve",
      "13",
      "1,000",
    ]);
  });

  it("is always one sentence of at most two clauses, in sentence case, without a nought or a stop", () => {
    const keys = Object.keys(NONE) as (keyof Counts)[];
    const counts = fc.record(
      Object.fromEntries(keys.map((key) => [key, fc.nat({ max: 40 })])),
    ) as fc.Arbitrary<Counts>;
    fc.assert(
      fc.property(counts, (given) => {
        const sentence = sentenceOf(given);
        expect(sentence).toMatch(/^[A-Z0-9]/);
        expect(sentence).not.toMatch(/zero|\b0\b|[.!]/);
        expect(sentence.split(", and ").length).toBeLessThanOrEqual(2);
        expect(sentence).not.toMatch(/\bone \w+s\b(?! )/);
      }),
    );
  });
});
