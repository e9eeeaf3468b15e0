import { standingDeed } from "../agreement/status.ts";
import { type CalendarEntry, calendarOf } from "../event/calendar.ts";
import { kindAndStatus } from "../event/words.ts";
import type { Row } from "../timeline/rows.ts";
import { isoOf } from "../when/day.ts";

type Fact = Row & { start: number; end: number };

/** Whether both ends of a row's days are given: only then it has a place in a calendar. */
function isDated(row: Row): row is Fact {
  return row.start !== null && row.end !== null;
}

/**
 * Rows as an iCalendar file under a name. Days that somebody gave are confirmed; a month, a year or a window is its whole
 * span and tentative; what has no date, or none on one side, is named in the calendar's description and never dated.
 */
export function icsOf(
  rows: Row[],
  name: string,
  linkOf: (row: Row) => string,
  at: Date = new Date(),
): { text: string; facts: number } {
  const dated = rows.filter(isDated);
  const undated = rows.filter((row) => !isDated(row));
  const entries = dated.map(
    (row): CalendarEntry => ({
      uid: `${row.key.replaceAll(":", "-")}@entente`,
      title: titleOf(row),
      first: isoOf(row.start),
      last: isoOf(row.end),
      status: statusOf(row),
      place: row.place ?? undefined,
      url: linkOf(row),
      description: [
        row.kind && row.status ? `${kindAndStatus(row.kind, row.status)}.` : "Agreement.",
        `${row.whenText.charAt(0).toUpperCase()}${row.whenText.slice(1)}.`,
        ...(row.disputed ? ["Sources disagree."] : []),
      ].join(" "),
    }),
  );
  const what = [
    name,
    ...(undated.length > 0 ? ["", "Without a fixed date, and so in none of the days:"] : []),
    ...undated.map((row) => `${titleOf(row)}, ${row.whenText}`),
  ].join("\n");
  return { text: calendarOf(entries, at, { name, description: what }), facts: entries.length };
}

function titleOf(row: Row): string {
  return row.standing ? `${row.title} ${standingDeed(row.standing)}` : row.title;
}

function statusOf({ status, fixed, precision }: Row): CalendarEntry["status"] {
  if (status === "CANCELLED") return "CANCELLED";
  const isExact = fixed && (precision === "DAY" || precision === "INTERVAL");
  return isExact && status !== "POSTPONED" ? "CONFIRMED" : "TENTATIVE";
}
