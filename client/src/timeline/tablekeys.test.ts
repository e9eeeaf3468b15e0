import fc from "fast-check";
import { expect, test } from "vitest";
import { rowAfter } from "./tablekeys.ts";

const press = (key: string) => ({ key, ctrlKey: false, metaKey: false, altKey: false });

test("keys go from row to row, page to page and to the ends", () => {
  expect(rowAfter(press("ArrowDown"), 3, 10, 340)).toBe(4);
  expect(rowAfter(press("ArrowUp"), 3, 10, 340)).toBe(2);
  expect(rowAfter(press("PageDown"), 3, 100, 340)).toBe(10);
  expect(rowAfter(press("Home"), 3, 10, 340)).toBe(0);
  expect(rowAfter(press("End"), 3, 10, 340)).toBe(9);
});

test("no key leaves the table, other keys do nothing, and neither do those held with another", () => {
  const keys = fc.constantFrom("ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End");
  fc.assert(
    fc.property(keys, fc.nat(20), fc.nat(2_000), (key, at, height) => {
      const next = rowAfter(press(key), at, 21, height);
      expect(next).toBeGreaterThanOrEqual(0);
      expect(next).toBeLessThan(21);
      expect(rowAfter({ ...press(key), ctrlKey: true }, at, 21, height)).toBeNull();
    }),
  );
  expect(rowAfter(press("Enter"), 3, 10, 340)).toBeNull();
});
