// What is kept of an event beside its reports, as named values, and the rows that say it.
import { asc, eq } from "drizzle-orm";
import { type Fields, type Kept, partNamed, partsIn } from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { insertAll } from "../storage/batch.ts";
import { keepRow } from "../storage/keep.ts";
import type { Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { dayIn, isoIn } from "../when/day.ts";
import { eventsBySlug } from "./rows.ts";

/** What is kept of an event beside its parts. The day is ISO 8601. */
export interface EventFields {
  title: string;
  kind: Stored<"event">["kind"];
  level: Stored<"event">["level"];
  summary: string | null;
  /** From which day the summary can be told; null without one. */
  summaryKnownOn: string | null;
  partOf: string | null;
  /** The session of a forum that it is, and the event it was put off to. */
  session: string | null;
  rescheduledTo: string | null;
  topics: string[];
}

/** What is kept of somebody who takes part, under the place in the order. */
export interface ParticipantFields {
  role: Stored<"eventParticipant">["role"];
  leader: string | null;
  country: string | null;
  forum: string | null;
  office: string | null;
}

/** How an event bears on an agreement, under the slug of that. */
export interface LinkFields {
  agreement: string;
  relation: Stored<"eventAgreement">["relation"];
}

/** What is kept of an event; null where nothing is known of one. The day of a reading does not matter. */
export async function keptEvent(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await eventsBySlug({ tx, asOf: null, today: 0 } satisfies Reading, [id]);
  if (!row) return null;
  const { title, kind, level, summary, partOfId: partOf } = row;
  const own: EventFields = {
    ...{ title, kind, level, summary, summaryKnownOn: isoIn(row.summaryKnownOn), partOf },
    ...{ session: row.sessionId, rescheduledTo: row.rescheduledToId },
    topics: await topicsOf(tx, id),
  };
  const parts = { ...namedParticipants(await participantsOf(tx, id)) };
  return {
    version: row.version,
    fields: { ...own, ...parts, ...namedLinks(await linksOf(tx, id)) },
  };
}

/** Those who take part, under the names that they have among the values of their event. */
export function namedParticipants(participants: readonly ParticipantFields[]): Fields {
  const parts = participants.map((each, position) =>
    partNamed("participants", String(position), { ...each }),
  );
  return Object.assign({}, ...parts);
}

/** Links to agreements, under the names that they have among the values of their event. */
export function namedLinks(links: readonly LinkFields[]): Fields {
  return Object.assign(
    {},
    ...links.map((each) => partNamed("agreements", each.agreement, { ...each })),
  );
}

async function participantsOf(tx: Tx, id: string): Promise<ParticipantFields[]> {
  const { eventParticipant: part } = tx.tables;
  const rows = await tx.db
    .select()
    .from(part)
    .where(eq(part.eventId, id))
    .orderBy(asc(part.position));
  return rows.map(({ role, leaderId: leader, countryId: country, forumId: forum, officeId }) => ({
    ...{ role, leader, country, forum },
    office: officeId,
  }));
}

async function linksOf(tx: Tx, id: string): Promise<LinkFields[]> {
  const { eventAgreement: link } = tx.tables;
  const rows = await tx.db
    .select()
    .from(link)
    .where(eq(link.eventId, id))
    .orderBy(asc(link.agreementId));
  return rows.map(({ agreementId: agreement, relation }) => ({ agreement, relation }));
}

async function topicsOf(tx: Tx, id: string): Promise<string[]> {
  const { eventTopic: topic } = tx.tables;
  const rows = await tx.db.select().from(topic).where(eq(topic.eventId, id));
  return rows.map(({ topicId }) => topicId).sort();
}

/** Makes the rows of an event say this. What is so already is not touched. */
export async function keepEvent(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const { title, kind, level, summary, summaryKnownOn, partOf, session, rescheduledTo, topics } =
    fields as unknown as EventFields;
  const own = { id, title, kind, level, summary, summaryKnownOn: dayIn(summaryKnownOn) };
  const wholes = { partOfId: partOf, sessionId: session, rescheduledToId: rescheduledTo };
  await keepRow(tx, "event", { ...own, ...wholes, version });
  const { eventParticipant, eventAgreement, eventTopic } = tx.tables;
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

  const participants = [...partsIn(fields, "participants")]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, part]) => part as unknown as ParticipantFields);
  if (!isSame(namedParticipants(await participantsOf(tx, id)), namedParticipants(participants))) {
    await tx.db.delete(eventParticipant).where(eq(eventParticipant.eventId, id));
    const rows = participants.map(({ role, leader, country, forum, office }, position) => ({
      ...{ eventId: id, position, role, leaderId: leader, countryId: country, forumId: forum },
      officeId: office,
    }));
    await insertAll(tx, eventParticipant, rows);
  }

  const links = [...partsIn(fields, "agreements").values()] as unknown as LinkFields[];
  const sorted = links.toSorted((a, b) => (a.agreement < b.agreement ? -1 : 1));
  if (!isSame(namedLinks(await linksOf(tx, id)), namedLinks(sorted))) {
    await tx.db.delete(eventAgreement).where(eq(eventAgreement.eventId, id));
    const rows = sorted.map(({ agreement: agreementId, relation }) => ({
      ...{ eventId: id, agreementId, relation },
    }));
    await insertAll(tx, eventAgreement, rows);
  }

  if (!isSame(await topicsOf(tx, id), topics)) {
    await tx.db.delete(eventTopic).where(eq(eventTopic.eventId, id));
    await insertAll(
      tx,
      eventTopic,
      topics.map((topicId) => ({ eventId: id, topicId })),
    );
  }
}
