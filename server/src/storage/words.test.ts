import { describe, expect, it } from "vitest";
import { hasWords, wordsOf } from "./words.ts";

describe("words that a text contains", () => {
  it("are found whatever their case, accents and order", () => {
    expect(hasWords("Recep Tayyip Erdoğan", "ERDOGAN recep")).toBe(true);
    expect(hasWords("Türkiye", "turk")).toBe(true);
    expect(hasWords("Мasud Пезешкиан", "пезешкиан")).toBe(true);
  });

  it("must all be there", () => {
    expect(hasWords("Recep Tayyip Erdoğan", "recep gul")).toBe(false);
  });

  it("are none in blank text, which asks for nothing", () => {
    expect(wordsOf("  ")).toEqual([]);
    expect(hasWords("anything", null)).toBe(true);
  });
});
