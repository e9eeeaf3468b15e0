import fc from "fast-check";
import { expect, test } from "vitest";
import { founding } from "../gallery/founding.ts";
import { dayOf } from "./day.ts";
import { rowsOf } from "./rows.ts";
import { rowsBetween } from "./rowsbetween.ts";

test("rows of two days hold each fact once, and mark what the earlier did not know", () => {
  const days = fc.integer({ min: dayOf("2020-01-01"), max: dayOf("2026-06-01") });
  fc.assert(
    fc.property(days, days, (a, b) => {
      const [known, now] = [Math.min(a, b), Math.max(a, b)];
      const rows = rowsBetween(founding, known, now);
      const before = new Set(rowsOf(founding, known).map(({ key }) => key));
      const after = rowsOf(founding, now).map(({ key }) => key);
      expect(rows.map(({ key }) => key).sort()).toEqual([...new Set([...before, ...after])].sort());
      for (const { key, since = false } of rows) expect(since).toBe(!before.has(key));
    }),
  );
});

test("a date that was not fixed says so", () => {
  const rows = rowsBetween(founding, dayOf("2024-12-05"), dayOf("2025-10-20"));
  expect(rows.filter(({ dateThen }) => dateThen === "not fixed").length).toBeGreaterThan(0);
  const same = rowsBetween(founding, dayOf("2025-10-20"), dayOf("2025-10-20"));
  expect(same.some(({ since, dateThen }) => since || dateThen !== undefined)).toBe(false);
});
