// A word about a report that is there: that it is taken back, or is the one to show.
import type { ReportRow } from "../ledger/ledger.ts";
import { notFixed } from "../when/when.ts";
import type { Said } from "./plan.ts";

/** What a word about a report says: nothing about the world but that. */
export function wordOn(
  target: ReportRow,
  claimant: string,
  note: string,
): Omit<Said, "act" | "knownOn" | "knownOnBasis"> {
  return {
    targetId: target.id,
    status: target.status,
    step: null,
    moves: false,
    when: notFixed(),
    placeId: null,
    claimant,
    standing: "OUTLET",
    parties: [],
    body: null,
    confidence: "CERTAIN",
    dateConfidence: "CERTAIN",
    uncertainty: null,
    note,
  };
}

/** The retraction of a report. Without a day it never was so: it reaches back as far as the report does. */
export function retractionOf(
  target: ReportRow,
  claimant: string,
  note: string,
  knownOn: number | null = null,
): Said {
  return {
    ...wordOn(target, claimant, note),
    act: "RETRACTION",
    knownOn: knownOn ?? target.knownOn,
    knownOnBasis: "EDITOR",
  };
}
