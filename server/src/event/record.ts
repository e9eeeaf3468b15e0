// An editor records an event that is not here yet, or plans a visit: its rows, and the first report on it.
import { countryOf } from "../country/country.ts";
import { type Creation, claimOf, create, knowledge, named, type SaidInput } from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { Refusal } from "../refusal.ts";
import { insertAll } from "../storage/batch.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";
import { type Draft, type RecordEventInput, readDraft } from "./draft.ts";
import { EVENT } from "./kind.ts";
import type { ParticipantInput } from "./participant.ts";
import type { EventRow } from "./rows.ts";
import { slugOfEvent } from "./slug.ts";

/** The input of `planVisit`, as the contract has it. */
export interface PlanVisitInput extends SaidInput {
  title?: string | null;
  guest: string;
  host: string;
  level: EventRow["level"];
  when?: string | null;
  place?: string | null;
  claimant?: string | null;
}

/** How an event that is not here yet is recorded. */
export const RECORDING: Creation<RecordEventInput, Draft> = {
  action: "recordEvent",
  alias: "event",
  kind: EVENT,
  read: (input, reading) => readDraft(input, reading),
  insert: insertEvent,
  report: sayIt,
};

/** Carries out the mutation `recordEvent`. */
export const recordEvent = create(RECORDING);

/** Carries out the mutation `planVisit`: an event with a guest and a host, scheduled once its date is fixed, expected until then. */
export const planVisit = create<PlanVisitInput, Draft>({
  action: "planVisit",
  alias: "event",
  kind: EVENT,
  async read(input, reading) {
    const [guest] = await named(reading.tx, "leader", [input.guest]);
    const host = await countryOf(reading.tx, input.host);
    const title = input.title ?? `${guest?.name ?? ""} to visit ${host?.name ?? ""}`;
    const isDay = /^\d{4}-\d\d-\d\d(\/\d{4}-\d\d-\d\d)?$/.test(input.when ?? "");
    const status = isDay ? "SCHEDULED" : "EXPECTED";
    const participants: ParticipantInput[] = [
      { role: "GUEST", leader: input.guest },
      { role: "HOST", country: input.host },
    ];
    const read = await readDraft({ ...input, title, kind: "VISIT", status, participants }, reading);
    // Named as the visit's own input has them.
    const fields: Record<string, string> = {
      "input.participants.0.leader": "guest",
      "input.participants.1.country": "host",
    };
    const problems = read.problems.map((problem) => {
      const field = fields[problem.inputPath.join(".")];
      if (!field) return problem;
      return new Refusal(problem.code, problem.message, { path: ["input", field] });
    });
    return { ...read, problems };
  },
  insert: insertEvent,
  report: sayIt,
});

function sayIt(
  wish: Draft,
  source: Parameters<typeof claimOf>[1],
  { reading: { today } }: { reading: Reading },
) {
  const happened = wish.status === "HELD" ? wish.when.earliest : null;
  return {
    ...claimOf(wish, source),
    ...knowledge(wish.knownOn, source, happened, today),
    status: wish.status,
    placeId: wish.placeId,
  };
}

/** Writes the rows of an event, under a slug of its own unless one that is free is given. */
export async function insertEvent(
  tx: Tx,
  wish: Draft,
  { knownOn }: { knownOn: Day },
  slug?: string,
): Promise<string> {
  const { tables } = tx;
  const id = slug ?? (await slugOfEvent(tx, wish.title, wish.when));
  await insertAll(tx, tables.event, [
    {
      id,
      kind: wish.kind,
      title: wish.title,
      summary: wish.summary,
      summaryKnownOn: wish.summary === null ? null : knownOn,
      level: wish.level,
      sessionId: null,
      partOfId: null,
      rescheduledToId: null,
      confidence: "CERTAIN",
      dateConfidence: "CERTAIN",
      uncertainty: null,
      firstKnown: knownOn,
      version: 1,
    },
  ]);
  await insertAll(
    tx,
    tables.eventParticipant,
    wish.participants.map((each, position) => ({ eventId: id, position, ...each })),
  );
  await insertAll(
    tx,
    tables.eventAgreement,
    wish.agreements.map((each) => ({ eventId: id, ...each })),
  );
  await insertAll(
    tx,
    tables.eventTopic,
    wish.topics.map((topicId) => ({ eventId: id, topicId })),
  );
  return id;
}
