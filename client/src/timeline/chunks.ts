import type { Group, Row } from "./rows.ts";

/** Rows that are drawn together: those of a month, or a stretch of a long list. */
export interface RowChunk {
  key: string;
  heading: string | null;
  /** How many rows the heading counts; null where the chunk goes on beneath a heading already said. */
  count: number | null;
  rows: Row[];
  /** The place of its first row among all rows. */
  first: number;
}

/** Groups cut into chunks of at most `most` rows, in order; every row is in one. */
export function chunksOf(groups: readonly Group[], most: number): RowChunk[] {
  const chunks: RowChunk[] = [];
  let first = 0;
  for (const { heading, rows } of groups) {
    for (let at = 0; at < rows.length; at += most) {
      const part = rows.slice(at, at + most);
      const count = heading !== null && at === 0 ? rows.length : null;
      chunks.push({ key: `${heading ?? "all"} ${at}`, heading, count, rows: part, first });
      first += part.length;
    }
  }
  return chunks;
}
