import { expect, test } from "vitest";
import { timelineOf } from "./show.ts";

const nothing = { countries: [], forums: [], agreements: [], from: null, to: null };

test("a timeline made for an event has its parties' lanes, air around its date, and the event selected", () => {
  expect(
    timelineOf({
      countries: ["IR", "RU", "IR"],
      forums: [],
      agreements: ["ru-ir-2025"],
      from: "2025-01-17",
      to: "2025-01-17",
      sel: "event:visit",
    }),
  ).toBe("/explore?lanes=IR,RU;;ru-ir-2025&from=2024-04-17&to=2025-10-19&sel=event:visit");
});

test("what has no date keeps the usual window", () => {
  expect(timelineOf({ ...nothing, sel: "event:x" })).toBe("/explore?sel=event:x");
});

test("a long life gets air in proportion", () => {
  const address = timelineOf({
    ...nothing,
    from: "1921-02-26",
    to: "2001-02-26",
    sel: "agreement:x",
  });
  expect(address).toContain("from=1894-");
  expect(address).toContain("to=2027-");
});
