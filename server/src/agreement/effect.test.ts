import fc from "fast-check";
import { expect, test } from "vitest";
import { anyReports, report } from "../../test/reports.ts";
import { isBefore, parseWhen } from "../when/when.ts";
import { inOrderOfEffect } from "./effect.ts";
import { AGREEMENT_STATUSES } from "./values.ts";

const said = (status: string, edtf: string) =>
  report("2025-12-01", status, { when: parseWhen(edtf) });
const order = (...claims: ReturnType<typeof said>[]) =>
  inOrderOfEffect(claims).map(({ status, when }) => `${status} ${when.edtf}`);

test("days decide, whenever they became known", () => {
  expect(order(said("IN_FORCE", "2025-10-02"), said("SIGNED", "2025-01-17"))).toEqual([
    "SIGNED 2025-01-17",
    "IN_FORCE 2025-10-02",
  ]);
});

test("where a month or year leaves it open, the usual order of statuses decides", () => {
  const expected = ["SIGNED 2025", "IN_FORCE 2025-06-01"];
  expect(order(said("IN_FORCE", "2025-06-01"), said("SIGNED", "2025"))).toEqual(expected);
  expect(order(said("IN_FORCE", "2025"), said("SIGNED", "2025-06-01"))).toEqual([
    "SIGNED 2025-06-01",
    "IN_FORCE 2025",
  ]);
});

test("no claim is lost, and none comes before one that was surely earlier", () => {
  const claims = anyReports(AGREEMENT_STATUSES);
  fc.assert(
    fc.property(claims, (all) => {
      const ordered = inOrderOfEffect(all);
      expect(new Set(ordered)).toEqual(new Set(all));
      for (const [i, claim] of ordered.entries()) {
        expect(ordered.slice(i).some((later) => isBefore(later.when, claim.when))).toBe(false);
      }
    }),
  );
});
