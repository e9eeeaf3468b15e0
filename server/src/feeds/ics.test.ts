import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { escaped, fold } from "./ics.ts";

describe("a line of a calendar", () => {
  const letters = fc.string({ unit: "grapheme-composite", maxLength: 300, size: "max" });

  it("has no more than 75 octets, breaks no character, and unfolds to what it was", () => {
    fc.assert(
      fc.property(letters, (text) => {
        const line = `SUMMARY:${escaped(text)}`;
        const folded = fold(line).split("\r\n");
        for (const each of folded) expect(Buffer.byteLength(each)).toBeLessThanOrEqual(75);
        expect(folded.map((each, at) => (at === 0 ? each : each.slice(1))).join("")).toBe(line);
      }),
    );
  });

  it("is read back by another program as the text it was written from", () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc ;,\\\n:"üپ'), minLength: 1 });
    fc.assert(
      fc.property(text, (said) => {
        const calendar = `BEGIN:VCALENDAR\r\n${fold(`SUMMARY:${escaped(said)}`)}\r\nEND:VCALENDAR\r\n`;
        expect(new ICAL.Component(ICAL.parse(calendar)).getFirstPropertyValue("summary")).toBe(
          said,
        );
      }),
    );
  });

  it("leaves out control characters, which nobody could read", () => {
    expect(escaped("a\u0000b\tc\r\nd")).toBe("abc\\nd");
  });
});
