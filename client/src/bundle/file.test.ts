import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answered } from "./answer.ts";
import { badOf, glance, kindOf, nameOfBad, textOf } from "./file.ts";

const row = (spot: Partial<Answered>, ...problems: string[]): Answered => ({
  ...{ line: null, path: null, type: null, slug: null, title: null },
  ...{ statusBefore: null, statusAfter: null, outcome: problems.length > 0 ? "BAD" : "NEW" },
  problems: problems.map((message) => ({ column: "status", message })),
  ...spot,
});

test("a file is what its name says, else what it begins with", () => {
  expect(kindOf("a.csv", "{}")).toBe("CSV");
  expect(kindOf("a.JSON", "event")).toBe("JSON");
  expect(kindOf("", ' \n{"events": []}')).toBe("JSON");
  expect(kindOf("", "event,status")).toBe("CSV");
});

test("a text is read as spreadsheets save it, or it is said how to save it", () => {
  const bytes = (...of: number[]) => new Uint8Array(of);
  expect(textOf(new TextEncoder().encode("Türkiye"))).toEqual({ text: "Türkiye" });
  expect(textOf(bytes(0xff, 0xfe, 0x41, 0))).toEqual({ text: "A" });
  expect(textOf(bytes(0xfe, 0xff, 0, 0x41))).toEqual({ text: "A" });
  expect(textOf(bytes(0x50, 0x4b, 3, 4))).toMatchObject({
    problem: expect.stringContaining("workbook"),
  });
  expect(textOf(bytes(0x54, 0xfc, 0x72))).toMatchObject({
    problem: expect.stringContaining("UTF-8"),
  });
});

test("a glance tells what is in it, and whether its rows name their sources", () => {
  expect(glance("CSV", "\ufeffevent;Status;Publisher\r\n;HELD;TASS\r\n")).toEqual({
    words: "CSV about events, 1 line.",
    isSourced: true,
  });
  expect(glance("CSV", "agreement,status\nx,SIGNED\ny,SIGNED")).toEqual({
    words: "CSV about agreements, 2 lines.",
    isSourced: false,
  });
  expect(glance("JSON", '{"events":[{"reports":[{"source":"x"}]}]}')).toEqual({
    words: "JSON bundle, 1 event.",
    isSourced: true,
  });
  expect(glance("JSON", "{")).toEqual({ words: "JSON bundle.", isSourced: false });
});

test("bad rows stand as they stood, quoted lines and all, behind what is wrong with them", () => {
  const text = 'event;title\n\na;"Two\nlines"\nb;B\n"c;c";"C ""x"""\n';
  const rows = [
    row({ line: 3 }, 'No "such".', "And more."),
    row({ line: 5 }),
    row({ line: 6 }, "No."),
  ];
  const bad = badOf("CSV", text, rows);
  expect(bad).toBe(
    'problem;event;title\n"status: No ""such"". status: And more.";a;"Two\nlines"\n"status: No.";"c;c";"C ""x"""\n',
  );
  // Given again and refused again, the new reason takes the place of the old one.
  const again = badOf("CSV", bad, [row({ line: 2 }, "Still."), row({ line: 4 })]);
  expect(again).toBe('problem;event;title\n"status: Still.";a;"Two\nlines"\n');
});

test("however many rows are bad, just those are in the file, in their order", () => {
  const cell = fc.stringMatching(/^[a-z" ]{1,8}$/).map((text) => `"${text.replaceAll('"', '""')}"`);
  const lines = fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lines, (given) => {
      const text = ["event,title", ...given.map(([cells]) => `x,${cells}`)].join("\r\n");
      const rows = given.map(([, isBad], place) =>
        row({ line: place + 2 }, ...(isBad ? ["No."] : [])),
      );
      const expected = given.flatMap(([cells, isBad]) =>
        isBad ? [`"status: No.",x,${cells}`] : [],
      );
      expect(badOf("CSV", text, rows)).toBe(`${["problem,event,title", ...expected].join("\n")}\n`);
    }),
  );
});

test("of a bundle, what has a bad report stays, with a list of what is wrong where it stands now", () => {
  const text = JSON.stringify({
    agreements: [{ agreement: "a" }],
    events: [{ event: "good" }, { event: "bad" }, { event: "worse" }],
  });
  const rows = [
    row({ path: "agreements[0].reports[0]" }),
    row({ path: "events[0].reports[0]" }),
    row({ path: "events[1].reports[0]" }),
    row({ path: "events[1].reports[1]" }, "No."),
    row({ path: "events[2]" }, "Never."),
  ];
  expect(JSON.parse(badOf("JSON", text, rows))).toEqual({
    problems: [
      { path: "events[0].reports[1]: status", message: "No." },
      { path: "events[1]: status", message: "Never." },
    ],
    events: [{ event: "bad" }, { event: "worse" }],
  });
  expect(nameOfBad("visits.csv", "CSV")).toBe("visits-to-mend.csv");
  expect(nameOfBad("visits-to-mend.csv", "CSV")).toBe("visits-to-mend.csv");
  expect(nameOfBad(null, "JSON")).toBe("import-to-mend.json");
});
