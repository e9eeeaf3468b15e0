// What two forums have in common, and what one membership rests on.
import { asc, eq } from "drizzle-orm";
import { inList } from "../storage/match.ts";
import type { Tx } from "../storage/storage.ts";

/** The agreements that name both as parties. */
export async function agreementsBetween(tx: Tx, one: string, other: string): Promise<string[]> {
  const { agreementParty: party } = tx.tables;
  const rows = await tx.db
    .select({ agreementId: party.agreementId, forumId: party.forumId })
    .from(party)
    .where(inList(tx, party.forumId, [one, other]))
    .orderBy(asc(party.agreementId));
  const named = rows.filter(({ forumId }) => forumId === one).map((row) => row.agreementId);
  return rows
    .filter((row) => row.forumId === other && named.includes(row.agreementId))
    .map((row) => row.agreementId);
}

/** The rows that say what a membership rests on. */
export function sourceLinksOfMembership(tx: Tx, id: string) {
  const { membershipSource: link } = tx.tables;
  return tx.db.select().from(link).where(eq(link.membershipId, id)).orderBy(asc(link.position));
}
