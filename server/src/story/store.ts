// Stories and their steps as of a day, and topics.
import { and, asc, desc, eq, lte, type SQL, sql } from "drizzle-orm";
import type { Reading } from "../graphql/context.ts";
import { OPEN } from "../ledger/ledger.ts";
import { type SourceRow, sourcesOf } from "../source/source.ts";
import { aligned, distinct, grouped } from "../storage/align.ts";
import { inList } from "../storage/match.ts";
import { leadsTo, ledTo } from "../storage/merged.ts";
import { pick, type Stored } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import { stepsKnown, summaryKnown } from "./known.ts";
import type { Ref } from "./node.ts";

/** A topic as it is stored. */
export type TopicRow = Stored<"topic"> & { __typename: "Topic" };

/** A step as it is stored; `key` is unique among all steps. */
export type StepRow = Stored<"storyStep"> & { key: string };

/** A story as far as it can be told on a day. */
export type StoryRow = Stored<"story"> & { __typename: "Story"; steps: StepRow[] };

/** All topics, by name: some dozens. */
export async function allTopics(tx: Tx): Promise<TopicRow[]> {
  const { topic } = tx.tables;
  const rows = await tx.db.select().from(topic).orderBy(asc(topic.name), asc(topic.id));
  return rows.map((row) => ({ __typename: "Topic", ...row }));
}

/** Topics by id: entry i for id i, null where there is none. */
export async function topicsById(tx: Tx, ids: readonly string[]): Promise<(TopicRow | null)[]> {
  return (await pick(tx, "topic", ids)).map((row) => row && { __typename: "Topic", ...row });
}

/** The stories of which something can be told on the day, the featured one first. */
export async function storiesKnown({ tx, asOf, today }: Reading): Promise<StoryRow[]> {
  const { story, storyStep } = tx.tables;
  const stories = await tx.db
    .select()
    .from(story)
    .orderBy(desc(story.featured), asc(story.position), asc(story.id));
  const steps = await tx.db
    .select()
    .from(storyStep)
    .orderBy(asc(storyStep.storyId), asc(storyStep.position));
  const stepsOf = grouped(
    stories.map((row) => row.id),
    steps,
    (step) => step.storyId,
  );
  return stories.flatMap((row, index) => {
    const own = stepsOf[index] ?? [];
    const summary = summaryKnown(row, own, asOf, today);
    if (summary === null) return [];
    const known = stepsKnown(own, asOf, today);
    const keyed = known.map((step) => ({ ...step, key: `${step.storyId}/${step.position}` }));
    return [{ __typename: "Story" as const, ...row, summary, steps: keyed }];
  });
}

/** Stories by id, as far as they can be told: entry i for id i. There are few, so all are read. */
export async function storiesById(
  reading: Reading,
  ids: readonly string[],
): Promise<(StoryRow | null)[]> {
  return aligned(ids, await storiesKnown(reading), (row) => row.id);
}

/** What each step is about. */
export async function refsOfSteps(tx: Tx, steps: readonly StepRow[]): Promise<Ref[][]> {
  const { storyStepRef: ref } = tx.tables;
  const rows = await tx.db
    .select()
    .from(ref)
    .where(inList(tx, ref.storyId, distinct(steps.map((step) => step.storyId))))
    .orderBy(asc(ref.storyId), asc(ref.step), asc(ref.position));
  return grouped(
    steps.map((step) => step.key),
    rows,
    (row) => `${row.storyId}/${row.step}`,
  ).map((group) => group.map(({ type, refId }) => ({ type, id: refId })));
}

/** What the text of each step rests on. */
export async function sourcesOfSteps(
  { tx, asOf }: Reading,
  steps: readonly StepRow[],
): Promise<SourceRow[][]> {
  const table = tx.tables.storyStepSource;
  const owner = sql<string>`${table.storyId} || '/' || ${table.step}`;
  const within = distinct(steps.map((step) => step.storyId));
  return sourcesOf(
    tx,
    { table, owner, position: table.position, source: table.sourceId },
    steps.map((step) => step.key),
    asOf,
    inList(tx, table.storyId, within),
  );
}

/** The ids of the sources that the reports on these events and agreements rest on, as far as known on the day. */
export async function sourceIdsBehind(
  { tx, asOf }: Reading,
  refs: readonly Ref[],
): Promise<string[]> {
  const run = prepared(tx, "story.sourcesBehind", (db, tables) => {
    const { report, reportSource, source, event, agreement } = tables;
    const known = lte(report.knownOn, sql.placeholder("asOf"));
    const of = (which: SQL) =>
      db
        .selectDistinct({ id: ledTo(reportSource.sourceId, source).as("behind") })
        .from(report)
        .innerJoin(reportSource, eq(reportSource.reportId, report.id))
        .where(and(which, known));
    return of(leadsTo(tx, report.eventId, event, sql.placeholder("events"))).union(
      of(leadsTo(tx, report.agreementId, agreement, sql.placeholder("agreements"))),
    );
  });
  const idsOf = (type: Ref["type"]) =>
    distinct(refs.filter((ref) => ref.type === type).map((ref) => ref.id));
  const values = { events: idsOf("Event"), agreements: idsOf("Agreement"), asOf: asOf ?? OPEN };
  return (await run(values)).map((row) => row.id);
}
