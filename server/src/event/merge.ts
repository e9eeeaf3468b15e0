// Two records of one event become one: the reports on both are folded together.
import {
  type Fields,
  firstSaid,
  type Merger,
  merge,
  type Pair,
  partsIn,
  type Wrong,
} from "../edit/edit.ts";
import { reaches } from "../storage/reach.ts";
import type { Tx } from "../storage/storage.ts";
import {
  type EventFields,
  type LinkFields,
  namedLinks,
  namedParticipants,
  type ParticipantFields,
} from "./kept.ts";
import { eventKnownSince } from "./store.ts";
import { EVENT_FACTS } from "./thing.ts";

/** What an event belongs to, with what a message calls it: two records of one belong to the same, or one of them does not say. */
const WHOLES = [
  ["session", "sessions"],
  ["partOf", "events that they are part of"],
  ["rescheduledTo", "events that they were put off to"],
] as const;

/** How events are merged. Whoever took part in either took part. */
export const MERGING_EVENTS: Merger = {
  action: "mergeEvents",
  alias: "event",
  thing: EVENT_FACTS,
  joined(into, from) {
    const [stays, goes] = [into, from] as unknown as [EventFields, EventFields];
    const { summary, summaryKnownOn } = stays.summary === null ? goes : stays;
    return {
      ...firstSaid(["session", "partOf", "rescheduledTo"], into, from),
      ...{ summary, summaryKnownOn },
      topics: [...new Set([...stays.topics, ...goes.topics])].sort(),
      ...namedParticipants(participantsOf(into, from)),
      ...namedLinks([...linksIn(from), ...linksIn(into)]),
    };
  },
  async check(tx, pair, wrong) {
    const { from, into } = pair;
    if (from.fields.kind !== into.fields.kind)
      wrong(
        "fromId",
        `They are of different kinds: ${from.fields.kind} goes, ${into.fields.kind} stays. If one of them is wrong, correct it by \`updateEvent\`; then merge.`,
      );
    await checkWholes(tx, pair, wrong);
  },
  early: {
    since: eventKnownSince,
    // A summary is told from its own day on, and a topic only sorts.
    spare: ["summary", "summaryKnownOn", "topics"],
    update: "updateEvent",
  },
};

/** Carries out the mutation `mergeEvents`. */
export const mergeEvents = merge(MERGING_EVENTS);

async function checkWholes(tx: Tx, { from, into }: Pair, wrong: Wrong): Promise<void> {
  for (const pointer of ["partOfId", "rescheduledToId"]) {
    const leads = (one: string, other: string) => reaches(tx, ["event", pointer], one, other);
    if (!((await leads(from.id, into.id)) || (await leads(into.id, from.id)))) continue;
    wrong(
      "fromId",
      "One of them is part of the other or was put off to it, if only by way of a third, so they are two. If that is wrong, correct `partOf` by `updateEvent`; then merge.",
    );
    return;
  }
  for (const [name, words] of WHOLES) {
    const [theirs, ours] = [from.fields[name], into.fields[name]];
    if (theirs === null || ours === null || theirs === ours) continue;
    wrong(
      "fromId",
      `They have different ${words}: “${theirs}” and “${ours}”. Events of different ones are two${name === "partOf" ? "; if one of them is wrong, correct it by `updateEvent`, then merge" : ""}.`,
    );
  }
}

/** Those of the one that stays, and those of the other who are not among them. */
function participantsOf(into: Fields, from: Fields): ParticipantFields[] {
  const found = participantsIn(into);
  const who = ({ leader, country, forum }: ParticipantFields) =>
    leader === null ? JSON.stringify([country, forum]) : leader;
  const there = new Set(found.map(who));
  return [...found, ...participantsIn(from).filter((each) => !there.has(who(each)))];
}

function participantsIn(fields: Fields): ParticipantFields[] {
  return [...partsIn(fields, "participants")]
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, part]) => part as unknown as ParticipantFields);
}

function linksIn(fields: Fields): LinkFields[] {
  return [...partsIn(fields, "agreements").values()] as unknown as LinkFields[];
}
