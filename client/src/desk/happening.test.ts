import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import { eventWhen, movesOfEvent, reportWord } from "./happening.ts";

const TODAY = dayOf("2025-01-18");
const date = (text: string) => ({ text, precision: null });

test("what is open comes first; a held event says that nothing follows", () => {
  const planned = movesOfEvent({
    status: "SCHEDULED",
    allowedTransitions: ["SCHEDULED", "HELD", "POSTPONED", "CANCELLED"],
  });
  expect(planned.map(({ word }) => word)).toEqual([
    "Moved to another date",
    "Held",
    "Postponed",
    "Cancelled",
    "Hoped for, no date yet",
  ]);
  expect(planned.at(-1)).toMatchObject({
    legal: false,
    reason:
      "An event that is planned can’t be expected. From here it can be held, postponed or cancelled.",
  });
  const held = movesOfEvent({ status: "HELD", allowedTransitions: [] });
  expect(held.find(({ to }) => to === "HELD")).toMatchObject({ current: true });
  expect(held.find(({ to }) => to === "CANCELLED")?.reason).toBe(
    "An event that is held can’t be cancelled. Nothing follows.",
  );
  expect(reportWord("EXPECTED", "CANCELLED")).toBe("Hoped for again");
});

test("a date is needed for what was held or is fixed, and only there", () => {
  expect(eventWhen(date(""), "CANCELLED", TODAY)).toEqual({ edtf: null });
  expect(eventWhen(date(""), "HELD", TODAY)).toHaveProperty("problem");
  expect(eventWhen({ text: "", precision: "NONE" }, "SCHEDULED", TODAY)).toHaveProperty("problem");
  expect(eventWhen(date("17 Jan 2025"), "HELD", TODAY)).toEqual({ edtf: "2025-01-17" });
  expect(eventWhen(date("19 Jan 2025"), "HELD", TODAY)).toHaveProperty("problem");
  expect(eventWhen(date("19 Jan 2025"), "SCHEDULED", TODAY)).toEqual({ edtf: "2025-01-19" });
  expect(eventWhen(date("by 19 Jan 2025"), "SCHEDULED", TODAY)).toHaveProperty("problem");
  expect(eventWhen(date("by 19 Jan 2025"), "EXPECTED", TODAY)).toEqual({ edtf: "../2025-01-19" });
});
