import type { Reading } from "../graphql/context.ts";
import type { Relations } from "../graphql/load.ts";
import {
  INT,
  type Order,
  type Paging,
  pageRequest,
  type SortKey,
  TEXT,
  under,
} from "../graphql/page.ts";
import type { Room } from "../graphql/room.ts";
import { USUALS } from "../graphql/usual.ts";
import { pageOfWhole } from "../graphql/whole.ts";
import { leadersById } from "../leader/leader.ts";
import { sourcesById } from "../source/source.ts";
import { type FactRow, factsById, factsOfSources, refsOfFacts, sourcesOfFacts } from "./fact.ts";
import { nodesOf } from "./node.ts";
import {
  allTopics,
  refsOfSteps,
  type StepRow,
  type StoryRow,
  sourceIdsBehind,
  sourcesOfSteps,
  topicsById,
} from "./store.ts";
import { allTold, storiesTold } from "./told.ts";

const MOST = 100;
/** Featured ones have 0. */
const STORIES: Order = { of: "Query.storiesConnection", parts: [under(2), INT, TEXT] };
const TOPICS: Order = { of: "Query.topicsConnection", parts: [TEXT, TEXT] };
const FACTS: Order = { of: "Story.facts", parts: [INT, TEXT] };

const featuredFirst = (row: StoryRow): SortKey => [row.featured ? 0 : 1, row.position, row.id];
const idsOf = (rows: { id: string }[]) => rows.map((row) => row.id);

/** How many different sources stand behind each story: behind its text, its publication's facts, and the reports on what it shows. */
async function sourceCounts(reading: Reading, stories: StoryRow[]): Promise<number[]> {
  const counts: number[] = [];
  // Story by story: a reader sees a handful, and each costs the same few statements.
  for (const { sourceId, steps } of stories) {
    const [facts = []] = await factsOfSources(reading, [sourceId]);
    const texts = [
      ...(await sourcesOfSteps(reading, steps)),
      ...(await sourcesOfFacts(reading, idsOf(facts))),
    ];
    const behind = await sourceIdsBehind(reading, (await refsOfSteps(reading.tx, steps)).flat());
    const ids = new Set([
      ...idsOf(texts.flat()),
      ...behind,
      ...(sourceId === null ? [] : [sourceId]),
    ]);
    // A claim is not shown without whoever makes it, be they of a later day; these are not counted before.
    const out = await sourcesById(reading.tx, [...ids], reading.asOf);
    counts.push(out.filter((source) => source !== null).length);
  }
  return counts;
}

const relations: Relations = {
  Story: {
    source: {},
    steps: {},
    sourceCount: { load: sourceCounts },
    facts: {
      load: async (reading, rows: StoryRow[], args) => {
        const request = pageRequest(args, FACTS, MOST, USUALS["Story.facts"]);
        const groups = await factsOfSources(
          reading,
          rows.map((row) => row.sourceId),
        );
        return groups.map((facts) => pageOfWhole(facts, request, (row) => [row.position, row.id]));
      },
    },
  },
  StoryStep: {
    about: {
      load: async (reading, rows: StepRow[]) =>
        nodesOf(reading, await refsOfSteps(reading.tx, rows)),
    },
    sources: { load: (reading, rows: StepRow[]) => sourcesOfSteps(reading, rows) },
  },
  Fact: {
    source: {},
    speaker: {
      load: ({ tx, asOf }, rows: FactRow[]) =>
        leadersById(
          tx,
          rows.map((row) => row.speakerId),
          asOf,
        ),
    },
    sources: { load: (reading, rows) => sourcesOfFacts(reading, idsOf(rows)) },
    refs: {
      load: async (reading, rows) => nodesOf(reading, await refsOfFacts(reading.tx, idsOf(rows))),
    },
  },
};

export const room: Room = {
  queries: {
    story: async (reading, { slug }: { slug: string }) => (await storiesTold(reading, [slug]))[0],
    storiesConnection: async (reading, args: Paging) => {
      const request = pageRequest(args, STORIES, MOST, USUALS["Query.storiesConnection"]);
      return pageOfWhole(await allTold(reading), request, featuredFirst);
    },
    stories: async (reading) => (await allTold(reading)).slice(0, MOST),
    topicsConnection: async ({ tx }, args: Paging) => {
      const request = pageRequest(args, TOPICS, MOST, USUALS["Query.topicsConnection"]);
      return pageOfWhole(await allTopics(tx), request, (row) => [row.name, row.id]);
    },
    topics: async ({ tx }) => (await allTopics(tx)).slice(0, MOST),
  },
  relations,
  nodes: {
    Story: storiesTold,
    Topic: ({ tx }, slugs) => topicsById(tx, slugs),
    Fact: (reading, slugs) => factsById(reading, slugs),
  },
};
