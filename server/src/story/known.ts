// How much of a story can be told on a day of knowledge.
import type { Day } from "../when/day.ts";

/** A step, by the day of knowledge it is told from; null tells of today's. */
export interface Told {
  knownOn: Day | null;
  text: string;
}

/** The steps that can be told on a day without telling what came later. `day` null is today. */
export function stepsKnown<T extends Told>(steps: readonly T[], day: Day | null, today: Day): T[] {
  return steps.filter(({ knownOn }) => day === null || (knownOn ?? today) <= day);
}

/**
 * The summary of a story as of a day: its own once every step can be told, until then the text of the last step that can, as its own tells
 * how things went on. Null when no step can: then there is nothing of the story yet.
 */
export function summaryKnown(
  story: { summary: string },
  steps: readonly Told[],
  day: Day | null,
  today: Day,
): string | null {
  const known = stepsKnown(steps, day, today);
  if (known.length === steps.length) return story.summary;
  return known.at(-1)?.text ?? null;
}
