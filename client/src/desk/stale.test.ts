import { expect, test } from "vitest";
import { choicesOf, firstChoice, rowsOf, savedBy } from "./stale.ts";

const theirs = { status: "In force", when: "2025-10-02", source: "Ministry", note: "Announced" };
const mine = { status: "In force", when: "2025-07-18", source: "Vedomosti", note: "Ambassador" };
const open = { version: 14, theirs, mine, closed: null, isEarlier: false, isClaim: true };

test("what readers see is marked where it differs, and only that", () => {
  expect(rowsOf(theirs, mine)).toEqual([
    { name: "Status", theirs: "In force", mine: "In force", differs: false },
    { name: "In effect from", theirs: "2 Oct 2025", mine: "18 Jul 2025", differs: true },
    { name: "Source", theirs: "Ministry", mine: "Vedomosti", differs: false },
    { name: "Note", theirs: "Announced", mine: "Ambassador", differs: false },
  ]);
  expect(rowsOf({ ...theirs, when: null }, mine)[1]?.theirs).toBe("Not fixed");
});

test("another date of the same status competes, and keeping both is chosen", () => {
  const choices = choicesOf(open);
  expect(choices.map(({ label }) => label)).toEqual([
    "Keep version 14, add mine as a competing claim",
    "Replace with mine",
    "Discard mine",
  ]);
  expect(firstChoice(choices)).toBe("add");
});

test("another status is added after theirs; the same date stands on both sources", () => {
  expect(choicesOf({ ...open, mine: { ...mine, status: "Suspended" } })[0]?.label).toBe(
    "Keep version 14, add mine after it",
  );
  expect(choicesOf({ ...open, mine: { ...mine, when: theirs.when } })[0]).toMatchObject({
    label: "Keep version 14, add mine after it",
    hint: "Both sources then stand behind it.",
  });
});

test("a step that theirs has gone past already is added on the way there", () => {
  const earlier = { ...open, mine: { ...mine, status: "Ratified" }, isEarlier: true };
  expect(choicesOf(earlier)[0]?.label).toBe("Keep version 14, add mine as an earlier step");
  expect(firstChoice(choicesOf(earlier))).toBe("add");
});

test("what is not open says why, and nothing is chosen in its place", () => {
  const choices = choicesOf({ ...open, closed: "It can’t go back.", isClaim: false });
  expect(choices.map(({ closed }) => closed !== null)).toEqual([true, true, false]);
  expect(firstChoice(choices)).toBe(null);
});

test("the warning says who saved what, and whether more came between", () => {
  expect(savedBy("editor B", 14, 13, "14:06")).toBe("Editor B saved version 14 at 14:06.");
  expect(savedBy(null, 14, 11, null)).toBe(
    "Another editor saved version 14. It is the latest of 3 since yours.",
  );
});
