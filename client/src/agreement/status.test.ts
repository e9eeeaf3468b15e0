import { expect, test } from "vitest";
import { lookOf, standingDeed, standingWords } from "./status.ts";

test("signed and ratified by some parties is a look and a word of its own", () => {
  const standing = { status: "SIGNED", ratified: 1, mustRatify: 6 } as const;
  expect(lookOf(standing)).toBe("partly");
  expect(standingWords(standing)).toBe("Ratified by 1 of 6");
  expect(standingDeed(standing)).toBe("was ratified by 1 of 6");
});

test("signed and ratified by nobody is signed", () => {
  expect(lookOf({ status: "SIGNED", ratified: 0, mustRatify: 2 })).toBe("signed");
});

test("the four endings share a drawing and keep their words", () => {
  const ends = (["EXPIRED", "TERMINATED", "SUPERSEDED", "ABANDONED"] as const).map((status) => ({
    status,
    ratified: 0,
    mustRatify: 0,
  }));
  expect(new Set(ends.map(lookOf))).toEqual(new Set(["ended"]));
  expect(ends.map(standingWords)).toEqual(["Expired", "Terminated", "Replaced", "Abandoned"]);
});
