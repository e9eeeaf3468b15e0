// What belongs to events: who takes part, the agreements they bear on, topics. One statement each, for a whole page.
import { and, eq, sql } from "drizzle-orm";
import { type AgreementRow, agreementRow } from "../agreement/agreement.ts";
import type { Reading } from "../graphql/context.ts";
import { leaderAsOf } from "../leader/leader.ts";
import { asOfName, isKnown } from "../ledger/ledger.ts";
import { aligned, distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import { briefAgreementColumns, briefParticipantColumns } from "./brief.ts";

interface PartRead {
  part: Pick<Stored<"eventParticipant">, "eventId" | "role" | "forumId">;
  leader: Stored<"leader"> | null;
  country: Stored<"country"> | null;
  office: Stored<"office"> | null;
}

/** Who takes part in each event: guests and hosts first, then as recorded. `brief` reads names and titles alone. */
export async function participantsOf(
  { tx, asOf }: Reading,
  eventIds: readonly string[],
  brief: boolean,
) {
  const name = `event.participants${brief ? ".brief" : ""}`;
  const run = prepared<PartRead[]>(tx, name, (db, tables) => {
    const { eventParticipant: part, leader, country, office } = tables;
    const columns = brief ? briefParticipantColumns(tables) : { part, leader, country, office };
    return db
      .select(
        columns as {
          part: typeof part;
          leader: typeof leader;
          country: typeof country;
          office: typeof office;
        },
      )
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
  // The same person, country or office again and again: one object for each.
  const leaders = once(leaderAsOf(asOf));
  const countries = once((row: Stored<"country">) => ({ __typename: "Country" as const, ...row }));
  const offices = once((row: Stored<"office">) => ({ __typename: "Office" as const, ...row }));
  return grouped(eventIds, rows, (row) => row.part.eventId).map((group) =>
    group.map(({ part, leader, country, office }) => ({
      role: part.role,
      leader: leader && leaders(leader),
      country: country && countries(country),
      office: office && offices(office),
      forumId: part.forumId,
    })),
  );
}

/** Makes one thing of all rows with the same id. */
function once<Read extends { id: string }, Made>(make: (row: Read) => Made): (row: Read) => Made {
  const made = new Map<string, Made>();
  return (row) => {
    const known = made.get(row.id);
    if (known !== undefined) return known;
    const fresh = make(row);
    made.set(row.id, fresh);
    return fresh;
  };
}

/** How an event bears on an agreement. */
export interface EventAgreementRow {
  agreement: AgreementRow;
  relation: string;
}

interface AgreementRead {
  owner: string;
  relation: string;
  agreement: Stored<"agreement">;
  agreementState: Stored<"agreementState">;
}

/** The agreements that each event bears on, of those known on the day. `brief` reads titles and statuses alone. */
export async function agreementsOfEvents(
  { tx, asOf }: Reading,
  eventIds: readonly string[],
  brief: boolean,
): Promise<EventAgreementRow[][]> {
  const name = `event.agreements.${asOfName(asOf)}${brief ? ".brief" : ""}`;
  const run = prepared<AgreementRead[]>(tx, name, (db, tables) => {
    const { eventAgreement: link, agreement, agreementState } = tables;
    const columns = brief ? briefAgreementColumns(tables) : { agreement, agreementState };
    return db
      .select({
        owner: link.eventId,
        relation: link.relation,
        ...(columns as { agreement: typeof agreement; agreementState: typeof agreementState }),
      })
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
  const known = new Map<string, AgreementRow>();
  return grouped(eventIds, rows, (row) => row.owner).map((group) =>
    group.map((row) => {
      const agreement = known.get(row.agreement.id) ?? agreementRow(row);
      known.set(agreement.id, agreement);
      return { relation: row.relation, agreement };
    }),
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

/** How many events each topic has, of those known on the day. */
export async function countEventsOfTopics(
  { tx, asOf }: Reading,
  topicIds: readonly string[],
): Promise<number[]> {
  const run = prepared(tx, `event.countOfTopics.${asOfName(asOf)}`, (db, tables) => {
    const { eventTopic, eventState: state } = tables;
    return db
      .select({ id: eventTopic.topicId, count: sql`count(*)`.mapWith(Number) })
      .from(eventTopic)
      .innerJoin(state, and(eq(state.eventId, eventTopic.eventId), isKnown(state, asOf)))
      .where(inList(tx, eventTopic.topicId, sql.placeholder("ids")))
      .groupBy(eventTopic.topicId);
  });
  const rows = await run({ ids: distinct(topicIds), asOf });
  return aligned(topicIds, rows, (row) => row.id).map((row) => row?.count ?? 0);
}
