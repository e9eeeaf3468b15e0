import { idOfMark, type Known, type TimelineColumns } from "./columns.ts";
import { daysOf } from "./when.ts";

const found = new WeakMap<Known, ReadonlyMap<string, string>>();

/**
 * Sessions that an event tells of as well: the round of talks that is its forum's session of the same days. Answers the ids of events
 * by those of sessions. Leaders meet at a summit for more than one reason; theirs stands for itself.
 */
export function twinsOf(
  { marks, lanes }: TimelineColumns,
  known: Known,
): ReadonlyMap<string, string> {
  const before = found.get(known);
  if (before) return before;
  const sessions = new Map<string, string>();
  const keyOf = (row: number, lane: number) => {
    const days = daysOf(marks, row);
    return `${lane} ${days?.first} ${days?.last}`;
  };
  const forumsOf = (row: number) =>
    (marks.lanes[row] ?? []).filter((lane) => lanes[lane]?.kind === "FORUM");
  for (const row of known.marks) {
    if (marks.of[row] !== "SESSION" || marks.level[row] === "LEADERS" || !daysOf(marks, row))
      continue;
    for (const lane of forumsOf(row)) sessions.set(keyOf(row, lane), idOfMark(marks, row));
  }
  const twins = new Map<string, string>();
  for (const row of known.marks) {
    if (marks.of[row] === "SESSION") continue;
    for (const lane of forumsOf(row)) {
      const session = sessions.get(keyOf(row, lane));
      if (session !== undefined && !twins.has(session)) twins.set(session, idOfMark(marks, row));
    }
  }
  found.set(known, twins);
  return twins;
}
