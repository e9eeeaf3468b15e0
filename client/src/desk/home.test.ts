import fc from "fast-check";
import { expect, it } from "vitest";
import { addressOf, fileOf, filterOf, NEEDS, type Need, type Of, shownIn } from "./home.ts";

const needs = Object.keys(NEEDS) as Need[];
const name = fc.option(fc.string({ minLength: 1, maxLength: 20 }).filter((text) => /./.test(text)));
const TODAY = 20_458; // 5 January 2026

it("reads from an address what it is written to", () => {
  const shown = fc.record({
    need: fc.option(fc.constantFrom(...needs)),
    of: fc.constantFrom<Of>("events", "agreements"),
    country: fc.option(fc.constantFrom("IR", "RU")),
    forum: fc.option(fc.constantFrom("brics", "vtb-russia-calling")),
    by: name,
    after: name,
  });
  fc.assert(
    fc.property(shown, (one) => {
      const { need } = one;
      const lists: readonly Of[] = need === null ? ["events"] : NEEDS[need].of;
      // A page of changes is no page of a need, and a list that a need has not is its first.
      const meant = {
        ...one,
        of: need !== null && lists.includes(one.of) ? one.of : lists[0],
        ...(need === null ? { after: null } : { by: null }),
      };
      expect(shownIn(addressOf(one, { after: one.after }).split("?").slice(1).join("?"))).toEqual(
        meant,
      );
    }),
  );
});

it("shows all that waits where the address makes no sense", () => {
  const all = { need: null, of: "events", country: null, forum: null, by: null, after: null };
  for (const query of ["", "need=", "need=toString&after=x", "country=RUS", "forum=A%20B", "of=x"])
    expect(shownIn(query)).toEqual(all);
  expect(addressOf(shownIn(""))).toBe("/desk");
});

it("begins another list with its first page, and keeps what it is narrowed by", () => {
  const shown = shownIn("need=general&of=agreements&country=ir&after=abc");
  expect(addressOf(shown, { of: "events" })).toBe("/desk?need=general&country=IR");
  expect(addressOf(shown, { need: null })).toBe("/desk?country=IR");
});

it("counts as not checked lately what was last reported on more than 30 days ago, to the day", () => {
  const none = { country: null, forum: null };
  expect(filterOf("unchecked", none, TODAY)).toEqual({
    ...{ planned: true, overdue: false, lastReportBefore: "2025-12-06" },
  });
  expect(filterOf("overdue", { country: "IR", forum: "brics" }, TODAY)).toEqual({
    ...{ planned: true, overdue: true, countries: ["IR"], forums: ["brics"] },
  });
});

it("asks for the file of a list as the plain views are asked", () => {
  expect(fileOf("undecided", "agreements", { country: null, forum: "eaeu" }, TODAY)).toBe(
    "/agreements.csv?undecided=true&forum=eaeu",
  );
});
