import fc from "fast-check";
import { expect, test } from "vitest";
import { differenceOf, type Fields, partNamed } from "./fields.ts";
import { takenOut } from "./joined.ts";

const list = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { maxLength: 3 });
const word = fc.constantFrom(null, "x", "y");
const person = fc.constantFrom("putin", "xi", "raisi", "modi");

const event = (topics: string[], summary: string | null, people: string[]): Fields => ({
  topics,
  summary,
  summaryKnownOn: summary === null ? null : "2025-01-01",
  ...Object.assign(
    {},
    ...people.map((leader, place) => partNamed("participants", String(place), { leader })),
  ),
});
const people = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) =>
    name.startsWith("participants.") ? value : [],
  );
const some = fc.uniqueArray(person, { minLength: 1, maxLength: 3 });

test("what nobody edited is again as it was", () => {
  fc.assert(
    fc.property(list, word, some, list, some, (topics, summary, whom, more, others) => {
      const before = event(topics, summary, whom);
      const after = event([...new Set([...topics, ...more])].sort(), summary ?? "z", [
        ...new Set([...whom, ...others]),
      ]);
      expect(takenOut(after, differenceOf(before, after))).toEqual(before);
    }),
  );
});

test("what was edited stays, and of the rest nothing that came does", () => {
  const before = event(["a"], null, ["putin"]);
  const after = event(["a", "b", "c"], "z", ["putin", "xi", "raisi"]);
  const joined = differenceOf(before, after);
  const now = { ...event(["a", "c", "d"], "z", ["modi", "raisi", "putin"]), title: "New" };
  expect(takenOut(now, joined)).toEqual({
    ...event(["a", "d"], null, ["modi", "putin"]),
    title: "New",
  });
  // A new summary keeps the day on which it was known, be it the same.
  const said = { ...after, summary: "New" };
  expect(takenOut(said, joined)).toEqual({
    ...before,
    summary: "New",
    summaryKnownOn: "2025-01-01",
  });
});

test("a part that says something else now stays, and so does the last", () => {
  const link = (relation: string) =>
    partNamed("agreements", "treaty", { agreement: "treaty", relation });
  const joined = { before: {}, after: link("DISCUSSED") };
  expect(takenOut({ title: "A", ...link("DISCUSSED") }, joined)).toEqual({ title: "A" });
  expect(takenOut(link("SIGNED"), joined)).toEqual(link("SIGNED"));
  const came = differenceOf(event([], null, ["putin"]), event([], null, ["putin", "xi"]));
  expect(people(takenOut(event([], null, ["xi"]), came))).toEqual(["xi"]);
});
