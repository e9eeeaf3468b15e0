import type { Day } from "../when/day.ts";

/**
 * Of what something rests on, the sources that were out on the day, in the order given. When none was, all of them: a claim is never shown
 * without whoever makes it. `day` null asks for today's knowledge.
 */
export function knownSources<T extends { publishedDay: Day | null }>(
  sources: readonly T[],
  day: Day | null,
): T[] {
  if (day === null) return [...sources];
  const known = sources.filter(({ publishedDay }) => publishedDay === null || publishedDay <= day);
  return known.length > 0 ? known : [...sources];
}
