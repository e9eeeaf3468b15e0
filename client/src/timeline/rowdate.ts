import type { Row } from "./rows.ts";

const MONTH =
  /January|February|March|April|May|June|July|August|September|October|November|December/g;

/** Months cut to three letters: a table has no room for more. */
function short(text: string): string {
  return text.replace(MONTH, (month) => month.slice(0, 3));
}

/** A row's date as its cell says it. */
export interface RowDate {
  text: string;
  /** Whether it is only a window that somebody named: no date is fixed. */
  loose: boolean;
}

/**
 * A row's date beneath its group's heading: `17`, `22–24`, `31 Aug – 1 Sep`, `9 (uncertain)`, `2026`, or the whole of it where the
 * heading (null: none) does not say the rest. A plan without a date says `not fixed`, or the window that was named for it.
 */
export function dateUnder(row: Row, heading: string | null): RowDate {
  if (!row.fixed) {
    const named = row.whenText.replace(/(^|, )date not fixed$/, "");
    return named ? { text: short(named), loose: true } : { text: "not fixed", loose: false };
  }
  return { text: fixedUnder(row.whenText, heading), loose: false };
}

function fixedUnder(text: string, heading: string | null): string {
  if (heading === null) return short(text);
  const rest = text.replace(new RegExp(` ${heading}(?= \\(|$)`), "");
  // `about December 2024` says nothing without its month.
  if (rest !== text) return /\d/.test(rest) ? rest : short(text);
  const year = / \d{4}$/.exec(heading)?.[0];
  const spans = year !== undefined && / – .*[a-z] \d{4}$/.test(text) && text.endsWith(year);
  return short(spans ? text.slice(0, -year.length) : text);
}
