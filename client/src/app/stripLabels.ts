import type { StripMark, StripSegment } from "./strip.ts";

export interface StripLabel {
  mark: StripMark;
  name: string;
  /** Said of what the strip is about; empty for the others, which have no room for it. */
  when: string;
  /** Where the text begins and how long it is, roughly, in pixels. */
  from: number;
  length: number;
  /** Above or below the line. */
  row: "above" | "below";
}

/** Rough width of a letter, in pixels at the small role's size. */
const LETTER_PX = 6.7;
/** Marks of one name nearer than this share a label. */
const SHARED = 60;

/** `Putin and Pezeshkian meet in Kazan` as `Putin–Pezeshkian`; what follows "at the" is left out. */
export function shortName(title: string): string {
  return title
    .replace(/^(\S+) and (\S+) (?:meet|hold talks|speak)\b.*$/, "$1–$2")
    .replace(/ at the .*$/, "");
}

/**
 * Places as many labels as find room, marks in the order given: above, then below, around the mark, running on, then ending. Never one
 * over another, nor over the line of the day of knowledge. The first mark is what the strip is about: it is named in full even where
 * that line must be crossed. Marks of one name that stand close share a label.
 */
export function placeLabels(marks: StripMark[], width: number, line: number | null): StripLabel[] {
  const labels: StripLabel[] = [];
  for (const [index, mark] of marks.entries()) {
    const name = index === 0 ? mark.title : shortName(mark.title);
    const when = index === 0 ? mark.when : "";
    const near = (other: StripMark) => Math.abs(other.x - mark.x) < SHARED;
    if (labels.some((label) => label.name === name && near(label.mark))) continue;
    const same = marks.filter((other) => shortName(other.title) === name && near(other));
    const middle =
      same.length > 1 ? same.reduce((sum, one) => sum + one.x, 0) / same.length : mark.x;
    const length = (name.length + (when ? when.length + 2 : 0)) * LETTER_PX;
    const end = line !== null && mark.x <= line ? Math.min(middle + 6, line - 4) : middle + 6;
    const ways = (["above", "below"] as const).flatMap((row) => [
      ...(index === 0 ? [] : [{ row, from: middle - length / 2 }]),
      { row, from: middle - 6 },
      { row, from: end - length },
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
    if (way) labels.push({ mark, name, when, length, ...way });
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
