import fc from "fast-check";
import { expect, it } from "vitest";
import { addressOf, LISTS, type List, shownIn } from "./home.ts";

it("reads the list from the address that it is written to", () => {
  const shown = fc.record({
    list: fc.constantFrom(...(Object.keys(LISTS) as List[])),
    after: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
  });
  fc.assert(
    fc.property(shown, (one) => {
      expect(shownIn(addressOf(one).split("?").slice(1).join("?"))).toEqual(one);
    }),
  );
});

it("shows what is overdue where the address names no list", () => {
  for (const query of ["", "show=", "show=toString&after=x", "after=x"]) {
    expect(shownIn(query)).toEqual({ list: "overdue", after: null });
  }
});
