// What can be corrected, by type.
import { COUNTRY, PLACE } from "../country/country.ts";
import type { Thing } from "../edit/edit.ts";
import { FORUM } from "../forum/forum.ts";
import type { Changed } from "../history/history.ts";
import { LEADER, OFFICE } from "../leader/leader.ts";

/** How each type of thing is kept. */
export const THINGS: Partial<Record<Changed, Thing>> = {
  Country: COUNTRY,
  Forum: FORUM,
  Leader: LEADER,
  Office: OFFICE,
  Place: PLACE,
};
