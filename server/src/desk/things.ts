// What can be corrected, by type.
import { AGREEMENT_FACTS, MERGING_AGREEMENTS } from "../agreement/agreement.ts";
import { COUNTRY, PLACE } from "../country/country.ts";
import type { Merger, Thing } from "../edit/edit.ts";
import { EVENT_FACTS, MERGING_EVENTS } from "../event/event.ts";
import { FORUM, MERGING_FORUMS } from "../forum/forum.ts";
import type { Changed } from "../history/history.ts";
import { LEADER, MERGING_LEADERS, OFFICE } from "../leader/leader.ts";
import { STORY } from "../story/story.ts";
import { CITED, MERGING_CITED } from "./cited.ts";

/** How each type of thing is kept. */
export const THINGS: Partial<Record<Changed, Thing>> = {
  Agreement: AGREEMENT_FACTS,
  Country: COUNTRY,
  Event: EVENT_FACTS,
  Forum: FORUM,
  Leader: LEADER,
  Office: OFFICE,
  Place: PLACE,
  Source: CITED,
  Story: STORY,
};

/** How two records of each type of thing become one. */
export const MERGERS: Partial<Record<Changed, Merger>> = {
  Agreement: MERGING_AGREEMENTS,
  Event: MERGING_EVENTS,
  Forum: MERGING_FORUMS,
  Leader: MERGING_LEADERS,
  Source: MERGING_CITED,
};
