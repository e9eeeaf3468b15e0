import { expect, test } from "vitest";
import { AGREEMENT_STEPS, stepNamed } from "./step.ts";
import { AGREEMENT_STATUSES } from "./values.ts";

test("every step has a word and a sentence of its own", () => {
  const words = AGREEMENT_STEPS.map(({ step }) => step);
  expect(new Set(words).size).toBe(words.length);
  for (const { step, meaning } of AGREEMENT_STEPS) {
    expect(step).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
});

test("no step but a party's ratification is called like a status", () => {
  const statuses: readonly string[] = AGREEMENT_STATUSES;
  const shared = AGREEMENT_STEPS.filter(({ step }) => statuses.includes(step));
  expect(shared.map(({ step, byParty }) => [step, byParty])).toEqual([["RATIFIED", true]]);
});

test("a step is found by its word; another word is none", () => {
  expect(stepNamed("SIGNING_POSTPONED")?.enters).toBeNull();
  expect(stepNamed("TEXT_AGREED")?.enters).toBe("AGREED");
  expect(stepNamed("SIGNED")).toBeNull();
});
