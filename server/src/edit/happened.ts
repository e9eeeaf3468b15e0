import { type Day, isoOf } from "../when/day.ts";
import type { When } from "../when/when.ts";
import type { Wrong } from "./input.ts";

/** A date is part of what some statuses mean: what was held was held some day, and what is scheduled has one. */
export function checkWhen(status: string, { earliest, latest }: When, today: Day, wrong: Wrong) {
  if (status === "HELD" && earliest === null) {
    wrong("when", "Say when it was held: a day such as 2025-01-17, a month or an interval.");
  } else if (status === "HELD" && earliest !== null && earliest > today) {
    wrong("when", `${isoOf(earliest)} is still to come. Report it as scheduled until then.`);
  } else if (status === "SCHEDULED" && (earliest === null || latest === null)) {
    wrong(
      "when",
      "Scheduled means that the date is fixed: give it, such as 2025-01-17. Without a date it is expected.",
    );
  }
}
