import fc from "fast-check";
import { expect, test } from "vitest";
import { daysIn } from "./day.ts";
import type { Edtf, EdtfDate, EdtfEnd } from "./edtf.ts";
import { firstDay, lastDay, readEdtf, writeEdtf } from "./edtf.ts";

const pad = (number: number, width: number) => String(number).padStart(width, "0");
const anyMark = fc.constantFrom<EdtfDate["mark"]>("", "~", "?", "%");
const anyYear = fc.oneof(
  fc.integer({ min: 0, max: 9999 }).map((year) => pad(year, 4)),
  fc.integer({ min: 1, max: 9999 }).map((year) => `-${pad(year, 4)}`),
);

/** A date of any precision, written or left open as level 1 allows. */
const anyDate: fc.Arbitrary<EdtfDate> = fc.oneof(
  fc
    .record({ year: fc.constantFrom("201X", "20XX", "199X"), mark: anyMark })
    .map((d) => ({ ...d, month: null, date: null })),
  fc
    .record({ year: anyYear, month: fc.constantFrom(null, "XX"), mark: anyMark })
    .map((d) => ({ ...d, date: null })),
  fc.record({
    year: anyYear,
    month: fc.constant("XX"),
    date: fc.constant("XX"),
    mark: anyMark,
  }),
  fc
    .tuple(anyYear, fc.integer({ min: 1, max: 12 }), fc.nat(), fc.nat(3), anyMark)
    .map(([year, month, seed, kind, mark]) => ({
      year,
      month: pad(month, 2),
      date:
        kind === 0 ? null : kind === 1 ? "XX" : pad((seed % daysIn(Number(year), month)) + 1, 2),
      mark,
    })),
);

const anyInterval: fc.Arbitrary<Edtf> = fc
  .tuple(
    anyDate,
    anyDate,
    fc.constantFrom("both", "start", "end"),
    fc.constantFrom<"" | "..">("", ".."),
  )
  .map(([a, b, kept, open]) => {
    const [start, end] = firstDay(a) <= lastDay(b) ? [a, b] : [b, a];
    const ends: { start: EdtfEnd; end: EdtfEnd } = { start, end };
    if (kept === "start") ends.end = open;
    if (kept === "end") ends.start = open;
    return ends;
  });

const anyEdtf = fc.oneof(
  anyDate.map((date): Edtf => ({ date })),
  anyInterval,
);

test("what is written reads back the same", () => {
  fc.assert(
    fc.property(anyEdtf, (edtf) => {
      expect(readEdtf(writeEdtf(edtf))).toEqual(edtf);
    }),
  );
});

test("there is one way to write a date, and writing it again changes nothing", () => {
  fc.assert(
    fc.property(anyEdtf, (edtf) => {
      const text = writeEdtf(edtf);
      expect(writeEdtf(readEdtf(`  ${text} `))).toBe(text);
    }),
  );
});

test("the first day a date allows is never after its last", () => {
  fc.assert(fc.property(anyDate, (date) => firstDay(date) <= lastDay(date)));
});

test("any text is either read or refused with a sentence; nothing else happens", () => {
  const likely = fc.string({ unit: fc.constantFrom(..."0123456789-/.~?%XTY"), maxLength: 24 });
  fc.assert(
    fc.property(fc.oneof(likely, fc.string()), (text) => {
      try {
        readEdtf(text);
      } catch (refusal) {
        expect(refusal).toMatchObject({
          code: "INVALID_INPUT",
          message: expect.stringMatching(/\.$/),
        });
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["", /no date here/],
  ["soon", /Write a day, month or year/],
  ["17.01.2025", /puts the year last\. Write 2025-01-17\.$/],
  ["01/17/2025", /puts the year last\. Write 2025-01-17\.$/],
  ["5/6/2026", /two ways\. Write 2026-06-05 or 2026-05-06, whichever/],
  ["5/5/2026", /puts the year last\. Write 2026-05-05\.$/],
  ["31.02.2026", /puts the year last\. Write year, month, day/],
  ["0/0/2026", /puts the year last\. Write year, month, day/],
  ["2025-01-17T09:30:00Z", /time of day.*Write 2025-01-17\./],
  ["2025-21", /season.*Write its months/],
  ["Y-17E7", /Years go from -9999 to 9999/],
  ["Y12025", /Years go from -9999 to 9999/],
  ["[2025-09-15,2025-09-16]", /first and the last with a slash/],
  ["2025-02-30", /2025-02 goes from 01 to 28/],
  ["2025-13", /names no month: they go from 01 to 12/],
  ["2025-1", /Write a day, month or year/],
  ["2025-01-17/2025-01-10", /Write the earlier date first: 2025-01-10\/2025-01-17/],
  ["../..", /says nothing/],
  ["/", /says nothing/],
  ["2024/2025/2026", /Write a day, month or year/],
  ["2025~-01", /Write a day, month or year/],
  ["201X-05", /Write a day, month or year/],
  ["2025-XX-05", /Write a day, month or year/],
  ["-0000", /Write a day, month or year/],
])("%s is refused, and says what to write", (text, sentence) => {
  expect(() => readEdtf(text)).toThrow(sentence);
});
