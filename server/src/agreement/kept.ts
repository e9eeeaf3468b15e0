// What is kept of an agreement beside its reports, as named values, and the rows that say it.
import { asc, desc, eq } from "drizzle-orm";
import { type Fields, type Kept, partNamed, partsIn } from "../edit/edit.ts";
import { insertAll } from "../storage/batch.ts";
import { keepRow } from "../storage/keep.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { agreementsBySlug } from "./rows.ts";
import { refoldAgreement } from "./store.ts";

/** What is kept of an agreement beside its parties. */
export interface AgreementFields {
  title: string;
  shortTitle: string;
  aliases: string[];
  kind: Stored<"agreement">["kind"];
  binding: Stored<"agreement">["binding"];
  requiresRatification: boolean;
  duration: string | null;
  subject: string | null;
  supersedes: string | null;
  confidence: Stored<"agreement">["confidence"];
  topics: string[];
  remark: string | null;
}

/** What is kept of a party, under the slug of its country or forum. `position` is its place in the text, from 0. */
export interface PartyFields {
  position: number;
  country: string | null;
  forum: string | null;
  role: string;
  mustRatify: boolean;
  remark: string | null;
}

/** What is kept of an agreement; null where nothing is known of one. */
export async function keptAgreement(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await agreementsBySlug(tx, [id], null);
  if (!row) return null;
  const { title, shortTitle, aliases, kind, binding, requiresRatification } = row;
  const own: AgreementFields = {
    ...{ title, shortTitle, aliases, kind, binding, requiresRatification },
    ...{ duration: row.duration, subject: row.subject, supersedes: row.supersedesId },
    ...{ confidence: row.confidence, topics: await topicsOf(tx, id), remark: row.note },
  };
  return { version: row.version, fields: { ...own, ...namedParties(await partiesOf(tx, id)) } };
}

/** Parties under the names that they have among the values of their agreement. */
export function namedParties(parties: readonly PartyFields[]): Fields {
  return Object.assign(
    {},
    ...parties.map((each) => partNamed("parties", each.country ?? each.forum ?? "", { ...each })),
  );
}

async function partiesOf(tx: Tx, id: string): Promise<PartyFields[]> {
  const { agreementParty: party } = tx.tables;
  const rows = await tx.db
    .select()
    .from(party)
    .where(eq(party.agreementId, id))
    .orderBy(asc(party.position));
  return rows.map(({ position, countryId: country, forumId: forum, role, mustRatify, note }) => ({
    ...{ position, country, forum, role, mustRatify },
    remark: note,
  }));
}

async function topicsOf(tx: Tx, id: string): Promise<string[]> {
  const { agreementTopic: topic } = tx.tables;
  const rows = await tx.db.select().from(topic).where(eq(topic.agreementId, id));
  return rows.map(({ topicId }) => topicId).sort();
}

/** Makes the rows of an agreement say this, and folds its reports anew: who must ratify decides where it stands. */
export async function keepAgreement(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const { supersedes, topics, remark, ...own } = ownOf(fields);
  const [held] = await pick(tx, "agreement", [id]);
  await keepRow(tx, "agreement", {
    ...{ id, ...own, supersedesId: supersedes, note: remark, version },
    position: held?.position ?? (await nextPosition(tx)),
  });
  await keepParties(tx, id, [...partsIn(fields, "parties").values()] as unknown as PartyFields[]);
  await keepTopics(tx, id, topics);
  await refoldAgreement(tx, id);
}

function ownOf(fields: Fields): AgreementFields {
  const names = Object.entries(fields).filter(([name]) => !name.includes("."));
  return Object.fromEntries(names) as unknown as AgreementFields;
}

async function nextPosition(tx: Tx): Promise<number> {
  const { agreement } = tx.tables;
  const [last] = await tx.db
    .select({ position: agreement.position })
    .from(agreement)
    .orderBy(desc(agreement.position))
    .limit(1);
  return (last?.position ?? 0) + 1;
}

async function keepParties(tx: Tx, id: string, parties: readonly PartyFields[]): Promise<void> {
  const { agreementParty } = tx.tables;
  const ordered = parties.toSorted((a, b) => a.position - b.position);
  if (
    JSON.stringify(namedParties(await partiesOf(tx, id))) === JSON.stringify(namedParties(ordered))
  )
    return;
  await tx.db.delete(agreementParty).where(eq(agreementParty.agreementId, id));
  const rows = ordered.map(({ country: countryId, forum: forumId, remark: note, ...rest }) => ({
    ...{ agreementId: id, countryId, forumId, note, ...rest },
  }));
  await insertAll(tx, agreementParty, rows);
}

async function keepTopics(tx: Tx, id: string, topics: readonly string[]): Promise<void> {
  const { agreementTopic } = tx.tables;
  if (JSON.stringify(await topicsOf(tx, id)) === JSON.stringify(topics)) return;
  await tx.db.delete(agreementTopic).where(eq(agreementTopic.agreementId, id));
  const rows = topics.map((topicId) => ({ agreementId: id, topicId }));
  await insertAll(tx, agreementTopic, rows);
}
