import type { AgreementStatus } from "./status.ts";

/** A finer act than a status: what a report may say beside, or instead of, a move. */
export interface StepDefinition {
  step: string;
  /** One sentence for readers. */
  meaning: string;
  /** The status that the act enters; null when it leaves the agreement where it stands. */
  enters: AgreementStatus | null;
  /** Whether it is one party's own act, shown on that party's track. */
  byParty: boolean;
}

/** The finer acts, as data, in the order in which a text meets them. A party's RATIFIED counts towards the status RATIFIED. */
export const AGREEMENT_STEPS: readonly StepDefinition[] = [
  act("DRAFT_PRESENTED", "A draft was handed over."),
  act("PAUSED", "Work on the text was said to be paused."),
  act("TEXT_AGREED", "The parties said that the text is agreed.", "AGREED"),
  act("CONCLUDED", "The talks were concluded with an agreed text.", "AGREED"),
  party("DRAFT_APPROVED", "A party approved the draft for signature."),
  party("READY_TO_SIGN", "A party said that it is ready to sign."),
  act("SIGNING_PLANNED", "A signing was hoped for or planned."),
  act("SIGNING_ANNOUNCED", "A signing was announced."),
  act("SIGNING_POSTPONED", "A planned signing was put off."),
  act("ISSUED", "A joint text was issued, and stands from that day.", "IN_FORCE"),
  party("SUBMITTED", "A party laid it before its parliament."),
  party("UNDER_REVIEW", "A party is reviewing it before ratification."),
  party("RECOMMENDED", "A committee recommended it to its chamber."),
  party("RATIFIED", "A party ratified it: its parliament's vote."),
  party("APPROVED", "Another body of a party, such as a second chamber, approved it."),
  party("SENT_TO_PRESIDENT", "A party's parliament sent it on to be issued as law."),
  party("PROMULGATED", "A party issued it as law."),
  party("NOTIFIED", "A party told the others that its procedures are complete."),
  act("ENDORSED", "A body that is no party to it endorsed it."),
  act("ADOPTION_DAY", "The day came from which the parties prepare to carry it out."),
  act("REPORTED_IN_FORCE", "Somebody said that it is in force.", "IN_FORCE"),
  act("IMPLEMENTATION_DISCUSSED", "The parties talked about carrying it out."),
  act("IMPLEMENTATION_STARTED", "The parties began to carry it out."),
  act("IMPLEMENTED", "A part of it was carried out."),
  act("EXTENDED", "Its time was extended."),
  act("REACTIVATED", "The parties agreed to put it into effect again.", "IN_FORCE"),
  party("REDUCED_COMPLIANCE", "A party stopped keeping to parts of it."),
  party("WITHDRAWN", "A party withdrew."),
  party("SNAPBACK_ATTEMPTED", "A party tried to bring earlier sanctions back."),
  party("SNAPBACK_NOTIFIED", "A party gave notice of bringing earlier sanctions back."),
  act("SNAPBACK_EFFECTIVE", "Earlier sanctions were said to be back."),
  act("FULFILLED", "What it promised was done.", "EXPIRED"),
];

/** The definition of a step; null for a word that is none. */
export function stepNamed(step: string): StepDefinition | null {
  return AGREEMENT_STEPS.find((definition) => definition.step === step) ?? null;
}

function act(step: string, meaning: string, enters: AgreementStatus | null = null): StepDefinition {
  return { step, meaning, enters, byParty: false };
}

function party(step: string, meaning: string): StepDefinition {
  return { step, meaning, enters: null, byParty: true };
}
