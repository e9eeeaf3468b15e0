import { expect, test } from "vitest";
import type { Entity, Payload } from "./outcome.ts";
import { agreementPreview, type Before, savedWords } from "./preview.ts";

const when = (edtf: string, text: string) => ({ edtf, text });
const before: Before = {
  status: "SIGNED",
  rivals: 0,
  when: when("2025-01-17", "17 January 2025"),
  ratified: 1,
  mustRatify: 2,
  shownBy: ["Russia", "Iran"],
  events: 2,
  following: null,
};
const entity: Entity = {
  id: "i",
  slug: "s",
  shortTitle: "The treaty",
  version: 15,
  status: "RATIFIED",
  disputed: false,
  when: when("2025-05-21", "21 May 2025"),
  ratified: 2,
  mustRatify: 2,
  rivalClaims: [],
};
const payload = (patch: Partial<Entity>): Payload & { entity: Entity } => ({
  entity: { ...entity, ...patch },
  report: { id: "r", knownOn: "2025-05-22", knownOnBasis: "SOURCE" },
  change: { id: "c", version: 15 },
  replayed: false,
  errors: [],
});

test("a move says what it makes of the agreement, from when it is known, and who sees it", () => {
  expect(agreementPreview(before, payload({}))).toEqual([
    "This makes the agreement ratified from 21 May 2025. It is signed now.",
    "Known from 22 May 2025, the day its source came out.",
    "Readers of 5 pages see it at once, its own, Russia’s, Iran’s and 2 events’. Open timelines show it within seconds.",
  ]);
});

test("a share of ratifications that grows is no move", () => {
  const [first] = agreementPreview(
    { ...before, ratified: 0 },
    payload({ status: "SIGNED", ratified: 1, when: before.when }),
  );
  expect(first).toBe("This makes it ratified by 1 of 2. Its status stays signed.");
});

test("a rival claim says which dates readers then see, and which of them is shown", () => {
  const inForce = {
    ...before,
    status: "IN_FORCE",
    ratified: 2,
    when: when("2025-10-02", "2 October 2025"),
  };
  const rival = (text: string, claimant: string, shown: boolean) => ({
    status: "IN_FORCE",
    claimant,
    shown,
    when: when("", text),
  });
  const disputed = {
    status: "IN_FORCE",
    when: inForce.when,
    disputed: true,
    rivalClaims: [
      rival("18 July 2025", "Ambassador Jalali", false),
      rival("2 October 2025", "Russian Foreign Ministry", true),
    ],
  };
  const [first, second] = agreementPreview(inForce, payload(disputed));
  expect(first).toBe(
    "The agreement stays in force from 2 October 2025. This adds a report to its history.",
  );
  expect(second).toBe(
    "Sources then disagree: readers see in force 18 July 2025 (Ambassador Jalali) and in force 2 October 2025 (Russian Foreign Ministry). 2 October 2025 is the date shown.",
  );
  const settled = { ...disputed, disputed: false, rivalClaims: [] };
  expect(agreementPreview({ ...inForce, rivals: 2 }, payload(settled))[1]).toBe(
    "Sources then agree.",
  );
  // What disagreed before is not told again.
  expect(agreementPreview({ ...inForce, rivals: 2 }, payload(disputed))[1]).toMatch(/^Known from/);
});

test("many parties are counted, not named", () => {
  const shownBy = ["A", "B", "C", "D"];
  expect(agreementPreview({ ...before, shownBy, events: 0 }, payload({})).at(-1)).toBe(
    "Readers of 5 pages see it at once, its own and 4 parties’. Open timelines show it within seconds.",
  );
});

test("what was saved is named with its state and version", () => {
  expect(savedWords({ ...entity, status: "IN_FORCE", version: 14 })).toBe(
    "The treaty: in force from 21 May 2025. Version 14.",
  );
  expect(savedWords({ ...entity, status: "SIGNED", ratified: 1 })).toBe(
    "The treaty: ratified by 1 of 2. Version 15.",
  );
  expect(savedWords({ ...entity, disputed: true })).toContain("; sources disagree.");
});

test("how many are told as they look is said only where it is known", () => {
  const last = (following: number | null) =>
    agreementPreview({ ...before, following }, payload({})).at(-1);
  expect(last(2)).toMatch(
    / 2 pages and copies follow the record right now, and are told within seconds\.$/,
  );
  expect(last(1)).toMatch(/ 1 page or copy follows the record right now/);
  expect(last(0)).toMatch(/ Nobody follows the record right now\.$/);
});
