// The acts on an agreement's way that a form offers, and what is wrong with one. Pure.
import { stepWords } from "../agreement/words.ts";
import type { AgreementStep } from "../app/operations.gen.ts";
import type { Day } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import type { Problem } from "./outcome.ts";
import {
  BLANK_SAID,
  inputOfSaid,
  problemsOfKnownOn,
  problemsOfSource,
  type Said,
  voiceOf,
} from "./said.ts";
import { type Agreement, whenOf } from "./statusForm.ts";

export interface StepValues extends Said {
  step: AgreementStep | null;
  /** Keys of the parties that acted. */
  parties: string[];
  /** The chamber, office or persons. */
  body: string;
}

export const BLANK_STEP: StepValues = { ...BLANK_SAID, step: null, parties: [], body: "" };

/** A party's own acts, the usual ones of ratification first, each with what it is. */
export const PARTY_STEPS: readonly [AgreementStep, string][] = [
  ["RATIFIED", "Ratified: its parliament’s vote"],
  ["APPROVED", "Approved by another body, such as a second chamber"],
  ["SUBMITTED", "Laid before its parliament"],
  ["RECOMMENDED", "Recommended by a committee"],
  ["SENT_TO_PRESIDENT", "Sent on to be issued as law"],
  ["PROMULGATED", "Issued as law"],
  ["NOTIFIED", "Told the others that its procedures are complete"],
  ["UNDER_REVIEW", "Under review before ratification"],
  ["DRAFT_APPROVED", "Approved the draft for signature"],
  ["READY_TO_SIGN", "Said that it is ready to sign"],
  ["REDUCED_COMPLIANCE", "Stopped keeping to parts of it"],
  ["WITHDRAWN", "Withdrew"],
  ["SNAPBACK_ATTEMPTED", "Tried to bring earlier sanctions back"],
  ["SNAPBACK_NOTIFIED", "Gave notice of bringing earlier sanctions back"],
];

/** Acts of the text or of several parties together. */
export const COMMON_STEPS: readonly [AgreementStep, string][] = [
  ["DRAFT_PRESENTED", "A draft was handed over"],
  ["PAUSED", "Work on the text was said to be paused"],
  ["TEXT_AGREED", "The text was said to be agreed"],
  ["CONCLUDED", "The talks were concluded with a text"],
  ["SIGNING_PLANNED", "A signing was planned"],
  ["SIGNING_ANNOUNCED", "A signing was announced"],
  ["SIGNING_POSTPONED", "A signing was put off"],
  ["ISSUED", "A joint text was issued"],
  ["ENDORSED", "Endorsed by a body that is no party"],
  ["ADOPTION_DAY", "The day to prepare from came"],
  ["REPORTED_IN_FORCE", "Said to be in force"],
  ["IMPLEMENTATION_DISCUSSED", "Carrying it out was talked about"],
  ["IMPLEMENTATION_STARTED", "Carrying it out began"],
  ["IMPLEMENTED", "A part was carried out"],
  ["EXTENDED", "Its time was extended"],
  ["REACTIVATED", "Put into effect again"],
  ["SNAPBACK_EFFECTIVE", "Earlier sanctions were said to be back"],
  ["FULFILLED", "What it promised was done"],
];

/** Whether an act is one party's own, so that its party must be named. */
export function isByParty(step: AgreementStep | null): boolean {
  return PARTY_STEPS.some(([name]) => name === step);
}

/** What is wrong with the fields, in the order in which they stand. */
export function checkStep(values: StepValues, agreement: Agreement, today: Day): Problem[] {
  const when = whenOf(values, agreement, today);
  const needsParty =
    values.parties.length === 0 && (values.step === null || isByParty(values.step));
  return [
    ...(needsParty ? [{ field: "parties", message: "Say whose act it was." }] : []),
    ...(values.step === null ? [{ field: "step", message: "Choose what was done." }] : []),
    ...("problem" in when ? [{ field: "date", message: when.problem }] : []),
    ...problemsOfSource(values.source, today),
    ...problemsOfKnownOn(values.knownOn, today),
  ];
}

/** The bodies that acted for the parties chosen, as earlier reports name them, each once. */
export function bodiesOf({ reports }: Agreement, parties: readonly string[]): string[] {
  const bodies = reports.nodes.flatMap(({ body, parties: own }) =>
    body && own.some(({ key }) => parties.includes(key)) ? [body] : [],
  );
  return [...new Set(bodies)];
}

/** `Ratified, Iran`. */
export function stepSaid({ step, parties }: StepValues, agreement: Agreement): string {
  const names = agreement.parties
    .filter(({ key }) => parties.includes(key))
    .map(({ name }) => name);
  return [step === null ? "" : stepWords(step), ...names].filter(Boolean).join(", ");
}

/** The sentence of the history where no note is written: `Iran, Majlis: ratified 21 May 2025, says IRNA.` */
export function usualStepNote(values: StepValues, agreement: Agreement, today: Day): string {
  const when = whenOf(values, agreement, today);
  if (values.step === null || "problem" in when || values.source.of === "none") return "";
  const names = agreement.parties
    .filter(({ key }) => values.parties.includes(key))
    .map(({ name }) => name);
  const who = [...names, values.body.trim()].filter(Boolean).join(", ");
  const act = `${who ? `${who}: ` : ""}${stepWords(values.step).toLowerCase()}`;
  const voice = voiceOf(values);
  const text = `${act} ${edtfWords(when.edtf, "short")}${voice && `, says ${voice}`}.`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The mutation of fields in order. */
export function stepInput(values: StepValues, agreement: Agreement, today: Day) {
  const when = whenOf(values, agreement, today);
  const { step, parties, body } = values;
  return {
    action: "reportPartyStep",
    input: {
      agreementId: agreement.id,
      step,
      ...(parties.length > 0 && { parties }),
      ...(body.trim() && { body: body.trim() }),
      when: "edtf" in when ? when.edtf : "",
      ...inputOfSaid(values, today, usualStepNote(values, agreement, today)),
    },
  };
}
