import { describe, expect, it } from "vitest";
import { stepsKnown, summaryKnown } from "./known.ts";

const TODAY = 100;
const story = { summary: "Invited, scheduled, held." };
const invited = { knownOn: 10, text: "Invited." };
const scheduled = { knownOn: 20, text: "Scheduled." };
const held = { knownOn: null, text: "Held." };
const steps = [invited, scheduled, held];

describe("a story as of a day", () => {
  it("has the steps that tell nothing later", () => {
    expect(stepsKnown(steps, 15, TODAY)).toEqual([invited]);
    expect(stepsKnown(steps, 20, TODAY)).toEqual([invited, scheduled]);
    expect(stepsKnown(steps, null, TODAY)).toEqual(steps);
    expect(stepsKnown(steps, TODAY, TODAY)).toEqual(steps);
  });

  it("is summed up by its last step until all can be told", () => {
    expect(summaryKnown(story, steps, 15, TODAY)).toBe("Invited.");
    expect(summaryKnown(story, steps, TODAY, TODAY)).toBe("Invited, scheduled, held.");
    expect(summaryKnown(story, steps, null, TODAY)).toBe("Invited, scheduled, held.");
  });

  it("is not there before its first step", () => {
    expect(summaryKnown(story, steps, 9, TODAY)).toBeNull();
  });
});
