import { LAYERS, standings } from "./area.ts";
import { asKnownOn, type TimelineColumns } from "./columns.ts";
import type { Day } from "./day.ts";
import { type Look, wordsOfLook } from "./look.ts";

/** What lanes say of themselves from far away: facts by lane, and agreements by status, the least binding first. */
export interface Tally {
  facts: number[];
  standing: { look: Look; words: string; count: number }[];
}

const kept = new WeakMap<TimelineColumns, { day: Day; tally: Tally }>();

/** Counts what is known on a day; the last answer is kept, for asking at every frame. */
export function tally(columns: TimelineColumns, day: Day): Tally {
  const found = kept.get(columns);
  if (found?.day === day) return found.tally;
  const counted = count(columns, day);
  kept.set(columns, { day, tally: counted });
  return counted;
}

function count(columns: TimelineColumns, day: Day): Tally {
  const known = asKnownOn(columns, day);
  const facts = columns.lanes.map(() => 0);
  for (const row of known.marks)
    for (const lane of columns.marks.lanes[row] ?? []) facts[lane] = (facts[lane] ?? 0) + 1;
  const { counts = [] } = standings(known).at(-1) ?? {};
  const standing = LAYERS.flatMap((look, layer) =>
    counts[layer] ? [{ look, words: wordsOfLook(look), count: counts[layer] }] : [],
  );
  return { facts, standing: standing.reverse() };
}
