// What events and agreements are found by: their titles; who is in them, where and in what way; and what had been said of them by the day.
import { eq, min } from "drizzle-orm";
import { liveOn, type Report, reportsOfSubjects } from "../ledger/ledger.ts";
import { distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import type { Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { whenOf } from "../storage/when.ts";
import type { Day } from "../when/day.ts";
import { type When, wordsOfWhen } from "../when/when.ts";
import { absorbedBy } from "./absorbed.ts";
import {
  called,
  draftsOver,
  ofCountry,
  ofForum,
  ofPlace,
  properNames,
  said,
  silent,
} from "./draft.ts";
import type { Draft, Passage } from "./entry.ts";

/** What finds each event. */
export async function draftsOfEvents(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { event, eventState, place, country } = tx.tables;
  const events = await tx.db
    .select()
    .from(event)
    .where(inList(tx, event.id, ids));
  const states = await tx.db
    .select({ state: eventState, place, country })
    .from(eventState)
    .leftJoin(place, eq(place.id, eventState.placeId))
    .leftJoin(country, eq(country.id, place.countryId))
    .where(inList(tx, eventState.eventId, ids));
  const own = events.map((row) => row.id);
  const statesOf = grouped(own, states, (row) => row.state.eventId);
  const parts = await participants(tx, own);
  const topics = await topicsOf(tx, "eventTopic", "eventId", own);
  const reports = await reportsOfSubjects(tx, "EVENT", own);
  const absorbed = await absorbedBy(tx, "event", own);
  const heard = await firstHeard(tx, [...absorbed.values()].flat());
  return events.flatMap((row, index) => {
    const others = absorbed.get(row.id) ?? [];
    const lasting = [...(parts[index] ?? []), ...(topics[index] ?? [])];
    const days = [row.summaryKnownOn, ...(reports[index] ?? []).map((report) => report.knownOn)];
    const titles = (day: Day) => [row, ...others.filter(({ id }) => (heard.get(id) ?? 0) <= day)];
    return (statesOf[index] ?? []).flatMap(({ state, place, country }) =>
      draftsOver({ kind: "EVENT", id: row.id }, known(state), days, (day) => ({
        day: state.sortDay,
        passages: [
          ...called(distinct(titles(day).map((each) => each.title))),
          ...ofKind(row.kind),
          ...said((row.summaryKnownOn ?? Infinity) <= day ? row.summary : null),
          ...notes(reports[index] ?? [], day),
          ...ofPlace(place?.name),
          ...ofCountry(country),
          ...dateWords(whenOf(state)),
          ...lasting,
        ],
      })),
    );
  });
}

/** What finds each agreement. */
export async function draftsOfAgreements(tx: Tx, ids: readonly string[]): Promise<Draft[]> {
  const { agreement, agreementState } = tx.tables;
  const agreements = await tx.db
    .select()
    .from(agreement)
    .where(inList(tx, agreement.id, ids));
  const states = await tx.db
    .select()
    .from(agreementState)
    .where(inList(tx, agreementState.agreementId, ids));
  const own = agreements.map((row) => row.id);
  const statesOf = grouped(own, states, (row) => row.agreementId);
  const parties = await partiesOf(tx, own);
  const topics = await topicsOf(tx, "agreementTopic", "agreementId", own);
  const reports = await reportsOfSubjects(tx, "AGREEMENT", own);
  return agreements.flatMap((row, index) => {
    const names = [row.title, row.shortTitle, ...row.aliases];
    const lasting = [...(parties[index] ?? []), ...(topics[index] ?? []), ...ofKind(row.kind)];
    const days = (reports[index] ?? []).map((report) => report.knownOn);
    return (statesOf[index] ?? []).flatMap((state) =>
      draftsOver({ kind: "AGREEMENT", id: row.id }, known(state), days, (day) => ({
        day: state.sortDay,
        passages: [
          ...called(names),
          ...notes(reports[index] ?? [], day),
          ...silent(row.subject),
          ...dateWords(whenOf(state)),
          ...lasting,
        ],
      })),
    );
  });
}

/** The day of the first report on each of what became part of another, from which on somebody called it so. */
async function firstHeard(tx: Tx, rows: readonly { id: string }[]): Promise<Map<string, Day>> {
  if (rows.length === 0) return new Map();
  const { report } = tx.tables;
  const ids = rows.map(({ id }) => id);
  const found = await tx.db
    .select({ id: report.eventId, day: min(report.knownOn) })
    .from(report)
    .where(inList(tx, report.eventId, ids))
    .groupBy(report.eventId);
  return new Map(found.map(({ id, day }) => [id as string, day ?? 0]));
}

function known({ knownFrom, knownTo }: { knownFrom: Day; knownTo: Day }) {
  return { from: knownFrom, to: knownTo };
}

/** Remarks on the reports that count on the day. */
function notes(reports: readonly Report[], day: Day): Passage[] {
  return liveOn(reports, day).claims.flatMap((report) => said(report.note));
}

function dateWords(when: When): Passage[] {
  return when.edtf === null ? [] : silent(wordsOfWhen(when));
}

/** `PLAN_OF_ACTION` as it is typed. */
function ofKind(kind: string): Passage[] {
  return [{ text: kind.toLowerCase().replaceAll("_", " "), as: "head", isSilent: true }];
}

async function participants(tx: Tx, ids: readonly string[]): Promise<Passage[][]> {
  const { eventParticipant: part, leader, country, forum } = tx.tables;
  const rows = await tx.db
    .select({ eventId: part.eventId, leader, country, forum })
    .from(part)
    .leftJoin(leader, eq(leader.id, part.leaderId))
    .leftJoin(country, eq(country.id, part.countryId))
    .leftJoin(forum, eq(forum.id, part.forumId))
    .where(inList(tx, part.eventId, ids))
    .orderBy(part.eventId, part.position);
  return grouped(ids, rows, (row) => row.eventId).map((group) => [
    ...group.flatMap(({ leader }) => nameOf(leader)),
    ...group.flatMap(({ country, forum }) => [...ofCountry(country), ...ofForum(forum)]),
  ]);
}

function nameOf(leader: Stored<"leader"> | null): Passage[] {
  if (!leader) return [];
  return [
    ...properNames([leader.name], { as: "head" }),
    ...properNames(leader.alsoKnownAs, { as: "head", isSilent: true }),
  ];
}

async function partiesOf(tx: Tx, ids: readonly string[]): Promise<Passage[][]> {
  const { agreementParty: party, country, forum } = tx.tables;
  const rows = await tx.db
    .select({ agreementId: party.agreementId, country, forum })
    .from(party)
    .leftJoin(country, eq(country.id, party.countryId))
    .leftJoin(forum, eq(forum.id, party.forumId))
    .where(inList(tx, party.agreementId, ids))
    .orderBy(party.agreementId, party.position);
  return grouped(ids, rows, (row) => row.agreementId).map((group) =>
    group.flatMap(({ country, forum }) => [...ofCountry(country), ...ofForum(forum)]),
  );
}

async function topicsOf<Table extends "eventTopic" | "agreementTopic">(
  tx: Tx,
  table: Table,
  owner: Table extends "eventTopic" ? "eventId" : "agreementId",
  ids: readonly string[],
): Promise<Passage[][]> {
  const { topic } = tx.tables;
  const link = tx.tables[table];
  const ownerId = link[
    owner as keyof typeof link
  ] as unknown as typeof tx.tables.eventTopic.eventId;
  const rows = await tx.db
    .select({ owner: ownerId, name: topic.name })
    .from(link)
    .innerJoin(topic, eq(topic.id, link.topicId))
    .where(inList(tx, ownerId, ids))
    .orderBy(ownerId, topic.name);
  return grouped(ids, rows, (row) => row.owner).map((group) =>
    group.flatMap(({ name }) => silent(name)),
  );
}
