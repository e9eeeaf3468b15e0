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
import { forumKnownSince } from "./store.ts";
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
    for (const overlap of overlapping(pair)) {
      if (sparedOf(overlap) !== null) continue;
      const { mine, theirs } = overlap;
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
  early: {
    since: forumKnownSince,
    // Memberships and sessions have days of their own, and a remark is told only of today.
    spare: ["memberships", "sessions", "remark", "knownOn"],
    update: "updateForum",
  },
  async spared(tx, pair) {
    const gone: string[] = [];
    for (const overlap of overlapping(pair)) {
      const id = sparedOf(overlap);
      if (id !== null) gone.push(...(await withoutMembership(tx, id)));
    }
    return gone;
  },
};

/** Carries out the mutation `mergeForums`. */
export const mergeForums = merge(MERGING_FORUMS);

/** A membership of the one that goes, with one of the one that stays that speaks of the same country in the same time. */
interface Overlap {
  myId: string;
  theirId: string;
  mine: MembershipFields;
  theirs: MembershipFields;
}

function overlapping({ from, into }: Pair): Overlap[] {
  const of = (fields: Pair["from"]["fields"]) =>
    [...partsIn(fields, "memberships")] as unknown as [string, MembershipFields][];
  return of(from.fields).flatMap(([theirId, theirs]) => {
    const same = of(into.fields).find(([, mine]) => isTogether(mine, theirs));
    return same ? [{ myId: same[0], theirId, mine: same[1], theirs }] : [];
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

/** The one of the two that can go, as the other says as much and could be told as early; null when neither can. */
function sparedOf({ myId, theirId, mine, theirs }: Overlap): string | null {
  if (saysAsMuch(mine, theirs)) return theirId;
  return saysAsMuch(theirs, mine) ? myId : null;
}

/** Whether a membership says all that another does, and on every day on which that could be told. */
function saysAsMuch(one: MembershipFields, other: MembershipFields): boolean {
  const isFrom = other.from === null || other.from === one.from;
  const isEarly = one.knownOn === null || (other.knownOn !== null && one.knownOn <= other.knownOn);
  return one.role === other.role && isFrom && other.to === one.to && isEarly;
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
