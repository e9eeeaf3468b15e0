import fc from "fast-check";
import { expect, test } from "vitest";
import { anyReports, report } from "../../test/reports.ts";
import { parseWhen } from "../when/when.ts";
import { disagree, rivalsOf, shownOf } from "./claim.ts";
import type { Report } from "./report.ts";

const on = (edtf: string, detail: Partial<Report> = {}) =>
  report("2025-10-02", "IN_FORCE", { when: parseWhen(edtf), ...detail });

test("claims disagree when two of them can't both be right", () => {
  expect(disagree([on("2025-10-02"), on("2025-10"), on("2025")])).toBe(false);
  expect(disagree([on("2025-10-02"), on("2025"), on("2025-07-18~")])).toBe(true);
  expect(disagree([])).toBe(false);
});

test("the surest is shown; of equally sure ones a party's; then the one known last", () => {
  const certain = on("2025-10-02");
  const uncertain = on("2025-07-18", { confidence: "UNCERTAIN" });
  const printed = on("2025-08-01", { standing: "OUTLET" });
  const latest = on("2025-09-01");
  expect(shownOf([certain, uncertain], [])).toBe(certain);
  expect(shownOf([certain, printed], [])).toBe(certain);
  expect(shownOf([certain, latest], [])).toBe(latest);
});

test("of claims that agree the most exact is shown", () => {
  const day = on("2025-10-02");
  expect(shownOf([day, on("2025")], [])).toBe(day);
  expect(shownOf([day, on("2025-10-01/..")], [])).toBe(day);
});

test("what an editor prefers is shown, the latest such word first", () => {
  const [certain, uncertain] = [on("2025-10-02"), on("2025-07-18", { confidence: "UNCERTAIN" })];
  expect(shownOf([certain, uncertain], [uncertain.id])).toBe(uncertain);
  expect(shownOf([certain, uncertain], ["elsewhere", certain.id, uncertain.id])).toBe(certain);
});

test("exactly one rival is shown, and it is among the claims", () => {
  const some = anyReports(["HELD"]).map((all) => all.filter(({ act }) => act === "CLAIM"));
  fc.assert(
    fc.property(some, fc.array(fc.nat(12)), (claims, picks) => {
      fc.pre(claims.length > 0);
      const shown = shownOf(
        claims,
        picks.flatMap((pick) => claims[pick]?.id ?? []),
      );
      const rivals = rivalsOf(claims, shown);
      expect(rivals.filter((rival) => rival.shown).map((rival) => rival.reportId)).toEqual([
        shown.id,
      ]);
    }),
  );
});
