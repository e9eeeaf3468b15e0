import { Refusal } from "../refusal.ts";
import { type Day, isoOf } from "./day.ts";

/** Days from one to another, both included; a side left out is open. See `DateRange` in the contract. */
export interface Range {
  from?: Day | null;
  to?: Day | null;
}

/**
 * Refuses days that end before they begin: whatever they were meant to be, everything and nothing are both wrong answers. `path` is where they
 * stand in the input.
 */
export function checkRange(range: Range | null | undefined, ...path: string[]): void {
  const { from, to } = range ?? {};
  if (from == null || to == null || from <= to) return;
  throw new Refusal(
    "INVALID_INPUT",
    `${isoOf(to)} comes before ${isoOf(from)}: the window ends before it begins. Swap \`from\` and \`to\`.`,
    { path },
  );
}
