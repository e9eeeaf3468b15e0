import { describe, expect, it } from "vitest";
import { aligned, distinct, grouped } from "./align.ts";

const rows = [
  { id: "b", of: "x" },
  { id: "a", of: "y" },
  { id: "c", of: "x" },
];

describe("one value for each thing asked about", () => {
  it("finds each row by its key, however often and in whatever order it is asked", () => {
    const found = aligned(["a", null, "gone", "a", "b"], rows, (row) => row.id);
    expect(found.map((row) => row?.id ?? null)).toEqual(["a", null, null, "a", "b"]);
  });

  it("groups rows and keeps their order", () => {
    const found = grouped(["x", "none", "y"], rows, (row) => row.of);
    expect(found.map((group) => group.map((row) => row.id))).toEqual([["b", "c"], [], ["a"]]);
  });

  it("asks for each key once", () => {
    expect(distinct(["a", null, "b", "a"])).toEqual(["a", "b"]);
  });
});
