// Two records of one person become one.
import { earlierOf, type Merger, merge } from "../edit/edit.ts";
import type { LeaderFields } from "./kept.ts";
import { LEADER } from "./thing.ts";

/** How people are merged. Whoever stays is found by the other's spellings, too, and as early as the other was. */
export const MERGING_LEADERS: Merger = {
  action: "mergeLeaders",
  alias: "leader",
  thing: LEADER,
  joined(into, from) {
    const [stays, goes] = [into, from] as unknown as [LeaderFields, LeaderFields];
    const names = new Set([...stays.alsoKnownAs, goes.name, ...goes.alsoKnownAs]);
    names.delete(stays.name);
    return { alsoKnownAs: [...names], knownOn: earlierOf(into, from) };
  },
};

/** Carries out the mutation `mergeLeaders`. */
export const mergeLeaders = merge(MERGING_LEADERS);
