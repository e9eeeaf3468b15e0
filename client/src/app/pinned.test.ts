import { describe, expect, it } from "vitest";
import { pinnedBy } from "./pinned.ts";

const visit = { __typename: "Event" as const, slug: "visit" };
const call = { __typename: "Event" as const, slug: "call" };
const treaty = { __typename: "Agreement" as const, slug: "treaty" };
const place = { __typename: "Place" as const };

describe("what is named first", () => {
  it("is what the featured story comes back to, and nothing that it only mentions", () => {
    const steps = [
      { about: [visit, place] },
      { about: [call, treaty, place] },
      { about: [treaty, visit] },
    ];
    expect([...pinnedBy([{ featured: true, steps }])].sort()).toEqual([
      "agreement:treaty",
      "event:visit",
    ]);
  });

  it("is nothing when no story is featured", () => {
    expect(
      pinnedBy([{ featured: false, steps: [{ about: [visit] }, { about: [visit] }] }]).size,
    ).toBe(0);
  });
});
