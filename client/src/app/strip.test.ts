import { expect, test } from "vitest";
import { dayOf } from "../when/day.ts";
import type { StripsQuery } from "./operations.gen.ts";
import { monthsOf, stripOf, xOf } from "./strip.ts";

const scale = { from: dayOf("2024-09-01"), to: dayOf("2025-11-30"), width: 780 };
const segment = (status: string, day: string, ratified = 0) => ({
  status,
  start: dayOf(day),
  latest: dayOf(day),
  precision: "DAY",
  whenText: day,
  ratified,
  mustRatify: 2,
  disputed: false,
});

const columns = {
  today: dayOf("2025-10-20"),
  marks: {
    slug: ["visit", "visit", "talk"],
    title: ["Pezeshkian to visit Moscow", "Pezeshkian in Moscow", "Kremlin talk"],
    kind: ["VISIT", "VISIT", "MEETING"],
    status: ["EXPECTED", "HELD", "HELD"],
    level: ["LEADERS", "LEADERS", "LEADERS"],
    start: [null, dayOf("2025-01-17"), dayOf("2025-01-17")],
    end: [null, dayOf("2025-01-17"), dayOf("2025-01-17")],
    fixed: [false, true, true],
    whenText: ["", "", ""],
    knownFrom: [dayOf("2024-12-03"), dayOf("2025-01-17"), dayOf("2025-01-17")],
    knownTo: [dayOf("2025-01-17"), null, null],
    lanes: [[], [], []],
  },
  bars: [
    {
      slug: "t",
      title: "Treaty",
      status: "AGREED",
      knownFrom: dayOf("2024-06-11"),
      knownTo: dayOf("2025-01-17"),
      segments: [segment("AGREED", "2024-06-11")],
    },
    {
      slug: "t",
      title: "Treaty",
      status: "IN_FORCE",
      knownFrom: dayOf("2025-01-17"),
      knownTo: null,
      segments: [
        segment("AGREED", "2024-06-11"),
        segment("SIGNED", "2025-01-17"),
        segment("SIGNED", "2025-04-08", 1),
        segment("IN_FORCE", "2025-10-02", 2),
      ],
    },
  ],
} as unknown as StripsQuery["timeline"];

test("on 5 December 2024 the visit is a lead behind the day of knowledge, and the bar fades there", () => {
  const known = dayOf("2024-12-05");
  const strip = stripOf(columns, known, "visit", scale);
  expect(strip.marks).toMatchObject([{ lead: true, held: false, when: "date not fixed" }]);
  expect(strip.marks[0]?.x).toBeGreaterThan(xOf(scale, known));
  expect(strip.segments).toMatchObject([{ look: "agreed", fades: true, x: 0 }]);
});

test("today it is one filled mark on 17 January, though two events fell on that day", () => {
  const strip = stripOf(columns, columns.today, "visit", scale);
  expect(strip.marks).toMatchObject([{ slug: "visit", held: true, when: "17 Jan" }]);
  expect(strip.segments.map((one) => one.look)).toEqual(["agreed", "signed", "partly", "inforce"]);
  expect(strip.segments[2]?.share).toBe(0.5);
});

test("stretches follow one another without a gap", () => {
  const { segments } = stripOf(columns, columns.today, "visit", scale);
  for (const [index, one] of segments.entries()) {
    const next = segments[index + 1];
    if (next) expect(one.x + one.width).toBeCloseTo(next.x);
  }
});

test("the axis names every month of the window", () => {
  expect(
    monthsOf(scale)
      .map(({ month }) => month)
      .join(" "),
  ).toBe("Sep Oct Nov Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov");
});
