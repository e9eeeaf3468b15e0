const FIRST_MS = 1_000;
const LONGEST_MS = 20_000;

/**
 * How long to wait, ms, after having failed so often in a row: twice as long each time, up to twenty seconds, and by chance (0 to 1) half as
 * long or half as long again, so that those who lost the same thing at once do not come back at once.
 */
export function waitMs(misses: number, chance: number): number {
  return Math.min(FIRST_MS * 2 ** (misses - 1), LONGEST_MS) * (0.5 + chance);
}
