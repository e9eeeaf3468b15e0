// The fields of a new status: what is wrong with them, what they say, and what the history says of them. Pure.
import { statusWord } from "../agreement/status.ts";
import type { AgreementStatus, DeskAgreementQuery } from "../app/operations.gen.ts";
import { type Day, dayOf } from "../when/day.ts";
import { edtfWords, shortDay } from "../when/words.ts";
import { betweenDays, boundsOf } from "../when/written.ts";
import { type Move, whyClosed } from "./moves.ts";
import type { Problem } from "./outcome.ts";
import {
  BLANK_SAID,
  edtfOf,
  inputOfSaid,
  problemsOfKnownOn,
  problemsOfSource,
  publishedDay,
  type Said,
  voiceOf,
} from "./said.ts";

export type Agreement = NonNullable<DeskAgreementQuery["agreement"]>;

export interface StatusValues extends Said {
  status: AgreementStatus | null;
}

export const BLANK_STATUS: StatusValues = { ...BLANK_SAID, status: null };

/** The date as it is sent. One that is not known lies between when the present status was entered and when the new one was told of. */
export function whenOf(
  { date, source }: Pick<Said, "date" | "source">,
  { when }: Pick<Agreement, "when">,
  today: Day,
): { edtf: string } | { problem: string } {
  const said = edtfOf(date, today);
  if ("problem" in said) return said;
  if (said.edtf === null) {
    if (when.earliest === null)
      return { problem: "Give at least the year: the record has no earlier date to go by." };
    return { edtf: betweenDays(dayOf(when.earliest), publishedDay(source, today) ?? today) };
  }
  const { earliest } = boundsOf(said.edtf);
  if (earliest === null) return { problem: "Give a date with a beginning, such as 20 Oct 2025." };
  if (earliest > today)
    return {
      problem: `${shortDay(earliest)} is still to come. Report it once it has happened.`,
    };
  return { edtf: said.edtf };
}

/** What is wrong with the fields, in the order in which they stand. */
export function checkStatus(
  values: StatusValues,
  agreement: Agreement,
  moves: readonly Move<AgreementStatus>[],
  today: Day,
): Problem[] {
  const status =
    values.status === null ? "Choose the new status." : whyClosed(moves, values.status);
  const when = whenOf(values, agreement, today);
  return [
    ...(status === null ? [] : [{ field: "status", message: status }]),
    ...("problem" in when ? [{ field: "date", message: when.problem }] : []),
    ...problemsOfSource(values.source, today),
    ...problemsOfKnownOn(values.knownOn, today),
  ];
}

/** The sentence of the history where no note is written: `In force 2 Oct 2025, says the Russian Foreign Ministry.` */
export function usualStatusNote(values: StatusValues, agreement: Agreement, today: Day): string {
  const when = whenOf(values, agreement, today);
  if (values.status === null || "problem" in when || values.source.of === "none") return "";
  const voice = voiceOf(values);
  return `${statusWord(values.status)} ${edtfWords(when.edtf, "short")}${voice && `, says ${voice}`}.`;
}

/** The mutation of fields in order. */
export function statusInput(values: StatusValues, agreement: Agreement, today: Day) {
  const when = whenOf(values, agreement, today);
  return {
    action: "reportAgreementStatus",
    input: {
      agreementId: agreement.id,
      status: values.status,
      when: "edtf" in when ? when.edtf : "",
      ...inputOfSaid(values, today, usualStatusNote(values, agreement, today)),
    },
  };
}
