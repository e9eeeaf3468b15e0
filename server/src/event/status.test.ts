import { expect, test } from "vitest";
import type { EventStatus } from "./status.ts";
import { accepts, EVENT_MACHINE, legalMoves, refuseMove, whyNot } from "./status.ts";
import { EVENT_STATUSES } from "./values.ts";

test("the machine defines every status of the contract once", () => {
  expect(EVENT_MACHINE.statuses.map(({ status }) => status).sort()).toEqual(
    [...EVENT_STATUSES].sort(),
  );
});

test.each<[EventStatus, EventStatus[]]>([
  ["EXPECTED", ["SCHEDULED", "HELD", "POSTPONED", "CANCELLED"]],
  ["SCHEDULED", ["SCHEDULED", "HELD", "POSTPONED", "CANCELLED"]],
  ["POSTPONED", ["EXPECTED", "SCHEDULED", "HELD", "CANCELLED"]],
  ["CANCELLED", ["EXPECTED", "SCHEDULED"]],
  ["HELD", []],
])("from %s an event may become %j", (from, to) => {
  expect(legalMoves(from)).toEqual(to);
});

test("an event of which nothing is known may begin anywhere", () => {
  for (const status of EVENT_STATUSES) expect(whyNot(null, status)).toBeNull();
});

test("more news of the same status is in order, and no move", () => {
  for (const status of EVENT_STATUSES) expect(accepts(status, status)).toBe(true);
  expect(whyNot("HELD", "HELD")).toBe("It is held already.");
});

test("a held event can't be un-held, and is told the way out", () => {
  const no = refuseMove("HELD", "SCHEDULED");
  expect(no).toMatchObject({
    code: "ILLEGAL_TRANSITION",
    facts: { currentStatus: "HELD", legal: [] },
    message:
      "An event that was held can't be scheduled. Nothing follows. If the record is wrong, retract its report instead.",
  });
});

test("a cancelled event can be revived, not held", () => {
  expect(refuseMove("CANCELLED", "SCHEDULED")).toBeNull();
  expect(whyNot("CANCELLED", "HELD")).toBe(
    "A cancelled event can't be held. From here it can be expected or scheduled.",
  );
});

test("a scheduled event has a date, and can't go back to having none", () => {
  expect(whyNot("SCHEDULED", "EXPECTED")).toBe(
    "A scheduled event can't be expected. From here it can be held, postponed or cancelled.",
  );
});
