import { describe, expect, it } from "vitest";
import { mergeInput, mergePreview, mergeRows } from "./merging.ts";
import { THINGS } from "./things.ts";

const person = (name: string, version: number, died: string | null = null) => ({
  ...{ id: `id of ${name}`, called: name, name, version, died },
  ...{ alsoKnownAs: [], country: { code: "IR", name: "Iran" }, born: null, remark: null },
});
const STAYS = person("Abbas Araghchi", 4);
const GOES = person("Abbas Araghchy", 2, "2026");
const payload = (moved: string[]) => ({
  ...{ entity: null, replayed: false, errors: [] },
  change: { id: "1", version: 3, after: JSON.stringify({ mergedInto: "a", moved }) },
});

describe("two records of one person", () => {
  it("stand side by side, what neither says left out, and what differs marked", () => {
    expect(mergeRows(THINGS.leader.fields, STAYS, GOES)).toEqual([
      { name: "Name", theirs: "Abbas Araghchi", mine: "Abbas Araghchy", differs: true },
      { name: "Country", theirs: "Iran", mine: "Iran", differs: false },
      { name: "Died", theirs: "Nothing", mine: "2026", differs: true },
    ]);
  });

  it("are merged at the versions that were looked at", () => {
    expect(mergeInput("leader", STAYS, GOES, " ")).toEqual({
      action: "mergeLeaders",
      input: {
        ...{ fromId: GOES.id, intoId: STAYS.id, expectedFromVersion: 2, expectedVersion: 4 },
        note: "Abbas Araghchy and Abbas Araghchi are one.",
      },
    });
  });

  it("tell what goes with the one, by the rows of the log", () => {
    const moved = [
      ["term", "leaderId", "t1"],
      ["eventParticipant", "leaderId", "e1", 0],
      ["eventParticipant", "leaderId", "e2", 1],
      ["someThing", "leaderId", "x"],
    ].map((each) => JSON.stringify(each));
    const [first, second] = mergePreview(STAYS, GOES, payload(moved));
    expect(first).toBe(
      "“Abbas Araghchy” becomes part of “Abbas Araghchi”, and its address leads there.",
    );
    expect(second).toBe("With it go 1 time in office, 2 parts in events and 1 some thing.");
    const rests = ["fact", "factSource"].map((table) => JSON.stringify([table, "sourceId", "f"]));
    expect(mergePreview(STAYS, GOES, payload(rests))[1]).toBe("With it goes 1 fact.");
    const reported = { ...GOES, reported: { totalCount: 2 } };
    expect(mergePreview(STAYS, reported, payload([]))[1]).toBe("With it go 2 reports.");
    expect(mergePreview(STAYS, GOES, payload([]))[1]).toBe("Nothing else names it.");
  });

  it("tell what both have, which stands once", () => {
    const moved = [
      ["term", "leaderId", "t1"],
      { table: "eventParticipant", row: { eventId: "e1", position: 2 } },
    ].map((each) => JSON.stringify(each));
    expect(mergePreview(STAYS, GOES, payload(moved)).slice(1)).toEqual([
      "With it goes 1 time in office.",
      "Both have 1 part in an event: what is the same stands once.",
      "Undone, they are two again.",
    ]);
    expect(mergePreview(STAYS, GOES, payload(moved.slice(1)))[1]).toMatch(/^Both have/);
  });
});
