// What can be corrected, by type.
import { AGREEMENT_FACTS } from "../agreement/agreement.ts";
import { COUNTRY, PLACE } from "../country/country.ts";
import type { Merger, Thing } from "../edit/edit.ts";
import { EVENT_FACTS } from "../event/event.ts";
import { FORUM, MERGING_FORUMS } from "../forum/forum.ts";
import type { Changed } from "../history/history.ts";
import { LEADER, MERGING_LEADERS, OFFICE } from "../leader/leader.ts";
import { SOURCE } from "../publication/publication.ts";
import { STORY } from "../story/story.ts";

/** How each type of thing is kept. */
export const THINGS: Partial<Record<Changed, Thing>> = {
  Agreement: AGREEMENT_FACTS,
  Country: COUNTRY,
  Event: EVENT_FACTS,
  Forum: FORUM,
  Leader: LEADER,
  Office: OFFICE,
  Place: PLACE,
  Source: SOURCE,
  Story: STORY,
};

/** How two records of each type of thing become one. */
export const MERGERS: Partial<Record<Changed, Merger>> = {
  Forum: MERGING_FORUMS,
  Leader: MERGING_LEADERS,
};
