// Which forums there were on a day of knowledge.
import { isKnownOn } from "../storage/known.ts";
import type { Day } from "../when/day.ts";
import { parseWhen } from "../when/when.ts";

/** What of a forum says from when on it can be told. */
export interface Begun {
  /** EDTF. */
  founded: string | null;
  /** Null for what the data set ships. */
  knownOn: Day | null;
}

/** The day from which a forum can be told: the one it was entered with, else the first on which it may have been founded; null for ever. */
export function toldFrom({ founded, knownOn }: Begun): Day | null {
  if (knownOn !== null || founded === null) return knownOn;
  return parseWhen(founded).earliest;
}

/** Whether a forum can be told on a day; `day` null is today. */
export function isTold(forum: Begun, day: Day | null): boolean {
  return isKnownOn(toldFrom(forum), day);
}
