import { and, isNull } from "drizzle-orm";
import type { AnySQLiteColumn } from "drizzle-orm/sqlite-core";
import { EVER } from "../edit/edit.ts";
import { type SourceRow, sourcesOf } from "../source/source.ts";
import { distinct, grouped } from "../storage/align.ts";
import { knownBy } from "../storage/known.ts";
import { inList } from "../storage/match.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { whenOf } from "../storage/when.ts";
import type { Day } from "../when/day.ts";
import type { When } from "../when/when.ts";
import { sessionAsOf } from "./session.ts";
import { isTold, toldFrom } from "./told.ts";

/** A forum as it is stored. */
export type ForumRow = Stored<"forum"> & { __typename: "Forum" };

/** A country's time in a forum as known on a day; `to` is null while it had not ended. */
export type MembershipRow = Stored<"membership"> & { from: string | null; to: string | null };

/** A session as known on a day. */
export type SessionRow = Stored<"session"> & { __typename: "Session"; when: When };

const forum = (row: Stored<"forum">): ForumRow => ({ __typename: "Forum", ...row });

/** All forums that could be told of on the day, in no order: some hundred at most. */
export async function allForums(tx: Tx, asOf: Day | null): Promise<ForumRow[]> {
  const rows = await tx.db.select().from(tx.tables.forum).where(isNull(tx.tables.forum.mergedInto));
  return rows.filter((row) => isTold(row, asOf)).map(forum);
}

/** Forums by id that could be told of on the day: entry i for id i, null where there was none. */
export async function forumsKnown(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<(ForumRow | null)[]> {
  const rows = await forumsById(tx, ids);
  return rows.map((row) => (row && isTold(row, asOf) ? row : null));
}

/** Forums by id: entry i for id i, null where there is none by itself. What is named by something known is known, whatever the day. */
export async function forumsById(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<(ForumRow | null)[]> {
  const rows = await pick(tx, "forum", ids);
  return rows.map((row) => (row?.mergedInto === null ? forum(row) : null));
}

/** The first day on which a forum could be told of; null where there is none. */
export async function forumKnownSince(tx: Tx, id: string): Promise<Day | null> {
  const [row] = await pick(tx, "forum", [id]);
  return row ? (toldFrom(row) ?? EVER) : null;
}

/** The memberships of each forum that had begun by the day, in no order. */
export function membershipsOfForums(
  tx: Tx,
  forumIds: readonly string[],
  asOf: Day | null,
): Promise<MembershipRow[][]> {
  return memberships(tx, tx.tables.membership.forumId, forumIds, asOf, (row) => row.forumId);
}

/** The memberships of each country that had begun by the day, in no order. */
export function membershipsOfCountries(
  tx: Tx,
  countryIds: readonly string[],
  asOf: Day | null,
): Promise<MembershipRow[][]> {
  return memberships(tx, tx.tables.membership.countryId, countryIds, asOf, (row) => row.countryId);
}

/** Memberships by id that had begun by the day: entry i for id i, null where there was none. */
export async function membershipsById(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<(MembershipRow | null)[]> {
  const rows = await memberships(tx, tx.tables.membership.id, ids, asOf, (row) => row.id);
  return rows.map(([row = null]) => row);
}

async function memberships(
  tx: Tx,
  column: AnySQLiteColumn,
  ids: readonly string[],
  asOf: Day | null,
  ownerOf: (row: MembershipRow) => string,
): Promise<MembershipRow[][]> {
  const { membership } = tx.tables;
  const begun = and(knownBy(membership.fromDay, asOf), knownBy(membership.knownOn, asOf));
  const rows = await tx.db
    .select()
    .from(membership)
    .where(and(inList(tx, column, distinct(ids)), begun));
  const known = rows.map((row) => {
    const over = asOf === null || (row.toDay !== null && row.toDay <= asOf);
    const to = over ? row.toEdtf : null;
    return { ...row, from: row.fromEdtf, to, note: hindsight(row.note, over) };
  });
  return grouped(ids, known, ownerOf);
}

/** Remarks were written with hindsight: they wait until what they are about is over, and there is nothing left to foretell. */
function hindsight(note: string | null, isOver: boolean): string | null {
  return isOver ? note : null;
}

/** What each membership rests on. */
export function sourcesOfMemberships(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<SourceRow[][]> {
  const table = tx.tables.membershipSource;
  const { membershipId: owner, position, sourceId: source } = table;
  return sourcesOf(tx, { table, owner, position, source }, ids, asOf);
}

function sessionKnown(row: Stored<"session">, asOf: Day | null): SessionRow | null {
  const known = sessionAsOf(row, asOf);
  if (!known) return null;
  const isOver = asOf === null || (known.latest !== null && known.latest <= asOf);
  return {
    __typename: "Session",
    ...known,
    when: whenOf(known),
    note: hindsight(known.note, isOver),
  };
}

/** Sessions by id, as known on the day: entry i for id i, null where none was known. */
export async function sessionsById(
  tx: Tx,
  ids: readonly (string | null)[],
  asOf: Day | null,
): Promise<(SessionRow | null)[]> {
  return (await pick(tx, "session", ids)).map((row) => row && sessionKnown(row, asOf));
}

/** The sessions of each forum that were known on the day, in no order. */
export async function sessionsOfForums(
  tx: Tx,
  forumIds: readonly string[],
  asOf: Day | null,
): Promise<SessionRow[][]> {
  const rows = await tx.db
    .select()
    .from(tx.tables.session)
    .where(inList(tx, tx.tables.session.forumId, distinct(forumIds)));
  const known = rows.flatMap((row) => sessionKnown(row, asOf) ?? []);
  return grouped(forumIds, known, (row) => row.forumId);
}

/** What each session rests on. */
export function sourcesOfSessions(
  tx: Tx,
  ids: readonly string[],
  asOf: Day | null,
): Promise<SourceRow[][]> {
  const table = tx.tables.sessionSource;
  const { sessionId: owner, position, sourceId: source } = table;
  return sourcesOf(tx, { table, owner, position, source }, ids, asOf);
}
