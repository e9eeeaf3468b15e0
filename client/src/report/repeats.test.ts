import { expect, it } from "vitest";
import { repeats } from "./repeats.ts";

const line = "In force 20 October 2026, says Rosatom.";

it.each([
  ["In force 20 Oct 2026, says Rosatom.", true],
  ["In force 20 October 2026.", true],
  ["In force 21 Oct 2026, says Rosatom.", false],
  ["Announced by Rosatom.", false],
])("knows whether “%s” says nothing new", (note, expected) => {
  expect(repeats(note, line)).toBe(expected);
});
