import { and, or, type SQL } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { contains, fold } from "./match.ts";
import type { Tx } from "./storage.ts";

/** The words of what a person searches for. */
export function wordsOf(text: string | null | undefined): string[] {
  return (text ?? "").split(/\s+/).filter(Boolean);
}

/** Whether every word of `asked` is part of the text, whatever case and accents. True when nothing is asked. */
export function hasWords(text: string, asked: string | null | undefined): boolean {
  const within = fold(text);
  return wordsOf(asked).every((word) => within.includes(fold(word)));
}

/** `hasWords` inside the database: every word in one or another of the columns. Undefined when nothing is asked. */
export function containWords(
  tx: Tx,
  columns: readonly (AnySQLiteColumn | SQL)[],
  asked: string | null | undefined,
): SQL | undefined {
  const words = wordsOf(asked);
  return and(...words.map((word) => or(...columns.map((column) => contains(tx, column, word)))));
}
