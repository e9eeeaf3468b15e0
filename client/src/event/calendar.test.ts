import fc from "fast-check";
import { expect, test } from "vitest";
import { isoOf } from "../when/day.ts";
import { type CalendarEntry, calendarOf } from "./calendar.ts";

const at = new Date("2025-10-20T14:06:07.089Z");
const visit: CalendarEntry = {
  uid: "event-visit@entente",
  title: "Pezeshkian visits Moscow; treaty signed",
  first: "2025-01-17",
  last: "2025-01-17",
  status: "CONFIRMED",
  place: "The Kremlin, Moscow",
  url: "https://example.org/events/visit?a=1,2;3",
  description: "Sources:\n1. Kremlin, official",
};
const unfolded = (file: string) => file.replaceAll("\r\n ", "").split("\r\n");

test("a day is a whole day with an exclusive end, its text escaped and its address as it is", () => {
  const lines = unfolded(calendarOf([visit], at));
  expect(lines).toContain("DTSTAMP:20251020T140607Z");
  expect(lines).toContain("DTSTART;VALUE=DATE:20250117");
  expect(lines).toContain("DTEND;VALUE=DATE:20250118");
  expect(lines).toContain("SUMMARY:Pezeshkian visits Moscow\\; treaty signed");
  expect(lines).toContain("LOCATION:The Kremlin\\, Moscow");
  expect(lines).toContain("URL:https://example.org/events/visit?a=1,2;3");
  expect(lines).toContain("DESCRIPTION:Sources:\\n1. Kremlin\\, official");
});

test("the end after the last day of a year is the first day of the next", () => {
  const file = calendarOf([{ ...visit, first: "2024-12-30", last: "2024-12-31" }], at);
  expect(file).toContain("DTEND;VALUE=DATE:20250101\r\n");
});

test("an entry that ends before it begins is refused", () => {
  expect(() => calendarOf([{ ...visit, last: "2025-01-16" }], at)).toThrow(RangeError);
});

const entry = fc
  .record({
    uid: fc.string({ minLength: 1 }),
    title: fc.string({ unit: "grapheme", maxLength: 300 }),
    place: fc.option(fc.string({ unit: "grapheme" }), { nil: undefined }),
    description: fc.option(fc.string({ unit: "binary", maxLength: 400 }), { nil: undefined }),
    status: fc.constantFrom("CONFIRMED" as const, "TENTATIVE" as const, "CANCELLED" as const),
    day: fc.integer({ min: -20_000, max: 40_000 }),
    more: fc.nat(900),
  })
  .map(({ day, more, ...rest }) => ({ ...rest, first: isoOf(day), last: isoOf(day + more) }));

test("no line is longer than 75 octets, and none but a folded one begins with a space", () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
      const file = calendarOf(entries, at);
      expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
      for (const line of file.split("\r\n"))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
      expect(file.match(/^BEGIN:VEVENT\r$/gm) ?? []).toHaveLength(entries.length);
    }),
  );
});

test("what was written is read back, whatever it holds", () => {
  fc.assert(
    fc.property(entry, (given) => {
      const line = unfolded(calendarOf([given], at)).find((one) => one.startsWith("SUMMARY:"));
      const read = (line ?? "")
        .slice("SUMMARY:".length)
        .replace(/\\(.)/g, (_, one) => (one === "n" ? "\n" : one));
      expect(read).toBe(given.title.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, ""));
    }),
  );
});
