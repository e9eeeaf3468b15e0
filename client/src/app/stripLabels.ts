import type { StripMark, StripSegment } from "./strip.ts";

export interface StripLabel {
  mark: StripMark;
  /** Where the text begins and how long it is, roughly, in pixels. */
  from: number;
  length: number;
  /** Above or below the line. */
  row: "above" | "below";
}

/** Rough width of a label, in pixels at the small role's size. */
function widthOf(mark: StripMark): number {
  return (mark.title.length + mark.when.length + 2) * 6.2;
}

/**
 * Places as many labels as find room, marks in the order given: above, then below, running on, then ending. Never one over another, nor
 * over the line of the day of knowledge. The first mark is what the strip is about: it is named even where that line must be crossed.
 */
export function placeLabels(marks: StripMark[], width: number, line: number | null): StripLabel[] {
  const labels: StripLabel[] = [];
  for (const [index, mark] of marks.entries()) {
    const length = widthOf(mark);
    const ways = (["above", "below"] as const).flatMap((row) => [
      { row, from: mark.x - 6 },
      { row, from: mark.x + 6 - length },
    ]);
    const fits = ({ row, from }: { row: StripLabel["row"]; from: number }) =>
      from >= 0 &&
      from + length <= width &&
      (line === null || from >= line || from + length <= line) &&
      labels.every(
        (other) =>
          other.row !== row ||
          from + length + 8 < other.from ||
          from - 8 > other.from + other.length,
      );
    const subject = {
      row: "above" as const,
      from: Math.max(0, Math.min(mark.x - 6, width - length)),
    };
    const way = ways.find(fits) ?? (index === 0 ? subject : undefined);
    if (way) labels.push({ mark, length, ...way });
  }
  return labels;
}

export interface StripDate {
  segment: StripSegment;
  from: number;
}

/** Rough width of a date beneath the bar, in pixels; entry into force has its words before it. */
const DATE_PX = 44;
const FORCE_PX = 112;

/** Dates beneath the bar where they find room: entry into force first, then signature, ratification and the others. */
export function placeDates(segments: StripSegment[], width: number): StripDate[] {
  const weight = { inforce: 3, signed: 2, ratified: 1 } as Record<string, number>;
  const dates: StripDate[] = [];
  for (const segment of segments.toSorted(
    (a, b) => (weight[b.look] ?? 0) - (weight[a.look] ?? 0),
  )) {
    if (segment.x <= 0 || segment.look === "partly") continue;
    const length = lengthOf(segment);
    const from = Math.min(segment.x, width - length);
    const free = dates.every(
      (other) => from + length + 6 < other.from || from - 6 > other.from + lengthOf(other.segment),
    );
    if (free) dates.push({ segment, from });
  }
  return dates;
}

function lengthOf(segment: StripSegment): number {
  return segment.look === "inforce" ? FORCE_PX : DATE_PX;
}
