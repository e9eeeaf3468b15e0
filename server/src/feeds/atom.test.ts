import fc from "fast-check";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { xml } from "./atom.ts";

const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false });

describe("text in a feed", () => {
  it("makes well-formed XML of whatever it is, in text and in attributes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(XMLValidator.validate(`<a b="${xml(text)}">${xml(text)}</a>`)).toBe(true);
      }),
    );
  });

  it("is read back as it was", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab<>&\"'; üپ") }), (text) => {
        const read = parser.parse(`<a b="${xml(text)}">${xml(text)}.</a>`);
        expect([read.a["@_b"] ?? "", read.a["#text"]]).toEqual([text, `${text}.`]);
      }),
    );
  });

  it("has nothing that XML cannot hold", () => {
    expect(xml("a\u0000b\u001f\ud800c\uffff\td\n")).toBe("abc\td\n");
  });
});
