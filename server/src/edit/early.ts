// A merge holds for every day, so it may not tell on a day what was known later.
import { type Day, isoOf } from "../when/day.ts";
import { differenceOf, type Fields, namesIn } from "./fields.ts";
import type { Wrong } from "./input.ts";
import type { Pair } from "./merge.ts";

/** What a rule of merging needs beside the two. */
export interface Early {
  /** The first day on which anything was known of each; null when nothing is. */
  since: { from: Day | null; into: Day | null };
  /** What the one that stays would say, for every day. */
  merged: Fields;
  /** Names of values that have a day of their own, or only sort. */
  spare: readonly string[];
  /** The mutation that corrects one. */
  update: string;
}

/** Notes, at `fromId`, what would be told before it was known, and what to do first. */
export function checkEarly(
  { from, into }: Pair,
  { since, merged, spare, update }: Early,
  wrong: Wrong,
): void {
  if (since.from === null || since.into === null || since.from === since.into) return;
  const goesFirst = since.from < since.into;
  const told = differenceOf((goesFirst ? from : into).fields, merged);
  const kinds = namesIn(told).map(wordOf);
  const early = [...new Set(kinds)].filter((kind) => !spare.includes(kind));
  if (early.length === 0) return;
  const first = isoOf(Math.min(since.from, since.into));
  const later = isoOf(Math.max(since.from, since.into));
  wrong(
    "fromId",
    goesFirst
      ? `The one that goes was known from ${first} on, the one that stays from ${later}. What stays says for every day what it is called and who takes part, so it would be told too early. Merge them the other way round.`
      : `Known only from ${later} on, this would be told from ${first}: ${early.join(", ")}. If it could be told then, say it of the one that stays, by \`${update}\`; if not, take it from the one that goes. Then merge.`,
  );
}

/** What a value is called: of a part, its kind, and its id where that is a slug. */
function wordOf(name: string): string {
  const [kind = "", id = ""] = name.split(".");
  return id === "" || /^\d+$/.test(id) ? kind : `${kind} “${id}”`;
}
