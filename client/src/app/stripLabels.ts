import type { StripMark } from "./strip.ts";

export interface StripLabel {
  mark: StripMark;
  /** Above or below the line. */
  row: "above" | "below";
  /** Whether the text runs on from the mark or ends at it. */
  side: "end" | "start";
}

/** Rough width of a label, in pixels at the small role's size. */
function widthOf(mark: StripMark): number {
  return (mark.title.length + mark.when.length + 2) * 6.2;
}

/** Places as many labels as find room, marks in the order given: above, then below, running on, then ending. Never one over another, nor over the line of the day of knowledge. */
export function placeLabels(marks: StripMark[], width: number, line: number | null): StripLabel[] {
  const taken: Record<StripLabel["row"], [number, number][]> = { above: [], below: [] };
  const labels: StripLabel[] = [];
  for (const mark of marks) {
    const length = widthOf(mark);
    const ways = (["above", "below"] as const).flatMap((row) =>
      (["end", "start"] as const).map((side) => ({ row, side })),
    );
    for (const { row, side } of ways) {
      const from = side === "end" ? mark.x - 6 : mark.x + 6 - length;
      const free = taken[row].every(([a, b]) => from + length + 8 < a || from - 8 > b);
      const crosses = line !== null && from < line && from + length > line;
      if (from < 0 || from + length > width || crosses || !free) continue;
      taken[row].push([from, from + length]);
      labels.push({ mark, row, side });
      break;
    }
  }
  return labels;
}
