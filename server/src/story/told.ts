// Stories with the sentence they are quoted by, as far as either can be told on the day.
import type { Reading } from "../graphql/context.ts";
import { sourcesById } from "../source/source.ts";
import { type StoryRow, storiesById, storiesKnown } from "./store.ts";

/** A quotation is not there before whoever it is quoted from was. */
async function withQuotes<Row extends StoryRow | null>(reading: Reading, stories: Row[]) {
  const sources = await sourcesById(
    reading.tx,
    stories.map((story) => story?.sourceId ?? null),
    reading.asOf,
  );
  return stories.map((story, index) => {
    const source = sources[index] ?? null;
    const isOut = story?.sourceId === null || source !== null;
    return story && { ...story, source, ...(isOut ? {} : { quote: null, quoteBy: null }) };
  });
}

/** All stories that can be told, the featured one first. */
export async function allTold(reading: Reading) {
  return withQuotes(reading, await storiesKnown(reading));
}

/** Stories by id: entry i for id i, null where nothing of it can be told. */
export async function storiesTold(reading: Reading, ids: readonly string[]) {
  return withQuotes(reading, await storiesById(reading, ids));
}
