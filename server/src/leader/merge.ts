// Two records of one person become one.
import { merge } from "../edit/edit.ts";
import type { LeaderFields } from "./kept.ts";
import { LEADER } from "./thing.ts";

/** Carries out the mutation `mergeLeaders`. Whoever stays is found by the other's spellings, too, and as early as the other was. */
export const mergeLeaders = merge({
  action: "mergeLeaders",
  alias: "leader",
  thing: LEADER,
  joined(into, from) {
    const [stays, goes] = [into, from] as unknown as [LeaderFields, LeaderFields];
    const names = new Set([...stays.alsoKnownAs, goes.name, ...goes.alsoKnownAs]);
    names.delete(stays.name);
    const days = [stays.knownOn, goes.knownOn];
    return {
      alsoKnownAs: [...names],
      knownOn: days.includes(null) ? null : (days.toSorted()[0] ?? null),
    };
  },
});
