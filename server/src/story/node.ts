// From a typed id to what it names, in whatever room that lives.
import { agreementsBySlug } from "../agreement/agreement.ts";
import { countriesById, placesById } from "../country/country.ts";
import { eventsBySlug } from "../event/event.ts";
import { forumsKnown, sessionsById } from "../forum/forum.ts";
import type { Reading } from "../graphql/context.ts";
import { leadersById, officesById } from "../leader/leader.ts";
import { sourcesById } from "../source/source.ts";
import { factsById } from "./fact.ts";
import { topicsById } from "./store.ts";
import { storiesTold } from "./told.ts";
import type { REF_TYPES } from "./values.ts";

type RefType = (typeof REF_TYPES)[number];

/** A node of any type, by its slug. */
export interface Ref {
  type: RefType;
  id: string;
}

type Node = { __typename: RefType; id: string };
type Read = (reading: Reading, ids: string[]) => Promise<(Node | null)[]>;

const READ: Record<RefType, Read> = {
  Source: ({ tx, asOf }, ids) => sourcesById(tx, ids, asOf),
  Country: ({ tx }, ids) => countriesById(tx, ids),
  Place: ({ tx }, ids) => placesById(tx, ids),
  Forum: ({ tx, asOf }, ids) => forumsKnown(tx, ids, asOf),
  Session: ({ tx, asOf }, ids) => sessionsById(tx, ids, asOf),
  Leader: ({ tx, asOf }, ids) => leadersById(tx, ids, asOf),
  Office: ({ tx }, ids) => officesById(tx, ids),
  Agreement: ({ tx, asOf }, ids) => agreementsBySlug(tx, ids, asOf),
  Event: (reading, ids) => eventsBySlug(reading, ids),
  Story: storiesTold,
  Fact: (reading, ids) => factsById(reading, ids),
  Topic: ({ tx }, ids) => topicsById(tx, ids),
};

/** What each list of typed ids names, as known on the day and in its order; what was not known is left out. One statement a type. */
export async function nodesOf(reading: Reading, lists: readonly Ref[][]): Promise<Node[][]> {
  const byType = new Map<RefType, Set<string>>();
  for (const { type, id } of lists.flat()) {
    byType.set(type, (byType.get(type) ?? new Set()).add(id));
  }
  const found = new Map<string, Node>();
  for (const [type, ids] of byType) {
    for (const node of await READ[type](reading, [...ids])) {
      if (node) found.set(`${type}:${node.id}`, node);
    }
  }
  return lists.map((refs) => refs.flatMap(({ type, id }) => found.get(`${type}:${id}`) ?? []));
}
