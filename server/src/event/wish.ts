// What an editor says of an event's status, checked as far as it can be without looking at the data. Pure.
import {
  checkWhen,
  type EditInput,
  problemsOfInput,
  readCommon,
  readKnownOn,
  readWhen,
  readWords,
} from "../edit/edit.ts";
import type { Refusal } from "../refusal.ts";
import { type Day, isoOf } from "../when/day.ts";
import { notFixed, type When } from "../when/when.ts";
import type { EventStatus } from "./status.ts";

/** The mutation's input, as the contract has it. */
export interface ReportEventStatusInput extends EditInput {
  eventId: string;
  status: EventStatus;
  when?: string | null;
  place?: string | null;
  claimant?: string | null;
}

/** The input in the forms that the ledger keeps. */
export interface Wish {
  status: EventStatus;
  when: When;
  /** The day given, or null to follow the source. */
  knownOn: Day | null;
  note: string;
  claimant: string | null;
}

/** Reads an input as of `today`: the wish, or all that is wrong with it, each with the path of its field. */
export function readWish(
  input: ReportEventStatusInput,
  today: Day,
): { wish: Wish | null; problems: Refusal[] } {
  const { problems, wrong } = problemsOfInput();
  const when = input.when == null ? notFixed() : readWhen(input.when, "when", wrong);
  if (when) checkWhen(input.status, when, today, wrong);
  const isPast = input.status === "HELD" && when !== null && when.earliest !== null;
  const since = isPast ? { day: when.earliest ?? 0, words: input.when ?? "" } : null;
  const knownOn = readKnownOn(input, today, wrong, since);
  if (knownOn !== null && when?.latest != null && isPlan(input.status) && when.latest < knownOn) {
    wrong(
      "when",
      `On ${isoOf(knownOn)}, when it became known, that had passed already. Report it as held, or give the day that is planned.`,
    );
  }
  const claimant = readWords(input.claimant, "claimant", wrong);
  const note = readCommon(input, wrong);
  if (problems.length > 0 || when === null) return { wish: null, problems };
  return { wish: { status: input.status, when, knownOn, note, claimant }, problems };
}

const isPlan = (status: EventStatus) => status === "EXPECTED" || status === "SCHEDULED";
