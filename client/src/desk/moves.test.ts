import { expect, test } from "vitest";
import { isEarlier, movesOf } from "./moves.ts";

const STATUSES = [
  ["PROPOSED", "NEGOTIATING", "AGREED", "SIGNED", "RATIFIED", "PROVISIONALLY_APPLIED"],
  ["IN_FORCE", "SUSPENDED", "EXPIRED", "TERMINATED", "SUPERSEDED", "ABANDONED"],
].flat() as Parameters<typeof movesOf>[0]["status"][];
const when = (edtf: string | null) => ({ edtf, text: "", earliest: null, latest: null });
const stage = (status: (typeof STATUSES)[number], edtf: string | null) => ({
  status,
  ratified: 0,
  mustRatify: 2,
  when: when(edtf),
  report: { id: "r", knownOn: "2025-01-17" },
});
const inForce = {
  status: "IN_FORCE" as const,
  ratified: 2,
  mustRatify: 2,
  stages: [stage("NEGOTIATING", null), stage("SIGNED", "2025-01-17"), stage("IN_FORCE", "2025-10")],
  allowedTransitions: STATUSES.map((to) => {
    const legal = ["SUSPENDED", "EXPIRED", "TERMINATED", "SUPERSEDED"].includes(to);
    return { to, legal, reason: legal ? null : "No." };
  }),
};

test("what is open comes first, each part in the usual order, and nothing is left out", () => {
  const moves = movesOf(inForce);
  expect(moves.slice(0, 4).map(({ to }) => to)).toEqual([
    "SUSPENDED",
    "EXPIRED",
    "TERMINATED",
    "SUPERSEDED",
  ]);
  expect(moves.slice(4).map(({ to }) => to)).toEqual(
    STATUSES.filter((to) => !moves.slice(0, 4).some((one) => one.to === to)),
  );
});

test("beside what is not open stands why", () => {
  const aside = Object.fromEntries(movesOf(inForce).map(({ to, aside }) => [to, aside]));
  expect(aside).toMatchObject({
    SUSPENDED: "",
    IN_FORCE: "current status",
    SIGNED: "already passed, 17 Jan 2025",
    NEGOTIATING: "already passed",
    PROPOSED: "before where it stands",
    ABANDONED: "not from here",
  });
  const signed = { ...inForce, status: "SIGNED" as const, ratified: 1 };
  expect(movesOf(signed).find(({ to }) => to === "RATIFIED")?.aside).toBe("1 of 2 have");
});

test("what comes before the present status and is not open is a step of the way so far", () => {
  expect(isEarlier(inForce, "RATIFIED")).toBe(true);
  expect(isEarlier(inForce, "IN_FORCE")).toBe(false);
  expect(isEarlier(inForce, "SUSPENDED")).toBe(false);
  expect(isEarlier(inForce, null)).toBe(false);
});
