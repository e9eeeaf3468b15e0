import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortened } from "./shorten.ts";

describe("short names", () => {
  it("leaves out what does not tell names apart", () => {
    const names = ["Comprehensive Strategic Partnership Treaty", "EAEU-Iran FTA"];
    expect(shortened(names, ["25-year programme", "Cairo agreement"])).toEqual(["Treaty", "FTA"]);
  });

  it("keeps what does", () => {
    const names = ["Rasht-Astara agreement", "Cairo agreement"];
    expect(shortened(names, [])).toEqual(names);
    expect(shortened(["Free trade agreement"], ["Cairo agreement"])).toEqual(["Trade agreement"]);
  });

  it("knows that a treaty on something is a treaty", () => {
    expect(shortened(["Treaty on the basis of relations"], [])).toEqual([
      "Treaty on the basis of relations",
    ]);
    expect(shortened(["Basic treaty on relations"], ["Pact"])).toEqual(["Treaty"]);
  });

  it("never calls two things the same", () => {
    const word = fc.constantFrom("Basic", "free", "trade", "treaty", "on", "peace", "pact");
    const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 4 }), (names) => {
        const short = shortened(names, names).map((text) => text.toLowerCase());
        const same = new Set(names.map((text) => text.toLowerCase())).size;
        expect(new Set(short).size).toBe(same);
      }),
    );
  });
});
