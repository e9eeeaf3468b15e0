import type { Row } from "../timeline/rows.ts";

/** On which of two days a fact was known as a row has it. */
export interface KnownOn {
  was: boolean;
  is: boolean;
}

/**
 * The rows of two days of knowledge as one list. A fact that reads the same on both days has one row; one that changed
 * has a row for each of its states. Those that `was` known are the earlier day's rows, and those that `is` the later one's.
 */
export function rowsOfBoth(then: Row[], now: Row[]): Map<Row, KnownOn> {
  const before = new Set(then.map(readingOf));
  const after = new Set(now.map(readingOf));
  const gone = then.filter((row) => !after.has(readingOf(row)));
  return new Map([
    ...now.map((row): [Row, KnownOn] => [row, { was: before.has(readingOf(row)), is: true }]),
    ...gone.map((row): [Row, KnownOn] => [row, { was: true, is: false }]),
  ]);
}

/** What a row says of its fact, without what is known about the saying: since when, and by how many sources. */
function readingOf({ knownFrom, firstKnown, sources, standing, ...said }: Row): string {
  const stage = standing && [standing.status, standing.ratified, standing.mustRatify];
  return JSON.stringify([said, stage]);
}
