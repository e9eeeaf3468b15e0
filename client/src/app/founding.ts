import { dayOf } from "../when/day.ts";

/** The case the project began with: a visit without a date and a treaty not signed, as an article of 5 December 2024 had them. */
export const FOUNDING = {
  visit: "visit-pezeshkian-moscow-2025",
  treaty: "ru-ir-2025",
  known: dayOf("2024-12-05"),
  from: dayOf("2024-09-01"),
  to: dayOf("2025-11-30"),
} as const;
