import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cell } from "./csv.ts";

const text = fc.string({ unit: fc.constantFrom(..."ab=+-@\t\r\n,;'\" üپ") });

describe("a cell", () => {
  it("is read back as it was by a reader of RFC 4180, but for the guard of a formula", () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const row = `first,${texts.map(cell).join(",")}\r\n`;
        const [[, ...read] = []] = parse(row, { record_delimiter: "\r\n" }) as string[][];
        expect(read.map((each, at) => (each === `'${texts[at]}` ? texts[at] : each))).toEqual(
          texts,
        );
      }),
    );
  });

  it("never begins like a formula", () => {
    fc.assert(fc.property(text, (each) => !/^"?\s*[=+\-@\t\r]/.test(cell(each))));
  });

  it.each([
    ["=1+1", "'=1+1"],
    ["+7 talks", "'+7 talks"],
    ["-", "'-"],
    ["@here", "'@here"],
    ["\tx", "'\tx"],
    ["  =HYPERLINK(1)", "'  =HYPERLINK(1)"],
    ['=A1,"b"', '"\'=A1,""b"""'],
    ["a-b", "a-b"],
    ["", ""],
  ])("of %j is %j", (value, written) => {
    expect(cell(value)).toBe(written);
  });

  it("leaves numbers as numbers, south of the equator too", () => {
    expect([-33.9, 0, true, false, null, undefined].map(cell)).toEqual([
      ...["-33.9", "0", "true", "false", "", ""],
    ]);
  });
});
