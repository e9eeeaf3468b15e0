import { expect, it } from "vitest";
import { dayOf } from "../when/day.ts";
import { notFixed, parseWhen } from "../when/when.ts";
import { isOverdue } from "./overdue.ts";

const visit = (status: string, when = notFixed(), lastReportOn = "2024-12-03") => ({
  status,
  when,
  lastReportOn: dayOf(lastReportOn),
});

it("is overdue from the day after the last it allows", () => {
  const scheduled = visit("SCHEDULED", parseWhen("2025-01-17"));
  expect(isOverdue(scheduled, dayOf("2025-01-17"))).toBe(false);
  expect(isOverdue(scheduled, dayOf("2025-01-18"))).toBe(true);
});

it("is overdue without a last day once nobody has said anything for more than a year", () => {
  expect(isOverdue(visit("EXPECTED"), dayOf("2025-12-03"))).toBe(false);
  expect(isOverdue(visit("EXPECTED"), dayOf("2025-12-04"))).toBe(true);
  expect(isOverdue(visit("POSTPONED", notFixed("2024-12-05/..")), dayOf("2025-12-04"))).toBe(true);
});

it("is not overdue while there is newer word than the last day it allows", () => {
  const again = visit("EXPECTED", notFixed("2025-01-01/2025-01-19"), "2025-02-01");
  expect(isOverdue(again, dayOf("2025-03-01"))).toBe(false);
  expect(isOverdue(again, dayOf("2026-02-02"))).toBe(true);
});

it("is never overdue once held or cancelled", () => {
  for (const status of ["HELD", "CANCELLED"]) {
    expect(isOverdue(visit(status, parseWhen("2025-01-17")), dayOf("2030-01-01"))).toBe(false);
  }
});
