import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, endsOf, lasts } from "./dates.ts";
import { json, written } from "./html.ts";
import { listed, sentence } from "./sentence.ts";

const site = { origin: "https://entente.example", asOf: null, today: "2026-01-05", said: [] };
const letters = fc.string({
  unit: fc.oneof(
    fc.constantFrom(..."</script><!-- -->&\"'\u2028\u2029]]>$&\\"),
    fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
  ),
});

test("JSON in a page means what it did, and holds nothing that HTML would take for its own", () => {
  fc.assert(
    fc.property(letters, letters, (key, text) => {
      const made = json({ [`x${key}`]: [text] });
      expect(made).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(made)).toEqual({ [`x${key}`]: [text] });
    }),
  );
  expect(json({ a: null, b: [], c: { d: null }, e: 0, f: "" })).toBe('{"c":{},"e":0,"f":""}');
});

test("no title or description ends its element", () => {
  fc.assert(
    fc.property(letters, letters, (title, description) => {
      const told = { title, description, path: "/", type: "website", linked: null } as const;
      const { title: element, head } = written({ ...told, files: [] }, site);
      expect(element).toMatch(/^<title>[^<>"]*<\/title>$/);
      for (const line of head.split("\n    <").slice(1))
        expect(line.replaceAll("\n", " ")).toMatch(/^(meta|link) data-told( [a-z]+="[^"<>]*")+>$/);
    }),
  );
});

test.each([
  ["2025-01-17", "2025-01-17", null],
  ["2025-01", "2025-01", null],
  ["2025", "2025", null],
  ["2024-10-22/2024-10-24", "2024-10-22", "2024-10-24"],
  ["2024-12-05/..", "2024-12-05", null],
  ["../2025-01-19", null, "2025-01-19"],
  ["2025-01~", null, null],
  ["2025-01-17?", null, null],
  ["202X", null, null],
  ["2025-01-XX", null, null],
])("a date %s begins %s and ends %s, when it is fixed", (edtf, from, to) => {
  expect(endsOf({ edtf, fixed: true })).toEqual({ from, to });
  expect(endsOf({ edtf, fixed: false })).toEqual({ from: null, to: null });
  expect(dateOf(edtf)).toBe(edtf.includes("/") ? null : from);
});

test("a time lasts from the first day it allows to the last, and where it is open", () => {
  const term = { from: "2024-07-28", to: "2028-08" };
  const days = ["2024-07-27", "2024-07-28", "2028-08-31", "2028-09-01"];
  expect(days.map((day) => lasts(term, day))).toEqual([false, true, true, false]);
  expect(lasts({ from: null, to: null }, "1990-01-01")).toBe(true);
});

test("a description is one sentence, of its day, with not too many names", () => {
  expect(sentence("visit, held", site)).toBe("Visit, held.");
  expect(sentence("visit, held", { asOf: "2024-12-05" })).toBe(
    "As known on 5 December 2024: visit, held.",
  );
  expect(sentence("word ".repeat(100), site).length).toBeLessThanOrEqual(301);
  expect(listed(["A", "B", "A"])).toBe("A and B");
  expect(listed([..."ABCDEF"])).toBe("A, B, C, D, E and F");
  expect(listed([..."ABCDEFG"])).toBe("A, B, C, D, E and 2 more");
  expect(listed([])).toBe("");
});
