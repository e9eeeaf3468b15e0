import { describe, expect, it } from "vitest";
import { knownSources } from "./known.ts";

const early = { id: "early", publishedDay: 10 };
const late = { id: "late", publishedDay: 30 };
const undated = { id: "undated", publishedDay: null };

describe("the sources known on a day", () => {
  it("are those published by then, and the undated ones", () => {
    expect(knownSources([late, early, undated], 20)).toEqual([early, undated]);
    expect(knownSources([late, early, undated], 30)).toEqual([late, early, undated]);
  });

  it("are all of them today", () => {
    expect(knownSources([late, early], null)).toEqual([late, early]);
  });

  it("are never none where there are any", () => {
    expect(knownSources([late], 20)).toEqual([late]);
    expect(knownSources([], 20)).toEqual([]);
  });
});
