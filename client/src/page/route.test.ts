import { expect, test } from "vitest";
import { carrying } from "./route.ts";

test("a link keeps the day of knowledge of the page it stands on", () => {
  expect(carrying("/leaders/x", "/explore?known=2024-12-05&from=2024-01-01")).toBe(
    "/leaders/x?known=2024-12-05",
  );
  expect(carrying("/leaders/x", "/explore")).toBe("/leaders/x");
});

test("a link that names a day of its own keeps that one", () => {
  expect(carrying("/explore?known=2025-01-18#top", "/?known=2024-12-05")).toBe(
    "/explore?known=2025-01-18#top",
  );
});

test("lanes stay readable in an address", () => {
  expect(carrying("/explore?lanes=RU,IR;brics", "/?known=2024-12-05")).toBe(
    "/explore?lanes=RU,IR;brics&known=2024-12-05",
  );
});
