import { waitMs } from "./wait.ts";

/** Readers are told of a change in the same moment, and ask within so long, ms. */
export const SPREAD_MS = 500;
/** How long an answer is good enough, ms: what is told meanwhile is asked for together. */
export const REST_MS = 1_000;

/** What the page around it gives. */
export interface Around {
  /** Whether it may ask now. */
  isAwake: () => boolean;
  /** Does something later, after milliseconds; returns how to leave it. */
  later: (act: () => void, ms: number) => () => void;
  /** 0 to 1. */
  chance: () => number;
}

/** Many signs that there is something new, made into few questions. */
export interface Gathering {
  /** There is something new. */
  tell: () => void;
  /** It may ask again: what waits is asked for soon. */
  wake: () => void;
  stop: () => void;
}

/**
 * Asks once for all that is told within a moment, and never twice at a time. What fails is tried again, what is told while nobody may ask
 * waits; nothing told is left unasked.
 *
 *   told     x xx x        x
 *   asked     |--|            |--|
 *            spread  rest spread
 */
export function gather(ask: () => Promise<void>, { isAwake, later, chance }: Around): Gathering {
  let waits = false;
  let isAsking = false;
  let isOver = false;
  let misses = 0;
  let leave: (() => void) | undefined;
  const plan = (ms: number) => {
    leave?.();
    leave = later(go, ms);
  };
  const go = async () => {
    leave = undefined;
    if (!waits || !isAwake()) return;
    waits = false;
    isAsking = true;
    const isGood = await ask().then(
      () => true,
      () => false,
    );
    isAsking = false;
    if (isOver) return;
    misses = isGood ? 0 : misses + 1;
    waits ||= !isGood;
    plan(isGood ? REST_MS + chance() * SPREAD_MS : waitMs(misses, chance()));
  };
  return {
    tell: () => {
      waits = true;
      if (!leave && !isAsking && isAwake()) plan(chance() * SPREAD_MS);
    },
    wake: () => {
      if (waits && !isAsking) plan(chance() * SPREAD_MS);
    },
    stop: () => {
      isOver = true;
      leave?.();
    },
  };
}
