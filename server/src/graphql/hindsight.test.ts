import { describe, expect, it } from "vitest";
import type { Tx } from "../storage/storage.ts";
import { hindsight } from "./hindsight.ts";
import type { Selection } from "./selection.ts";

const rows = [
  { status: "HELD", uncertainty: "Dated 12 or 22 March." },
  { status: "EXPECTED", uncertainty: "Called official and state visit." },
];
const notes = (asOf: number | null, isOver?: (row: { status: string }) => boolean) =>
  hindsight("uncertainty", isOver).load?.(
    { tx: {} as Tx, asOf, today: 100 },
    rows,
    {},
    {} as Selection,
  );

describe("what was written with hindsight", () => {
  it("is in today's answer", () => {
    expect(notes(null)).toEqual(["Dated 12 or 22 March.", "Called official and state visit."]);
    expect(notes(100)).toEqual(notes(null));
  });

  it("is left out of an answer about the past", () => {
    expect(notes(99)).toEqual([null, null]);
  });

  it("may tell of what was over by then", () => {
    expect(notes(99, (row) => row.status === "HELD")).toEqual(["Dated 12 or 22 March.", null]);
  });
});
