import type { Day } from "./day.ts";

/** A row that may be a part of another, by the id of that. */
export interface Partly {
  id: string;
  day: Day;
  /** The last of its days. */
  last: Day;
  partOf: string | null;
  /** Whether it follows the row that it is a part of. */
  isPart: boolean;
}

/** Rows in the order of their days, each part right after its whole if that is among them and counts the part's day as its own. */
export function withParts<Row extends Partly>(rows: Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wholeOf = (row: Row): Row | null => {
    const whole = row.partOf === null ? undefined : byId.get(row.partOf);
    if (!whole || whole === row || row.day < whole.day || row.day > whole.last) return null;
    return whole;
  };
  const topOf = (row: Row): Row => {
    let top = row;
    for (let depth = 0; depth < MOST_DEEP; depth++) top = wholeOf(top) ?? top;
    return wholeOf(top) === null ? top : row;
  };
  const inOrder = [...rows].sort((a, b) => a.day - b.day);
  const parts = new Map<Row, Row[]>();
  for (const row of inOrder) {
    const top = topOf(row);
    if (top !== row) parts.set(top, [...(parts.get(top) ?? []), row]);
  }
  return inOrder
    .filter((row) => topOf(row) === row)
    .flatMap((row) => [
      row,
      ...(parts.get(row) ?? []).map((part) => ({ ...part, day: row.day, isPart: true })),
    ]);
}

/** A press conference after talks during a visit. */
const MOST_DEEP = 3;
