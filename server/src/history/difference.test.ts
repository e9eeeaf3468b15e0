import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencesOf, type NameOf } from "./difference.ts";

const nameOf: NameOf = (kind, slug) => (slug === "moscow" ? `Moscow (${kind})` : null);
const told = (before: unknown, after: unknown) =>
  differencesOf(before, after, nameOf).map(
    (each) => `${each.field}: ${each.before} → ${each.after}`,
  );

describe("what differs between before and after", () => {
  it("is told of an agreement in the words that people use", () => {
    const before = {
      status: "SIGNED",
      when: "2025-01-17",
      disputed: false,
      ratified: 1,
      version: 3,
    };
    const after = {
      status: "IN_FORCE",
      when: "2025-07-18~",
      disputed: true,
      ratified: 2,
      version: 4,
    };
    expect(told(before, after)).toEqual([
      "status: signed → in force",
      "date: 17 January 2025 → about 18 July 2025",
      "sources disagree: no → yes",
      "parties that ratified: 1 → 2",
    ]);
  });

  it("is told of a visit with its place by name, and of a date with whether it is fixed", () => {
    const before = { status: "EXPECTED", when: "../2025-01-19", fixed: false, placeId: null };
    const after = { status: "SCHEDULED", when: "2025-01-17", fixed: true, placeId: "moscow" };
    expect(told(before, after)).toEqual([
      "status: planned, date not fixed → planned, date fixed",
      "date: until 19 January 2025, date not fixed → 17 January 2025",
      "place: null → Moscow (place)",
    ]);
    expect(told(before, { ...before, when: null })).toEqual([
      "date: until 19 January 2025, date not fixed → not fixed",
    ]);
  });

  it("is told of a part in the words of its last name: dates written out, things by their names", () => {
    const before = { "terms.a.to": null, "sessions.b.place": null };
    const after = { "terms.a.to": "2025-01-17", "sessions.b.place": "moscow" };
    expect(told(before, after)).toEqual([
      "terms.a.to: null → 17 January 2025",
      "sessions.b.place: null → Moscow (place)",
    ]);
  });

  it("lists what something new has, and not what it lacks", () => {
    const after = {
      status: "HELD",
      when: "2025-01-17",
      fixed: true,
      disputed: false,
      placeId: null,
      version: 1,
    };
    expect(told(null, after)).toEqual(["status: null → held", "date: null → 17 January 2025"]);
    expect(told(null, null)).toEqual([]);
  });

  it("goes into what has fields of its own, and into lists", () => {
    const before = {
      alsoKnownAs: ["A", "B"],
      code: "IR",
      offices: [{ title: "President", fromEdtf: "2024-07-28", toEdtf: null, fromDay: 19932 }],
      names: { en: "Iran", fa: "ایران" },
      capitalId: "tehran",
      sourceIds: ["moscow", "x"],
      died: null,
    };
    const after = {
      ...before,
      alsoKnownAs: ["A"],
      code: "IQ",
      offices: [
        { title: "President", fromEdtf: "2024-07-28", toEdtf: "2028", fromDay: 19932, toDay: 1 },
      ],
      names: { en: "Iran", fa: "عراق" },
      capitalId: { type: "place", id: "moscow" },
      sourceIds: ["x"],
      died: "2024-05",
    };
    expect(told(before, after)).toEqual([
      "also known as: A; B → A",
      "code: IR → IQ",
      "offices: title President, from 28 July 2024 → title President, from 28 July 2024, to 2028",
      "names fa: ایران → عراق",
      "capital: tehran → Moscow (place)",
      "sources: Moscow (source); x → x",
      "died: null → May 2024",
    ]);
  });

  it("is told of what became part of another by where it went, and by nothing that it took along", () => {
    const before = { shortName: "Moscow talks", founded: "2017" };
    const after = { mergedInto: "moscow", moved: ['["membership","forumId","a"]'] };
    const own = (type: string | null) =>
      differencesOf(before, after, nameOf, type).flatMap(Object.values);
    expect(own("Forum")).toEqual(["merged into", "Moscow talks", "Moscow (forum)"]);
    expect(own(null)).toEqual(["merged into", "Moscow talks", "moscow"]);
    expect(told(null, { ...before, moved: true })).toContain("founded: null → 2017");
  });

  it("is nothing between equals, each way round otherwise, and never fails, whatever was logged", () => {
    const fields = fc.dictionary(
      fc.constantFrom("when", "fixed", "placeId", "status", "list", "version", "fromEdtf", "x"),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom("2025-01", "moscow", "HELD")),
    );
    fc.assert(
      fc.property(fields, fields, (a, b) => {
        expect(told(a, a)).toEqual([]);
        const there = differencesOf(a, b, nameOf);
        for (const { before, after } of there) expect(before).not.toBe(after);
        const back = differencesOf(b, a, nameOf);
        const turned = back.map(({ field, before, after }) => ({
          field,
          before: after,
          after: before,
        }));
        const byField = (x: { field: string }, y: { field: string }) =>
          x.field < y.field ? -1 : 1;
        expect(turned.toSorted(byField)).toEqual(there.toSorted(byField));
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });
});
