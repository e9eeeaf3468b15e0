/** A node that a step is about: a type of the schema and the slug of the record. */
export interface About {
  type: "Event" | "Agreement" | "Leader" | "Country" | "Forum" | "Session" | "Source";
  id: string;
}

/** One step: a text in our own words, the view that shows it, and what the words rest on. */
export interface StepRecord {
  title: string;
  text: string;
  /** ISO day that the view is set to; null for today's knowledge. */
  knownOn: string | null;
  view: string;
  about: About[];
  sourceIds: string[];
}

/** A narrative in steps over the data. */
export interface StoryRecord {
  id: string;
  title: string;
  summary: string;
  quote: string | null;
  quoteBy: string | null;
  sourceId: string | null;
  featured: boolean;
  view: string;
  steps: StepRecord[];
}

/** The part of a permalink that a story keeps from step to step. */
export interface Window {
  /** Countries by code, forums by slug, agreements by slug. */
  lanes: [string[], string[], string[]];
  from: string;
  to: string;
}

/**
 * A permalink to Explore: parameters in their fixed order, defaults left out.
 * @param knownOn ISO day of knowledge, null for today's
 * @param selected what is open in the panel, such as `event:visit-pezeshkian-moscow-2025`
 */
export function viewOf(window: Window, knownOn: string | null, selected: string | null): string {
  const lanes = window.lanes.map((group) => group.join(",")).join(";");
  const known = knownOn === null ? "" : `&known=${knownOn}`;
  const sel = selected === null ? "" : `&sel=${selected}`;
  return `/explore?lanes=${lanes}&from=${window.from}&to=${window.to}${known}${sel}`;
}

/** An event, for `about`. */
export const event = (id: string): About => ({ type: "Event", id });
/** An agreement, for `about`. */
export const agreement = (id: string): About => ({ type: "Agreement", id });

/** A step whose view opens the first thing it is about. */
export function step(
  window: Window,
  knownOn: string | null,
  title: string,
  text: string,
  about: About[],
  sourceIds: string[],
): StepRecord {
  const first = about.find((one) => one.type === "Event" || one.type === "Agreement");
  const selected = first === undefined ? null : `${first.type.toLowerCase()}:${first.id}`;
  return { title, text, knownOn, view: viewOf(window, knownOn, selected), about, sourceIds };
}
