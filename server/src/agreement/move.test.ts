import { expect, test } from "vitest";
import { accepts, isEnded, legalMoves, refuseMove, transitionsFrom, whyNot } from "./move.ts";
import type { AgreementStatus, Circumstances } from "./status.ts";
import { AGREEMENT_MACHINE } from "./status.ts";
import { AGREEMENT_STATUSES } from "./values.ts";

const TREATY: Circumstances = {
  binding: "LEGAL",
  requiresRatification: true,
  ratified: 1,
  mustRatify: 2,
};
const PLAN: Circumstances = {
  binding: "POLITICAL",
  requiresRatification: false,
  ratified: 0,
  mustRatify: 0,
};

test("the machine defines every status of the contract, in its order", () => {
  expect(AGREEMENT_MACHINE.statuses.map(({ status }) => status)).toEqual(AGREEMENT_STATUSES);
});

test.each<[AgreementStatus, AgreementStatus[]]>([
  ["PROPOSED", ["NEGOTIATING", "AGREED", "SIGNED", "ABANDONED"]],
  ["NEGOTIATING", ["AGREED", "SIGNED", "ABANDONED"]],
  ["AGREED", ["SIGNED", "ABANDONED"]],
  [
    "SIGNED",
    ["PROVISIONALLY_APPLIED", "IN_FORCE", "EXPIRED", "TERMINATED", "SUPERSEDED", "ABANDONED"],
  ],
  [
    "RATIFIED",
    ["PROVISIONALLY_APPLIED", "IN_FORCE", "EXPIRED", "TERMINATED", "SUPERSEDED", "ABANDONED"],
  ],
  ["PROVISIONALLY_APPLIED", ["IN_FORCE", "SUSPENDED", "EXPIRED", "TERMINATED", "SUPERSEDED"]],
  ["IN_FORCE", ["SUSPENDED", "EXPIRED", "TERMINATED", "SUPERSEDED"]],
  ["SUSPENDED", ["IN_FORCE", "EXPIRED", "TERMINATED", "SUPERSEDED"]],
  ["EXPIRED", []],
  ["TERMINATED", []],
  ["SUPERSEDED", []],
  ["ABANDONED", []],
])("from %s a treaty that one of two ratified may become %j", (from, to) => {
  expect(legalMoves(from, TREATY)).toEqual(to);
});

test("no move goes back, but for what was suspended, or applied before it was ratified", () => {
  const back = AGREEMENT_MACHINE.statuses.flatMap(({ status, next }) =>
    next
      .filter((to) => AGREEMENT_STATUSES.indexOf(to) < AGREEMENT_STATUSES.indexOf(status))
      .map((to) => `${status} → ${to}`),
  );
  expect(back).toEqual(["PROVISIONALLY_APPLIED → RATIFIED", "SUSPENDED → IN_FORCE"]);
});

test("nothing follows an ended agreement, and something follows every other", () => {
  for (const { status, next } of AGREEMENT_MACHINE.statuses) {
    expect(next.length === 0).toBe(isEnded(status));
  }
});

test("ratified means by every party that must", () => {
  expect(legalMoves("SIGNED", { ...TREATY, ratified: 2 })).toContain("RATIFIED");
  expect(whyNot("SIGNED", "RATIFIED", TREATY)).toBe(
    "Ratified means by every party that must, and 1 of 2 have. Report the step of the party that ratified instead.",
  );
});

test("what needs no ratification is not ratified", () => {
  expect(legalMoves("SIGNED", PLAN)).not.toContain("RATIFIED");
  expect(legalMoves("PROVISIONALLY_APPLIED", PLAN)).not.toContain("RATIFIED");
  expect(refuseMove("SIGNED", "RATIFIED", PLAN)).toMatchObject({
    code: "ILLEGAL_TRANSITION",
    message: expect.stringMatching(/needs no ratification.*Report its entry into force/),
    facts: { currentStatus: "SIGNED", legal: legalMoves("SIGNED", PLAN) },
  });
});

test("a text that binds in law is signed before it is in force; a plan of action need not be", () => {
  expect(legalMoves("AGREED", PLAN)).toContain("IN_FORCE");
  expect(whyNot("AGREED", "IN_FORCE", TREATY)).toMatch(/before it is signed/);
});

test("what takes effect by signature can be suspended from then on", () => {
  expect(legalMoves("SIGNED", PLAN)).toContain("SUSPENDED");
  expect(whyNot("SIGNED", "SUSPENDED", TREATY)).toMatch(/no effect to suspend/);
});

test("an agreement of which nothing is known may begin anywhere", () => {
  for (const status of AGREEMENT_STATUSES) expect(whyNot(null, status, TREATY)).toBeNull();
});

test("another claim of the same status is in order, and no move", () => {
  for (const status of AGREEMENT_STATUSES) expect(accepts(status, status, TREATY)).toBe(true);
  expect(whyNot("IN_FORCE", "IN_FORCE")).toBe("It is in force already.");
});

test.each<[AgreementStatus, AgreementStatus, string]>([
  [
    "IN_FORCE",
    "NEGOTIATING",
    "An agreement in force can't go back to negotiating. From here it can be suspended or ended.",
  ],
  [
    "IN_FORCE",
    "SIGNED",
    "An agreement in force can't go back to being signed. From here it can be suspended or ended.",
  ],
  [
    "IN_FORCE",
    "ABANDONED",
    "An agreement in force can't be given up. From here it can be suspended, left to expire, terminated or superseded.",
  ],
  [
    "NEGOTIATING",
    "IN_FORCE",
    "An agreement under negotiation can't be brought into force. From here it can be agreed, signed or ended.",
  ],
  [
    "SUSPENDED",
    "RATIFIED",
    "A suspended agreement can't go back to being ratified. From here it can be brought into force or ended.",
  ],
  [
    "TERMINATED",
    "IN_FORCE",
    "A terminated agreement can't be brought into force. Nothing follows. If the record is wrong, retract its report instead.",
  ],
])("from %s to %s is refused in plain words", (from, to, message) => {
  expect(refuseMove(from, to, TREATY)).toMatchObject({
    code: "ILLEGAL_TRANSITION",
    message,
    facts: { currentStatus: from, legal: legalMoves(from, TREATY) },
  });
});

test("a form sees every status, with the reason where it is closed", () => {
  const seen = transitionsFrom("IN_FORCE", TREATY);
  expect(seen.map(({ to }) => to)).toEqual(AGREEMENT_STATUSES);
  for (const { legal, reason } of seen) expect(reason === null).toBe(legal);
});

test("every refusal is made of whole sentences", () => {
  for (const from of AGREEMENT_STATUSES) {
    for (const { reason } of transitionsFrom(from, TREATY)) {
      if (reason !== null) expect(reason).toMatch(/^[A-Z].*\.$/);
    }
  }
});
