// What belongs to events: who takes part, the agreements they bear on, topics. One statement each, for a whole page.
import { and, eq, sql } from "drizzle-orm";
import { type AgreementRow, agreementRow } from "../agreement/agreement.ts";
import type { Reading } from "../graphql/context.ts";
import { leaderAsOf } from "../leader/leader.ts";
import { asOfName, isKnown } from "../ledger/ledger.ts";
import { distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";

/** Who takes part in each event: guests and hosts first, then as recorded. */
export async function participantsOf({ tx, asOf }: Reading, eventIds: readonly string[]) {
  const run = prepared(tx, "event.participants", (db, tables) => {
    const { eventParticipant: part, leader, country, office } = tables;
    return db
      .select({ part, leader, country, office })
      .from(part)
      .leftJoin(leader, eq(leader.id, part.leaderId))
      .leftJoin(country, eq(country.id, part.countryId))
      .leftJoin(office, eq(office.id, part.officeId))
      .where(inList(tx, part.eventId, sql.placeholder("ids")))
      .orderBy(
        part.eventId,
        sql`case ${part.role} when 'GUEST' then 0 when 'HOST' then 1 else 2 end`,
        part.position,
      );
  });
  const rows = await run({ ids: distinct(eventIds) });
  const leaders = leaderAsOf(asOf);
  return grouped(eventIds, rows, (row) => row.part.eventId).map((group) =>
    group.map(({ part, leader, country, office }) => ({
      role: part.role,
      leader: leader && leaders(leader),
      country: country && { __typename: "Country" as const, ...country },
      office: office && { __typename: "Office" as const, ...office },
      forumId: part.forumId,
    })),
  );
}

/** How an event bears on an agreement. */
export interface EventAgreementRow {
  agreement: AgreementRow;
  relation: string;
}

/** The agreements that each event bears on, of those known on the day. */
export async function agreementsOfEvents(
  { tx, asOf }: Reading,
  eventIds: readonly string[],
): Promise<EventAgreementRow[][]> {
  const run = prepared(tx, `event.agreements.${asOfName(asOf)}`, (db, tables) => {
    const { eventAgreement: link, agreement, agreementState } = tables;
    return db
      .select({ owner: link.eventId, relation: link.relation, agreement, agreementState })
      .from(link)
      .innerJoin(agreement, eq(agreement.id, link.agreementId))
      .innerJoin(
        agreementState,
        and(eq(agreementState.agreementId, agreement.id), isKnown(agreementState, asOf)),
      )
      .where(inList(tx, link.eventId, sql.placeholder("ids")))
      .orderBy(link.eventId, agreement.position, agreement.id);
  });
  const rows = await run({ ids: distinct(eventIds), asOf });
  return grouped(eventIds, rows, (row) => row.owner).map((group) =>
    group.map((row) => ({ relation: row.relation, agreement: agreementRow(row) })),
  );
}

/** What each event is about, by name. */
export async function topicsOfEvents(tx: Tx, eventIds: readonly string[]) {
  const run = prepared(tx, "event.topics", (db, { eventTopic, topic }) =>
    db
      .select({ owner: eventTopic.eventId, topic })
      .from(eventTopic)
      .innerJoin(topic, eq(topic.id, eventTopic.topicId))
      .where(inList(tx, eventTopic.eventId, sql.placeholder("ids")))
      .orderBy(topic.name, topic.id),
  );
  const rows = await run({ ids: distinct(eventIds) });
  return grouped(eventIds, rows, (row) => row.owner).map((group) =>
    group.map((row) => ({ __typename: "Topic" as const, ...row.topic })),
  );
}
