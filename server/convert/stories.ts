/** A node that a step is about: a type of the schema and the slug of the record. */
export interface About {
  type: string;
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

/** The stories, the featured one first. */
export const STORIES: StoryRecord[] = [];
