import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import { spanOf } from "./span.ts";

const window = (from: string, to: string) => ({ from: dayOf(from), to: dayOf(to) });
const all = { first: dayOf("2015-07-14"), last: dayOf("2026-02-01") };

test("a window is a filter by what it leaves out", () => {
  expect(spanOf(window("2024-06-01", "2026-04-01"), all)).toBe("Since Jun 2024");
  expect(spanOf(window("2015-01-01", "2025-09-30"), all)).toBe("Until Sep 2025");
  expect(spanOf(window("2024-06-01", "2025-09-30"), all)).toBe("Jun 2024 to Sep 2025");
});

test("a window that holds everything is none", () => {
  expect(spanOf(window("2015-07-14", "2026-02-01"), all)).toBeNull();
  expect(spanOf(window("2024-06-01", "2026-04-01"), null)).toBeNull();
});
