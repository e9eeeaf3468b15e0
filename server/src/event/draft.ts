// An event that is not here yet, as an editor describes it.
import {
  checkWhen,
  problemsOfInput,
  readCommon,
  readKnownOn,
  readWhen,
  readWords,
  type SaidInput,
  unknown,
} from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Day } from "../when/day.ts";
import { notFixed, type When } from "../when/when.ts";
import { linksGiven } from "./linked.ts";
import { type Participant, type ParticipantInput, participantsOf } from "./participant.ts";
import type { EventRow } from "./rows.ts";
import type { EventStatus } from "./status.ts";

/** The input of `recordEvent`, as the contract has it. Everything is named by its slug; countries by their ISO code. */
export interface RecordEventInput extends SaidInput {
  title: string;
  kind: EventRow["kind"];
  level: EventRow["level"];
  status: EventStatus;
  when?: string | null;
  place?: string | null;
  participants: ParticipantInput[];
  agreements?: { agreement: string; relation: Stored<"eventAgreement">["relation"] }[] | null;
  topics?: string[] | null;
  summary?: string | null;
  claimant?: string | null;
}

/** An event to be made, in the forms in which it is kept. */
export interface Draft {
  title: string;
  kind: EventRow["kind"];
  level: EventRow["level"];
  status: EventStatus;
  when: When;
  placeId: string | null;
  participants: Participant[];
  agreements: Omit<Stored<"eventAgreement">, "eventId">[];
  topics: string[];
  summary: string | null;
  knownOn: Day | null;
  note: string;
  claimant: string | null;
}

/** Reads an input against what is there: the draft, or all that is wrong, each with the path of its field. */
export async function readDraft(input: RecordEventInput, { tx, today }: Reading) {
  const { problems, wrong } = problemsOfInput();
  const title = readWords(input.title, "title", wrong);
  if (title === null) wrong("title", "Give it a title, such as “Pezeshkian's visit to Moscow”.");
  const when = input.when == null ? notFixed() : readWhen(input.when, "when", wrong);
  if (when) checkWhen(input.status, when, today, wrong);
  const since =
    input.status === "HELD" && when?.earliest != null
      ? { day: when.earliest, words: input.when ?? "" }
      : null;
  const knownOn = readKnownOn(input, today, wrong, since);
  const placeId = input.place ?? null;
  const [place] = await pick(tx, "place", [placeId]);
  if (placeId !== null && !place) wrong("place", unknown("place", placeId));
  if (input.participants.length === 0)
    wrong("participants", "Say who takes part: at least one leader, country or forum.");
  const participants = await participantsOf(
    tx,
    input.participants,
    when?.earliest ?? when?.latest ?? today,
    wrong,
  );
  const links = await linksGiven(tx, input.agreements ?? [], wrong);
  const agreements = links.map(({ agreement: agreementId, relation }) => ({
    agreementId,
    relation,
  }));
  const topics = [...new Set(input.topics ?? [])];
  for (const [place, found] of (await pick(tx, "topic", topics)).entries())
    if (!found) wrong(`topics.${place}`, unknown("topic", topics[place] ?? ""));
  const summary = readWords(input.summary, "summary", wrong);
  const claimant = readWords(input.claimant, "claimant", wrong);
  const note = readCommon(input, wrong);
  if (problems.length > 0 || when === null || title === null) return { wish: null, problems };
  const { kind, level, status } = input;
  const wish: Draft = {
    ...{ title, kind, level, status, when, placeId, participants, agreements, topics },
    ...{ summary, knownOn, note, claimant },
  };
  return { wish, problems };
}
