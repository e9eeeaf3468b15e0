// What an editor asks for, checked as far as it can be without looking at the data. Pure.
import { isRefusal, Refusal } from "../refusal.ts";
import { type Day, isoOf } from "../when/day.ts";
import { parseWhen, type When } from "../when/when.ts";
import type { AgreementStatus } from "./status.ts";

/** A publication given in full. `publishedOn` is EDTF. */
export interface SourceInput {
  publisher: string;
  title?: string | null;
  url?: string | null;
  publishedOn?: string | null;
  language?: string | null;
}

/** The mutation's input, as the contract has it. `knownOn` is a day. */
export interface ReportAgreementStatusInput {
  agreementId: string;
  status: AgreementStatus;
  when: string;
  knownOn?: Day | null;
  sourceId?: string | null;
  source?: SourceInput | null;
  claimant?: string | null;
  note: string;
  expectedVersion: number;
  idempotencyKey?: string | null;
  dryRun?: boolean | null;
}

/** The input in the forms that the ledger keeps. */
export interface Wish {
  status: AgreementStatus;
  when: When;
  /** The day given, or null to follow the source. */
  knownOn: Day | null;
  note: string;
  claimant: string | null;
}

const LONGEST_NOTE = 1000;
const LONGEST_NAME = 300;
const LONGEST_KEY = 200;

/**
 * Reads an input as of `today`. Throws nothing: what is wrong with it comes back as refusals, all of them at once, each with the path of its
 * field; the wish is null when there are any.
 */
export function readWish(
  input: ReportAgreementStatusInput,
  today: Day,
): { wish: Wish | null; problems: Refusal[] } {
  const problems: Refusal[] = [];
  const wrong = (field: string, message: string) => {
    problems.push(new Refusal("INVALID_INPUT", message, { path: ["input", ...field.split(".")] }));
  };

  const when = readWhen(input.when, "when", problems);
  const earliest = when?.earliest ?? null;
  if (when && earliest === null) {
    wrong(
      "when",
      "A status is entered on a day, in a month or in a year: give a date with a beginning, such as 2025-10-02 or 2025-10.",
    );
  } else if (earliest !== null && earliest > today) {
    wrong("when", `${isoOf(earliest)} is still to come. Report a status once it has been entered.`);
  }
  const knownOn = input.knownOn ?? null;
  if (knownOn !== null && knownOn > today) {
    wrong(
      "knownOn",
      `Nobody can have known it on ${isoOf(knownOn)} yet: give the day the source came out, ${isoOf(today)} at the latest.`,
    );
  } else if (knownOn !== null && earliest !== null && knownOn < earliest) {
    wrong(
      "knownOn",
      `It cannot have been known on ${isoOf(knownOn)}, before it happened (${input.when}).`,
    );
  }
  const note = input.note.trim();
  if (note === "") wrong("note", "Say in one sentence what changed: it is shown in the history.");
  if (note.length > LONGEST_NOTE) wrong("note", `Keep the note under ${LONGEST_NOTE} characters.`);
  const claimant = input.claimant?.trim() || null;
  if (claimant && claimant.length > LONGEST_NAME)
    wrong("claimant", `Keep it under ${LONGEST_NAME} characters.`);
  const key = input.idempotencyKey;
  if (key != null && (key === "" || key.length > LONGEST_KEY)) {
    wrong("idempotencyKey", `Use 1 to ${LONGEST_KEY} characters, or leave it out.`);
  }
  readSource(input, wrong, problems);

  if (problems.length > 0 || when === null) return { wish: null, problems };
  return { wish: { status: input.status, when, knownOn, note, claimant }, problems };
}

function readSource(
  input: ReportAgreementStatusInput,
  wrong: (field: string, message: string) => void,
  problems: Refusal[],
): void {
  const { source, sourceId } = input;
  if (source == null && sourceId == null) {
    wrong(
      "source",
      "Add a source. Every fact needs one: `sourceId` of a source already recorded, or `source` with at least its publisher.",
    );
  } else if (source != null && sourceId != null) {
    wrong("source", "Give either `source` or `sourceId`, not both.");
  }
  if (source == null) return;
  if (source.publisher.trim() === "") wrong("source.publisher", "Say who published it.");
  for (const field of ["publisher", "title", "url", "language"] as const) {
    if ((source[field]?.length ?? 0) > 2 * LONGEST_NAME)
      wrong(`source.${field}`, `Keep it under ${2 * LONGEST_NAME} characters.`);
  }
  if (source.publishedOn != null) readWhen(source.publishedOn, "source.publishedOn", problems);
}

function readWhen(text: string, field: string, problems: Refusal[]): When | null {
  try {
    return parseWhen(text);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    problems.push(
      new Refusal("INVALID_INPUT", error.message, { path: ["input", ...field.split(".")] }),
    );
    return null;
  }
}
