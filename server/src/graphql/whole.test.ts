import { describe, expect, it } from "vitest";
import { cursorOf, INT, keyOf, TEXT } from "./page.ts";
import { pageOfWhole } from "./whole.ts";

const rows = [
  { id: "b", day: 2 },
  { id: "é", day: 1 },
  { id: "a", day: 2 },
  { id: "z", day: null },
];
const ORDER = { of: "rows", parts: [INT, TEXT] };
const PAGE = { order: ORDER, backward: false, after: null, before: null };
const key = (row: (typeof rows)[number]) => [row.day, row.id] as const;
const ids = (page: { nodes: { id: string }[] }) => page.nodes.map((row) => row.id);

describe("a page of a whole list", () => {
  it("orders by key, what has no value last", () => {
    expect(ids(pageOfWhole(rows, { ...PAGE, size: 10 }, key))).toEqual(["é", "a", "b", "z"]);
  });

  it("counts all and tells whether more follow", () => {
    const page = pageOfWhole(rows, { ...PAGE, size: 2 }, key);
    expect(page.totalCount).toBe(4);
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(ids(page)).toEqual(["é", "a"]);
  });

  it("goes on behind its own cursor, whether or not that row is still there", () => {
    const after = keyOf(cursorOf([2, "aa"], ORDER), ORDER);
    const page = pageOfWhole(rows, { ...PAGE, size: 2, after }, key);
    expect(ids(page)).toEqual(["b", "z"]);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it("does not change the list it was given", () => {
    const given = [...rows];
    pageOfWhole(given, { ...PAGE, size: 1 }, key);
    expect(given).toEqual(rows);
  });
});
