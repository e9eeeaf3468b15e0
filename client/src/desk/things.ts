// What the things of the record consist of, as editors correct and make them: data for one form. `things.test.ts` holds it against the contract. Pure.
import type { Name, Thing } from "./thing.ts";
import { agreement } from "./things/agreement.ts";
import { country, place } from "./things/country.ts";
import { event } from "./things/event.ts";
import { forum, membership, session } from "./things/forum.ts";
import { leader, office, term } from "./things/leader.ts";
import { source } from "./things/source.ts";
import { story } from "./things/story.ts";

export const THINGS: Record<Name, Thing> = {
  leader,
  term,
  office,
  forum,
  membership,
  session,
  country,
  place,
  agreement,
  source,
  story,
  event,
};
