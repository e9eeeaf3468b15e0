import { expect, it } from "vitest";
import { madeIn } from "./lately.ts";

const LASTS_MS = 600_000;
const made = { id: "Q2hhbmdlOjI", revision: 2, at: 1_000_000, words: "Imported: 2 added." };

it("offers an import for as long as is said, and none from later than now", () => {
  const text = JSON.stringify(made);
  expect(madeIn(text, made.at, LASTS_MS)).toEqual(made);
  expect(madeIn(text, made.at + LASTS_MS - 1, LASTS_MS)).toEqual(made);
  expect(madeIn(text, made.at + LASTS_MS, LASTS_MS)).toBeNull();
  expect(madeIn(text, made.at - 1, LASTS_MS)).toBeNull();
});

it("offers nothing where nothing is kept that makes sense", () => {
  const { at, ...others } = made;
  for (const text of [null, "", "{", "null", "7", "{}", JSON.stringify(others)])
    expect(madeIn(text, at, LASTS_MS)).toBeNull();
});
