// Two records of one forum become one.
import {
  earlierOf,
  firstSaid,
  type Merger,
  merge,
  type Pair,
  partsIn,
  type Wrong,
} from "../edit/edit.ts";
import { pick } from "../storage/pick.ts";
import { removed } from "../storage/repoint.ts";
import type { Tx } from "../storage/storage.ts";
import { spell } from "../when/spell.ts";
import type { MembershipFields, SessionFields } from "./kept.ts";
import { agreementsBetween, sourceLinksOfMembership } from "./pair.ts";
import { FORUM } from "./thing.ts";

/** How forums are merged. Memberships and sessions of both are the one's. */
export const MERGING_FORUMS: Merger = {
  action: "mergeForums",
  alias: "forum",
  thing: FORUM,
  joined: (into, from) => ({
    ...firstSaid(["founded", "remark"], into, from),
    knownOn: earlierOf(into, from),
  }),
  async check(tx, pair, wrong) {
    for (const { mine, theirs } of overlapping(pair)) {
      if (saysAsMuch(mine, theirs)) continue;
      wrong(
        "fromId",
        `They disagree on “${mine.country}”: ${told(theirs)} in the one that goes, ${told(mine)} in the one that stays. Make the two memberships say the same, or follow on each other, by \`updateMembership\`; then merge.`,
      );
    }
    checkSessions(pair, wrong);
    const [both] = await agreementsBetween(tx, pair.from.id, pair.into.id);
    if (both !== undefined)
      wrong(
        "fromId",
        `Both are parties of the agreement “${both}”. Take one of them out there by \`updateAgreement\`; then merge.`,
      );
  },
  async spared(tx, pair) {
    const gone: string[] = [];
    for (const { id, mine, theirs } of overlapping(pair))
      if (saysAsMuch(mine, theirs)) gone.push(...(await withoutMembership(tx, id)));
    return gone;
  },
};

/** Carries out the mutation `mergeForums`. */
export const mergeForums = merge(MERGING_FORUMS);

/** A membership of the one that goes, with one of the one that stays that speaks of the same country in the same time. */
interface Overlap {
  id: string;
  mine: MembershipFields;
  theirs: MembershipFields;
}

function overlapping({ from, into }: Pair): Overlap[] {
  const of = (fields: Pair["from"]["fields"]) =>
    [...partsIn(fields, "memberships")] as unknown as [string, MembershipFields][];
  return of(from.fields).flatMap(([id, theirs]) => {
    const same = of(into.fields).find(([, mine]) => isTogether(mine, theirs));
    return same ? [{ id, mine: same[1], theirs }] : [];
  });
}

/** Whether two memberships are of one country and touch the same days. Where one ends as the other begins, it follows. */
function isTogether(a: MembershipFields, b: MembershipFields): boolean {
  if (a.country !== b.country) return false;
  if (a.to !== null && a.to === b.from) return false;
  if (b.to !== null && b.to === a.from) return false;
  const [one, other] = [spell(a.from, a.to), spell(b.from, b.to)];
  const ends = (day: number | null) => day ?? Number.POSITIVE_INFINITY;
  const begins = (day: number | null) => day ?? Number.NEGATIVE_INFINITY;
  return begins(one.fromDay) <= ends(other.toDay) && begins(other.fromDay) <= ends(one.toDay);
}

/** Whether the membership of the one that stays says all that the other's does. */
function saysAsMuch(mine: MembershipFields, theirs: MembershipFields): boolean {
  const isFrom = theirs.from === null || theirs.from === mine.from;
  return mine.role === theirs.role && isFrom && theirs.to === mine.to;
}

function told({ role, from, to }: MembershipFields): string {
  return `${role.toLowerCase()} from ${from ?? "a day not given"} to ${to ?? "now"}`;
}

/** Two sessions with one number are one session twice, or one of the numbers is wrong: nobody but an editor can say. */
function checkSessions({ from, into }: Pair, wrong: Wrong): void {
  const of = (fields: Pair["from"]["fields"]) =>
    [...partsIn(fields, "sessions").values()] as unknown as SessionFields[];
  for (const { ordinal, name } of of(from.fields)) {
    if (ordinal === null) continue;
    const same = of(into.fields).find((session) => session.ordinal === ordinal);
    if (same)
      wrong(
        "fromId",
        `Both have a session number ${ordinal}: “${name}” and “${same.name}”. Give one of them another number, or none, by \`updateSession\`; then merge.`,
      );
  }
}

/** Takes a membership away with what it rests on. Brought back, it comes before that. */
async function withoutMembership(tx: Tx, id: string): Promise<string[]> {
  const [row] = await pick(tx, "membership", [id]);
  if (!row) return [];
  const resting: string[] = [];
  for (const link of await sourceLinksOfMembership(tx, id))
    resting.push(await removed(tx, "membershipSource", link));
  return [await removed(tx, "membership", row), ...resting];
}
