// What an editor has begun and not yet saved, as it is kept with the browser. Pure.

/** One sending of a draft: tried again, it goes out with the same key, and so is carried out once. */
export interface Attempt {
  /** The mutation. */
  action: string;
  /** Its input, the key and the version it began from included. */
  input: { idempotencyKey: string; expectedVersion?: number } & Record<string, unknown>;
}

/** A draft. `Values` are what the form's fields hold. */
export interface Draft<Values = unknown> {
  /** When it was last changed, ms. */
  at: number;
  /** The version it began from; 0 for something new. */
  base: number;
  /** What it is about, in a few words. */
  name: string;
  values: Values;
  /** The last sending; null before the first. */
  attempt: Attempt | null;
  /** Whether it could not be sent and goes out by itself when the connection is back. */
  waiting: boolean;
}

/** Reads a kept text; null when it is no draft. */
export function draftOf(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const { at, base, name, values, attempt, waiting } = JSON.parse(text) as Partial<Draft>;
    if (typeof at !== "number" || typeof base !== "number" || typeof values !== "object")
      return null;
    if (values === null || typeof name !== "string") return null;
    return { at, base, name, values, attempt: attempt ?? null, waiting: waiting === true };
  } catch {
    return null;
  }
}

/**
 * The sending of an input: the last one again where it says the same, so that a lost answer is replayed; else one with a key of its own.
 */
export function attemptOf(
  last: Attempt | null,
  action: string,
  input: Record<string, unknown>,
  newKey: () => string,
): Attempt {
  if (last && last.action === action) {
    const { idempotencyKey, ...said } = last.input;
    if (sameText(said, input)) return last;
  }
  return { action, input: { ...input, idempotencyKey: newKey() } };
}

/** Whether the fields still hold what they held at first. */
export function isUntouched<Values>(values: Values, blank: Values): boolean {
  return sameText(values, blank);
}

function sameText(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** With the names of every object in order, and without those that say nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}
