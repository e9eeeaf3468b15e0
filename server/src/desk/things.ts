// What can be corrected, by type.
import type { Thing } from "../edit/edit.ts";
import type { Changed } from "../history/history.ts";
import { LEADER, OFFICE } from "../leader/leader.ts";

/** How each type of thing is kept. */
export const THINGS: Partial<Record<Changed, Thing>> = { Leader: LEADER, Office: OFFICE };
