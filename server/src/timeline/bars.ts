import type { Day } from "../when/day.ts";
import { type When, wordsOfWhen } from "../when/when.ts";

/** One stage of an agreement's life, as its state holds it. */
export interface BarStage {
  status: string;
  when: When;
  ratified: number;
  mustRatify: number;
  disputed: boolean;
  /** The claim that its date follows. */
  reportId: string;
}

/** What stands behind a stage: where it was entered, and on how many sources its claim rests. */
export interface Behind {
  place: string | null;
  sources: number;
}

/** What was known of an agreement from one day of knowledge to the next. */
export interface BarState {
  slug: string;
  title: string;
  status: string;
  disputed: boolean;
  knownFrom: Day;
  /** Null for what is still known. */
  knownTo: Day | null;
  topics: readonly string[];
  stages: readonly BarStage[];
}

/** A window of days, both included; null for an open side. */
export interface Window {
  from: Day | null;
  to: Day | null;
}

const ENDED = new Set(["EXPIRED", "TERMINATED", "SUPERSEDED", "ABANDONED"]);

/**
 * The bar of a state, or null when it does not touch the window. A stage whose date nobody gave begins on the day it was
 * known: something was so by then.
 */
export function barOf(
  state: BarState,
  lane: number,
  window: Window,
  behind: ReadonlyMap<string, Behind> = new Map(),
) {
  const segments = state.stages.map((stage) => {
    const start = stage.when.earliest ?? stage.when.latest ?? state.knownFrom;
    return {
      status: stage.status,
      start,
      latest: Math.max(start, stage.when.latest ?? start),
      precision: stage.when.precision,
      whenText: wordsOfWhen(stage.when),
      ratified: stage.ratified,
      mustRatify: stage.mustRatify,
      disputed: stage.disputed,
      place: behind.get(stage.reportId)?.place ?? null,
      sourceCount: behind.get(stage.reportId)?.sources ?? 0,
    };
  });
  const [first, last] = [segments[0], segments.at(-1)];
  if (!first || !last) return null;
  const until = ENDED.has(state.status) ? last.latest : Number.POSITIVE_INFINITY;
  if (window.to !== null && first.start > window.to) return null;
  if (window.from !== null && until < window.from) return null;
  const { slug, title, status, disputed, knownFrom, knownTo, topics } = state;
  return { slug, lane, title, status, disputed, knownFrom, knownTo, topics, segments };
}
