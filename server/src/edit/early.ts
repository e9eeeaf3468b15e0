// A merge holds for every day, so it may not tell on a day what was known later.
import type { Tx } from "../storage/storage.ts";
import { type Day, isoOf } from "../when/day.ts";
import { differenceOf, type Fields, namesIn } from "./fields.ts";
import type { Wrong } from "./input.ts";
import type { Pair } from "./merge.ts";

/** Before every day: since when that is known which is told of any. */
export const EVER: Day = Number.NEGATIVE_INFINITY;

/** How it is asked of one type of thing. */
export interface Early {
  /** The first day on which anything was known of one, `EVER` where that is every day; null when nothing is. */
  since(tx: Tx, id: string): Promise<Day | null>;
  /** Names of values, or of kinds of parts, that have a day of their own, or only sort and find. */
  spare: readonly string[];
  /** The mutation that corrects one. */
  update: string;
}

/** Notes, at `fromId`, what the one that stays would tell of days before it was known, and what to do first. `merged` is all it would say. */
export async function checkEarly(
  tx: Tx,
  { from, into }: Pair,
  merged: Fields,
  { since: sinceOf, spare, update }: Early,
  wrong: Wrong,
): Promise<void> {
  const since = { from: await sinceOf(tx, from.id), into: await sinceOf(tx, into.id) };
  if (since.from === null || since.into === null || since.from === since.into) return;
  const goesFirst = since.from < since.into;
  const told = differenceOf((goesFirst ? from : into).fields, merged);
  const names = namesIn(told).filter((name) => !spare.includes(name.split(".")[0] ?? ""));
  const early = [...new Set(names.map(wordOf))];
  if (early.length === 0) return;
  const first = fromThen(Math.min(since.from, since.into));
  const later = isoOf(Math.max(since.from, since.into));
  wrong(
    "fromId",
    goesFirst
      ? `The one that goes was known ${first}, the one that stays only from ${later}. What stays says this for every day, so it would be told too early: ${early.join(", ")}. Merge them the other way round.`
      : `Known only from ${later} on, this would be told ${first}: ${early.join(", ")}. If it could be told then, say it of the one that stays, by \`${update}\`; if not, take it from the one that goes. Then merge.`,
  );
}

function fromThen(day: Day): string {
  return day === EVER ? "on every day" : `from ${isoOf(day)}`;
}

/** What a value is called: of a part, its kind, and its id where that is a slug. */
function wordOf(name: string): string {
  const [kind = "", id = ""] = name.split(".");
  return id === "" || /^\d+$/.test(id) ? kind : `${kind} “${id}”`;
}
