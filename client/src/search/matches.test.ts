import { describe, expect, it } from "vitest";
import type { SearchQuery } from "../app/operations.gen.ts";
import { matchesOf } from "./matches.ts";

type Edge = SearchQuery["search"]["edges"][number];

const edge = (
  kind: Edge["kind"],
  slug: string,
  node: Partial<Edge["node"]>,
  more?: Partial<Edge>,
) => ({ kind, slug, name: slug, matched: slug, when: null, node, ...more }) as Edge;
const matches = (...edges: Edge[]) =>
  matchesOf({ search: { pageInfo: { hasNextPage: false }, edges } });

describe("what the search box offers", () => {
  it("stands in groups, the group of the best first", () => {
    const found = matches(
      edge("EVENT", "visit", { __typename: "Event" }),
      edge("LEADER", "putin", { __typename: "Leader", country: { name: "Russia" } }),
      edge("EVENT", "call", { __typename: "Event" }),
    );
    expect(found.map(({ group, name }) => `${group} ${name}`)).toEqual([
      "Events visit",
      "Events call",
      "Leaders putin",
    ]);
    expect(found[2]?.aside).toBe("Russia");
  });

  it("leads to where each kind is at home", () => {
    const found = matches(
      edge("COUNTRY", "iran", { __typename: "Country", code: "IR" }),
      edge("SESSION", "brics-16", { __typename: "Session", forum: { slug: "brics" } }),
      edge("TOPIC", "trade", { __typename: "Topic" }),
      edge("STORY", "railway", { __typename: "Story" }),
      edge("SOURCE", "tass-1", { __typename: "Source" }),
    );
    expect(found.map(({ to }) => to)).toEqual([
      "/countries/IR",
      "/forums/brics#brics-16",
      "/explore?topic=trade",
      "/stories/railway",
      "/sources/tass-1",
    ]);
  });

  it("says the passage only where the name does not", () => {
    const treaty = { __typename: "Agreement", shortTitle: "The treaty" } as const;
    const [named, told] = matches(
      edge("AGREEMENT", "a", treaty, { name: "The long treaty", matched: "The long treaty" }),
      edge("AGREEMENT", "b", treaty, { name: "The long treaty", matched: "Hope to sign" }),
    );
    expect(named).toMatchObject({ name: "The treaty", passage: null });
    expect(told).toMatchObject({ name: "The treaty", passage: "Hope to sign" });
  });
});
