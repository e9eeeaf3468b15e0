import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, fileOf, PAGE, variablesOf, type Wish, wishIn } from "./wish.ts";
import { actionWords, TYPES } from "./words.ts";

const NONE: Wish = {
  ...{ by: null, action: null, type: null, slug: null },
  ...{ from: null, to: null, before: null, after: null },
};
const read = (address: string) => {
  const [path = "", query = ""] = address.split("?");
  return wishIn(query, path.replace(/^\/history\/?/, ""));
};

describe("which changes are asked for", () => {
  it("is read from the address that it is written to", () => {
    const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" });
    const revision = fc.option(fc.nat(2 ** 29).map(String));
    const wishes = fc.record({
      by: fc.option(text),
      action: fc.option(fc.constantFrom("load", "undoChange")),
      type: fc.option(fc.constantFrom(...(Object.keys(TYPES) as (keyof typeof TYPES)[]))),
      slug: fc.option(fc.constantFrom("ru-ir-2025", "iran")),
      from: fc.option(fc.constantFrom("2025-01-01", "2026-02-28")),
      to: fc.option(fc.constantFrom("2026-03-01", "2026-12-31")),
    });
    fc.assert(
      fc.property(wishes, revision, revision, (chosen, before, after) => {
        const wish = { ...NONE, ...chosen, before: after === null ? before : null, after };
        expect(read(addressOf(wish, { before: wish.before, after }))).toEqual(wish);
        // A choice begins with the newest, and keeps the others.
        expect(read(addressOf(wish, { by: "Ada" }))).toEqual({
          ...wish,
          ...{ by: "Ada", before: null, after: null },
        });
      }),
    );
  });

  it("has an address of its own for the history of one thing", () => {
    const one = wishIn("by=Ada", "agreement/ru-ir-2025");
    expect(one).toEqual({ ...NONE, by: "Ada", type: "AGREEMENT", slug: "ru-ir-2025" });
    expect(addressOf(one, { before: "7" })).toBe("/history/agreement/ru-ir-2025?by=Ada&before=7");
    expect(fileOf(one)).toBe("/changes.csv?by=Ada&type=agreement&slug=ru-ir-2025");
    expect(variablesOf(one)).toEqual({
      filter: { by: ["Ada"], types: ["AGREEMENT"], slugs: ["ru-ir-2025"] },
      last: PAGE,
      before: null,
    });
  });

  it("leaves out what makes no sense", () => {
    const odd =
      "by=&action=a%20b&type=party&slug=../x&from=2025-02-30&to=tomorrow&before=x&after=-1";
    expect(wishIn(odd, "")).toEqual(NONE);
    expect(wishIn("", "party/x").type).toBeNull();
    expect(variablesOf({ ...NONE, from: "2026-01-01", after: "3" })).toEqual({
      filter: { between: { from: "2026-01-01", to: null } },
      first: PAGE,
      after: "3",
    });
  });
});

describe("what was done", () => {
  it("is said in words, whatever the action", () => {
    expect(
      ["load", "updateLeader", "createOffice", "bumpTheThing", "TEST"].map(actionWords),
    ).toEqual(["Data set loaded", "Leader corrected", "Office added", "Bump the thing", "TEST"]);
  });
});
