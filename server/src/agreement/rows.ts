// Agreements as known on a day.
import { aliasedTable, and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { asOfName, isKnown } from "../ledger/ledger.ts";
import { aligned, distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { ledTo } from "../storage/merged.ts";
import type { Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import { whenOf } from "../storage/when.ts";
import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";
import type { AgreementState } from "./fold.ts";

/** An agreement as known on a day. */
export type AgreementRow = Stored<"agreement"> &
  Omit<AgreementState, "rivals"> & {
    __typename: "Agreement";
    when: When;
    sortDay: number | null;
    rivalClaims: AgreementState["rivals"];
  };

/** The row of an agreement and its state. */
export function agreementRow(read: {
  agreement: Stored<"agreement">;
  agreementState: Stored<"agreementState">;
}): AgreementRow {
  const { agreement, agreementState: state } = read;
  return {
    __typename: "Agreement",
    ...agreement,
    status: state.status,
    when: whenOf(state),
    sortDay: state.sortDay,
    disputed: state.disputed,
    ratified: state.ratified,
    mustRatify: state.mustRatify,
    reportId: state.reportId,
    stages: state.stages as AgreementState["stages"],
    rivalClaims: state.rivals as AgreementState["rivals"],
  };
}

/** Agreements by slug: entry i for slug i, null where none was known on the day. */
export async function agreementsBySlug(
  tx: Tx,
  slugs: readonly (string | null)[],
  asOf: Day | null,
): Promise<(AgreementRow | null)[]> {
  const asked = distinct(slugs);
  if (asked.length === 0) return slugs.map(() => null);
  const run = prepared(tx, `agreement.bySlug.${asOfName(asOf)}`, (db, tables) => {
    const { agreement, agreementState } = tables;
    return db
      .select({ agreement, agreementState })
      .from(agreement)
      .innerJoin(
        agreementState,
        and(eq(agreementState.agreementId, agreement.id), isKnown(agreementState, asOf)),
      )
      .where(inList(tx, agreement.id, sql.placeholder("ids")));
  });
  const rows = (await run({ ids: asked, asOf })).map(agreementRow);
  return aligned(slugs, rows, (row) => row.id);
}

/** What replaced each agreement, as known on the day; null where nothing had. */
export async function successorsOf(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<(AgreementRow | null)[]> {
  const { agreement, agreementState } = tx.tables;
  const rows = await tx.db
    .select({ agreement, agreementState })
    .from(agreement)
    .innerJoin(
      agreementState,
      and(eq(agreementState.agreementId, agreement.id), isKnown(agreementState, asOf)),
    )
    .where(and(isNotNull(agreement.supersedesId), inArray(agreement.supersedesId, distinct(ids))))
    .orderBy(agreementState.began, agreement.id)
    .prepare()
    .execute({ asOf });
  // Entry by entry the first that came.
  const found = rows.map(agreementRow).reverse();
  return aligned(ids, found, (row) => row.supersedesId ?? "");
}

/** The agreements that each country is a party to, as known on the day, in no order. */
export async function agreementsOfCountries(
  tx: Tx,
  countryIds: readonly string[],
  asOf: Day | null,
): Promise<AgreementRow[][]> {
  const run = prepared(tx, `agreement.ofCountries.${asOfName(asOf)}`, (db, tables) => {
    const { agreement, agreementParty, agreementState } = tables;
    return db
      .select({ countryId: agreementParty.countryId, agreement, agreementState })
      .from(agreementParty)
      .innerJoin(agreement, eq(agreement.id, agreementParty.agreementId))
      .innerJoin(
        agreementState,
        and(eq(agreementState.agreementId, agreement.id), isKnown(agreementState, asOf)),
      )
      .where(inList(tx, agreementParty.countryId, sql.placeholder("ids")));
  });
  const rows = await run({ ids: distinct(countryIds), asOf });
  const found = grouped(countryIds, rows, (row) => row.countryId ?? "");
  return found.map((group) => group.map(agreementRow));
}

/** What each agreement is about, by name. */
export async function topicsOfAgreements(tx: Tx, ids: readonly string[]) {
  const run = prepared(tx, "agreement.topics", (db, { agreementTopic, topic }) =>
    db
      .select({ owner: agreementTopic.agreementId, topic })
      .from(agreementTopic)
      .innerJoin(topic, eq(topic.id, agreementTopic.topicId))
      .where(inList(tx, agreementTopic.agreementId, sql.placeholder("ids")))
      .orderBy(topic.name, topic.id),
  );
  const rows = await run({ ids: distinct(ids) });
  return grouped(ids, rows, (row) => row.owner).map((group) =>
    group.map((row) => ({ __typename: "Topic" as const, ...row.topic })),
  );
}

/** How many agreements each topic has, of those known on the day. */
export async function countAgreementsOfTopics(
  tx: Tx,
  topicIds: readonly string[],
  asOf: Day | null,
): Promise<number[]> {
  const run = prepared(tx, `agreement.countOfTopics.${asOfName(asOf)}`, (db, tables) => {
    const { agreementTopic, agreementState: state } = tables;
    return db
      .select({ id: agreementTopic.topicId, count: sql`count(*)`.mapWith(Number) })
      .from(agreementTopic)
      .innerJoin(
        state,
        and(eq(state.agreementId, agreementTopic.agreementId), isKnown(state, asOf)),
      )
      .where(inList(tx, agreementTopic.topicId, sql.placeholder("ids")))
      .groupBy(agreementTopic.topicId);
  });
  const rows = await run({ ids: distinct(topicIds), asOf });
  return aligned(topicIds, rows, (row) => row.id).map((row) => row?.count ?? 0);
}

/** Who each agreement is between, in the order of the text. */
export async function partiesOfAgreements(tx: Tx, ids: readonly string[]): Promise<PartyRow[][]> {
  const run = prepared(tx, "agreement.parties", (db, { agreementParty: party, country, forum }) =>
    db
      .select({ owner: party.agreementId, party, country, forum })
      .from(party)
      .leftJoin(country, eq(country.id, party.countryId))
      .leftJoin(forum, eq(forum.id, party.forumId))
      .where(inList(tx, party.agreementId, sql.placeholder("ids")))
      .orderBy(party.agreementId, party.position),
  );
  const rows = await run({ ids: distinct(ids) });
  return grouped(ids, rows, (row) => row.owner).map((group) => group.map(partyRow));
}

/** Whose act each report tells of, with what they are to its agreement. */
export async function partiesOfReports(tx: Tx, ids: readonly string[]): Promise<PartyRow[][]> {
  const run = prepared(tx, "agreement.partiesOfReports", (db, tables) => {
    const { report, reportParty: acts, country, forum } = tables;
    const party = aliasedTable(tables.agreementParty, "party");
    const forumId = ledTo(acts.forumId, forum);
    return db
      .select({ owner: acts.reportId, party, country, forum })
      .from(acts)
      .innerJoin(report, eq(report.id, acts.reportId))
      .leftJoin(country, eq(country.id, acts.countryId))
      .leftJoin(forum, eq(forum.id, forumId))
      .leftJoin(
        party,
        and(
          eq(party.agreementId, ledTo(report.agreementId, tables.agreement)),
          sql`(${party.countryId} = ${acts.countryId} or ${party.forumId} = ${forumId})`,
        ),
      )
      .where(inList(tx, acts.reportId, sql.placeholder("ids")))
      .orderBy(acts.reportId, acts.position);
  });
  const rows = await run({ ids: distinct(ids) });
  return grouped(ids, rows, (row) => row.owner).map((group) => group.map(partyRow));
}

/** A country or forum that an agreement is between, or that acted on it. */
export interface PartyRow {
  entity:
    | (Stored<"country"> & { __typename: "Country" })
    | (Stored<"forum"> & { __typename: "Forum" });
  key: string;
  name: string;
  role: string;
  mustRatify: boolean;
  note: string | null;
}

function partyRow(read: {
  party: Stored<"agreementParty"> | null;
  country: Stored<"country"> | null;
  forum: Stored<"forum"> | null;
}): PartyRow {
  const { party, country, forum } = read;
  const rest = {
    role: party?.role ?? "party",
    mustRatify: party?.mustRatify ?? false,
    note: party?.note ?? null,
  };
  if (country) {
    const entity = { __typename: "Country" as const, ...country };
    return { entity, key: country.code, name: country.name, ...rest };
  }
  if (!forum) throw new Error("A party is neither a country nor a forum");
  const entity = { __typename: "Forum" as const, ...forum };
  return { entity, key: forum.id, name: forum.shortName, ...rest };
}
