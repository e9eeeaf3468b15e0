// What an editor says of an agreement's status, checked as far as it can be without looking at the data. Pure.
import {
  type EditInput,
  problemsOfInput,
  readCommon,
  readKnownOn,
  readWhen,
  readWords,
} from "../edit/edit.ts";
import type { Refusal } from "../refusal.ts";
import { type Day, isoOf } from "../when/day.ts";
import type { When } from "../when/when.ts";
import type { AgreementStatus } from "./status.ts";

/** The mutation's input, as the contract has it. */
export interface ReportAgreementStatusInput extends EditInput {
  agreementId: string;
  status: AgreementStatus;
  when: string;
  claimant?: string | null;
  earlier?: boolean | null;
}

/** The input in the forms that the ledger keeps. */
export interface Wish {
  status: AgreementStatus;
  when: When;
  /** The day given, or null to follow the source. */
  knownOn: Day | null;
  note: string;
  claimant: string | null;
  /** Whether it is said of the way so far, and leaves the agreement where it stands. */
  earlier: boolean;
}

/**
 * Reads an input as of `today`. Throws nothing: what is wrong with it comes back as refusals, all of them at once, each with the path of its
 * field; the wish is null when there are any.
 */
export function readWish(
  input: ReportAgreementStatusInput,
  today: Day,
): { wish: Wish | null; problems: Refusal[] } {
  const { problems, wrong } = problemsOfInput();
  const when = readWhen(input.when, "when", wrong);
  const earliest = when?.earliest ?? null;
  if (when && earliest === null) {
    wrong(
      "when",
      "A status is entered on a day, in a month or in a year: give a date with a beginning, such as 2025-10-02 or 2025-10.",
    );
  } else if (earliest !== null && earliest > today) {
    wrong("when", `${isoOf(earliest)} is still to come. Report a status once it has been entered.`);
  }
  const since = earliest === null ? null : { day: earliest, words: input.when };
  const knownOn = readKnownOn(input, today, wrong, since);
  const claimant = readWords(input.claimant, "claimant", wrong);
  const note = readCommon(input, wrong);
  if (problems.length > 0 || when === null) return { wish: null, problems };
  const earlier = input.earlier === true;
  return { wish: { status: input.status, when, knownOn, note, claimant, earlier }, problems };
}
