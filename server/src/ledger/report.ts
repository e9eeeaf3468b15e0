import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";
import type { CONFIDENCES, KNOWN_ON_BASES, REPORT_ACTS, STANDINGS, SUBJECTS } from "./values.ts";

/** How sure a fact is, surest first. */
export type Confidence = (typeof CONFIDENCES)[number];

/** A country or forum, by its slug. */
export type PartyRef = { type: "country" | "forum"; id: string };

/**
 * One dated, sourced claim about an event or an agreement, or a word about such a claim (its retraction, or that it is the
 * one to show). Append-only: a report is never changed, only answered by another.
 */
export interface Report {
  /** The ledger's append number. For reading on; it decides no state. */
  seq: number;
  id: string;
  subject: (typeof SUBJECTS)[number];
  subjectId: string;
  act: (typeof REPORT_ACTS)[number];
  /** The report that a retraction or preference is about; null for a claim. */
  targetId: string | null;
  /** The first day the world could know. */
  knownOn: Day;
  knownOnBasis: (typeof KNOWN_ON_BASES)[number];
  /** A status of the subject's machine. For a claim that does not move, where the subject stood. */
  status: string;
  /** A finer act, such as `SIGNING_POSTPONED` (agreement/step.ts); null when the status says it all. */
  step: string | null;
  /** Whether the claim is that the status was entered; false for news that leaves it where it is. */
  moves: boolean;
  when: When;
  placeId: string | null;
  /** Who says so, in words. */
  claimant: string;
  /** Whether a party stands behind the claim or only whoever printed it. */
  standing: (typeof STANDINGS)[number];
  /** Whose act it was; empty when nobody is named. */
  parties: PartyRef[];
  /** The chamber, office or signers that acted. */
  body: string | null;
  confidence: Confidence;
  dateConfidence: Confidence;
  uncertainty: string | null;
  note: string | null;
  sourceIds: string[];
  /** UTC moment, ISO 8601. Orders what became known on one day and nothing else (see fold.ts). */
  recordedAt: string;
  recordedBy: string;
}

/** One of several claims about the same thing that do not agree. Kept as JSON beside the state. */
export interface Rival {
  reportId: string;
  status: string;
  when: When;
  claimant: string;
  /** Whether this is the one that the state shows. */
  shown: boolean;
}
