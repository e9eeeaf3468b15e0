/**
 * The door of the room: what the page of a thing tells programs of it, from the API's own reads. Knows no HTTP and no GraphQL; whoever serves
 * the page asks the API for it.
 */
import type { Ask } from "../feeds/feeds.ts";
import { agreement } from "./agreement.ts";
import { country } from "./country.ts";
import { DOCUMENTS as OF } from "./documents.ts";
import { event } from "./event.ts";
import { forum } from "./forum.ts";
import { leader } from "./leader.ts";
import { isList, list } from "./list.ts";
import { source } from "./source.ts";
import { story } from "./story.ts";
import type { Site, Told } from "./values.ts";

export { nowhere, type Written, written } from "./html.ts";
export type { Site, Told } from "./values.ts";

/** Every document of the room. */
export const DOCUMENTS: readonly string[] = Object.values(OF);

const TELLERS = {
  events: event,
  agreements: agreement,
  leaders: leader,
  forums: forum,
  countries: country,
  sources: source,
  stories: story,
};

/** Whether the pages of a path tell anything. Others, such as those for editors, are nobody's to find. */
export function tells(room: string, name: string): boolean {
  return name === "" ? isList(room) : isRoom(room);
}

/**
 * What a page tells. `room` is the first part of its path, `name` the second, empty for a list. Null when there is no such thing, or was none on
 * the day. Throws what `ask` throws.
 */
export async function tell(room: string, name: string, site: Site, ask: Ask): Promise<Told | null> {
  if (name === "") return list(room, site);
  if (!isRoom(room)) return null;
  const { found } = await ask(OF[room], { name, asOf: site.asOf });
  return found === null ? null : TELLERS[room](found, site);
}

function isRoom(room: string): room is keyof typeof TELLERS {
  return Object.hasOwn(TELLERS, room);
}
