import { describe, expect, it } from "vitest";
import { pinnedBy } from "./pinned.ts";

const visit = { __typename: "Event" as const, slug: "visit" };
const call = { __typename: "Event" as const, slug: "call" };
const speech = { __typename: "Event" as const, slug: "speech" };
const treaty = { __typename: "Agreement" as const, slug: "treaty" };
const place = { __typename: "Place" as const };

describe("what is named first", () => {
  it("is what the featured story comes back to, and what a step is about first", () => {
    const steps = [
      { about: [visit, place] },
      { about: [treaty, call, speech, place] },
      { about: [treaty, visit] },
    ];
    expect([...pinnedBy([{ featured: true, steps }])].sort()).toEqual([
      "agreement:treaty",
      "event:call",
      "event:visit",
    ]);
  });

  it("stays few, however many steps there are", () => {
    const steps = Array.from({ length: 20 }, (_, index) => ({
      about: [{ __typename: "Event" as const, slug: `event-${index}` }],
    }));
    expect(pinnedBy([{ featured: true, steps }]).size).toBe(6);
  });

  it("is nothing when no story is featured", () => {
    expect(
      pinnedBy([{ featured: false, steps: [{ about: [visit] }, { about: [visit] }] }]).size,
    ).toBe(0);
  });
});
