// What is kept of an event beside its reports is corrected: what it is called, who takes part, what it bears on.
import { givenTopics } from "../agreement/agreement.ts";
import {
  amend,
  type EditInput,
  type Fields,
  givenName,
  givenWords,
  named,
  problemsOfInput,
  slugIn,
  unknown,
  type Wrong,
} from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { reaches } from "../storage/reach.ts";
import type { Tx } from "../storage/storage.ts";
import { isoOf } from "../when/day.ts";
import { type EventFields, type LinkFields, namedLinks, namedParticipants } from "./kept.ts";
import { linksGiven } from "./linked.ts";
import { type ParticipantInput, participantsOf } from "./participant.ts";
import { eventsBySlug } from "./rows.ts";
import { EVENT_FACTS } from "./thing.ts";

/** The input of `updateEvent`, as the contract has it. */
export interface UpdateEventInput extends EditInput {
  eventId: string;
  title?: string | null;
  kind?: EventFields["kind"] | null;
  level?: EventFields["level"] | null;
  summary?: string | null;
  partOf?: string | null;
  participants?: ParticipantInput[] | null;
  agreements?: LinkFields[] | null;
  topics?: string[] | null;
}

/** Carries out the mutation `updateEvent`. */
export const updateEvent = amend<UpdateEventInput>({
  action: "updateEvent",
  alias: "event",
  thing: EVENT_FACTS,
  about: (_, { eventId }) => ({ id: slugIn(eventId, "Event"), field: "eventId" }),
  async read(input, reading, { id, fields, knownOn }) {
    const { tx } = reading;
    const { problems, wrong } = problemsOfInput();
    const held = fields as unknown as EventFields;
    for (const field of ["kind", "level", "participants"] as const)
      if (input[field] === null) wrong(field, "Say it, or leave it out.");
    const summary = givenWords(input.summary, held.summary, "summary", wrong);
    const isTold = summary !== held.summary;
    const own: EventFields = {
      title: givenName(input.title, held.title, "title", wrong),
      kind: input.kind ?? held.kind,
      level: input.level ?? held.level,
      summary,
      summaryKnownOn: isTold ? (summary === null ? null : isoOf(knownOn)) : held.summaryKnownOn,
      partOf: await givenWhole(tx, input.partOf, held.partOf, id, wrong),
      ...{ session: held.session, rescheduledTo: held.rescheduledTo },
      topics: await givenTopics(tx, input.topics, held.topics, wrong),
    };
    const present = await givenParticipants(reading, id, input.participants, wrong);
    const links = await givenLinks(tx, input.agreements, wrong);
    const parts = Object.entries(fields).filter(
      ([name]) =>
        !(present && name.startsWith("participants.")) &&
        !(links && name.startsWith("agreements.")),
    );
    return { fields: { ...Object.fromEntries(parts), ...own, ...present, ...links }, problems };
  },
});

/** Those who take part, with the offices they held on the event's day; null when they are left out. */
async function givenParticipants(
  reading: Reading,
  id: string,
  inputs: readonly ParticipantInput[] | null | undefined,
  wrong: Wrong,
): Promise<Fields | null> {
  if (inputs == null) return null;
  if (inputs.length === 0)
    wrong("participants", "Say who takes part: at least one leader, country or forum.");
  const [event] = await eventsBySlug(reading, [id]);
  const day = event?.when.earliest ?? event?.when.latest ?? reading.today;
  const found = await participantsOf(reading.tx, inputs, day, wrong);
  return namedParticipants(
    found.map(({ role, leaderId: leader, countryId: country, forumId: forum, officeId }) => ({
      ...{ role, leader, country, forum, office: officeId },
    })),
  );
}

async function givenLinks(
  tx: Tx,
  inputs: readonly LinkFields[] | null | undefined,
  wrong: Wrong,
): Promise<Fields | null> {
  if (inputs === undefined) return null;
  return namedLinks(await linksGiven(tx, inputs ?? [], wrong));
}

/** The slug of the event that this one is part of. None is part of itself, nor of one of its own parts. */
async function givenWhole(
  tx: Tx,
  slug: string | null | undefined,
  held: string | null,
  own: string,
  wrong: Wrong,
): Promise<string | null> {
  if (slug === undefined) return held;
  if (slug === null) return null;
  const [first] = await named(tx, "event", [slug]);
  if (!first) wrong("partOf", unknown("event", slug));
  else if (await reaches(tx, ["event", "partOfId"], first.id, own))
    wrong("partOf", "It cannot be part of itself, nor of one of its own parts.");
  return first?.id ?? slug;
}
