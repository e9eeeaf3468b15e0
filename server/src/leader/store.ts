import { and, asc, eq, gt, or, type SQL, sql } from "drizzle-orm";
import type { PageRequest } from "../graphql/page.ts";
import { inList } from "../storage/match.ts";
import { pick, type Stored } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { containWords } from "../storage/words.ts";
import type { Day } from "../when/day.ts";

/** A leader as known on a day; `died` is null for whoever was alive, as far as was known. */
export type LeaderRow = Stored<"leader"> & { __typename: "Leader" };

/** Which leaders to list: words of the name or another spelling, and ids of countries. */
export interface LeaderFilter {
  text?: string | null;
  countryIds?: string[] | null;
}

function knownOn(asOf: Day | null) {
  return (row: Stored<"leader">): LeaderRow => {
    const alive = asOf !== null && row.diedDay !== null && row.diedDay > asOf;
    return { __typename: "Leader", ...row, died: alive ? null : row.died };
  };
}

/** Leaders by id: entry i for id i, null where there is none. */
export async function leadersById(
  tx: Tx,
  ids: readonly (string | null)[],
  asOf: Day | null,
): Promise<(LeaderRow | null)[]> {
  const known = knownOn(asOf);
  return (await pick(tx, "leader", ids)).map((row) => row && known(row));
}

function matching(tx: Tx, filter: LeaderFilter): SQL | undefined {
  const { name, alsoKnownAs, countryId } = tx.tables.leader;
  return and(
    filter.countryIds == null ? undefined : inList(tx, countryId, filter.countryIds),
    containWords(tx, [name, sql`cast(${alsoKnownAs} as text)`], filter.text),
  );
}

/** One more than a page of leaders, by name and id. */
export async function leadersPage(
  tx: Tx,
  filter: LeaderFilter,
  request: PageRequest,
  asOf: Day | null,
): Promise<LeaderRow[]> {
  const { name, id } = tx.tables.leader;
  const [lastName, lastId] = request.after ?? [];
  const behind =
    request.after === null
      ? undefined
      : or(gt(name, String(lastName)), and(eq(name, String(lastName)), gt(id, String(lastId))));
  const rows = await tx.db
    .select()
    .from(tx.tables.leader)
    .where(and(matching(tx, filter), behind))
    .orderBy(asc(name), asc(id))
    .limit(request.first + 1);
  return rows.map(knownOn(asOf));
}

/** How many leaders there are of those asked for. */
export async function countLeaders(tx: Tx, filter: LeaderFilter): Promise<number> {
  return tx.db.$count(tx.tables.leader, matching(tx, filter));
}
