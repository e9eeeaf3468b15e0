import type { Day } from "../when/day.ts";

/** From when to when something was what was known; `knownTo` null for what is still known. */
interface Stretch {
  knownFrom: Day;
  knownTo: Day | null;
}

/**
 * The states that belong to an answer as of a day: those known by then, whose end is open when it lies after it. Without
 * `history`, only the one known on the day itself.
 */
export function asKnown<State extends Stretch>(
  states: readonly State[],
  asOf: Day | null,
  history: boolean,
): State[] {
  return states.flatMap((state) => {
    if (asOf !== null && state.knownFrom > asOf) return [];
    const isOver = state.knownTo !== null && (asOf === null || state.knownTo <= asOf);
    if (isOver) return history ? [state] : [];
    return [{ ...state, knownTo: null }];
  });
}
