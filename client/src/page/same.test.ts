import { expect, test } from "vitest";
import { same } from "./same.ts";

test("the order of fields and the revision of the record mean nothing; everything else does", () => {
  const answer = {
    event: { id: "1", when: { text: "17 January", fixed: true }, reports: [{ at: 1 }, { at: 2 }] },
    dataset: { revision: 4 },
  };
  const turned = {
    dataset: { revision: 9 },
    event: { reports: [{ at: 1 }, { at: 2 }], when: { fixed: true, text: "17 January" }, id: "1" },
  };
  expect(same(answer, turned)).toBe(true);
  expect(same([answer], [turned])).toBe(true);
  const { event } = answer;
  expect(same(answer, { event: { ...event, reports: [{ at: 2 }, { at: 1 }] } })).toBe(false);
  expect(same(answer, { event: { ...event, when: { text: "18 January", fixed: true } } })).toBe(
    false,
  );
  expect(same({ event: null }, { event })).toBe(false);
  expect(same({ event: { id: "1" } }, { event: { id: "1", note: null } })).toBe(false);
});
