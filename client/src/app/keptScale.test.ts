import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import { keptScale, keptScaleWithin } from "./keptScale.ts";

const KNOWN = dayOf("2024-12-05");
const USUAL = { from: dayOf("2024-06-01"), to: dayOf("2026-04-01") };

test("a comparison keeps the scale where the names would go, with room for what came after", () => {
  const kept = keptScale(USUAL, KNOWN, 1206);
  if (!kept) throw new Error("The window was kept.");
  const scale = (span: typeof USUAL, width: number) => width / (span.to - span.from);
  expect(scale(kept, 1206 - 464)).toBeCloseTo(scale(USUAL, 1206), 1);
  expect(kept.from).toBeLessThan(KNOWN);
  expect(KNOWN - kept.from).toBeLessThan(kept.to - KNOWN);
});

test("it keeps the window where the names stay, or were not there", () => {
  const month = { from: dayOf("2024-11-15"), to: dayOf("2025-01-15") };
  expect(keptScale(month, KNOWN, 1206)).toBeNull();
  const decade = { from: dayOf("2015-01-01"), to: dayOf("2026-01-01") };
  expect(keptScale(decade, KNOWN, 1206)).toBeNull();
  expect(keptScale(USUAL, KNOWN, 300)).toBeNull();
});

test("a link opens as one would have entered, with months wide enough for names", () => {
  expect(keptScaleWithin(USUAL, KNOWN, 1206 - 464)).toEqual(keptScale(USUAL, KNOWN, 1206));
  const narrow = keptScaleWithin(USUAL, KNOWN, 488);
  if (!narrow) throw new Error("The window was kept.");
  expect((488 / (narrow.to - narrow.from)) * 30.4).toBeGreaterThan(45);
});
