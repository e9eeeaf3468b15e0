// What is kept of a story and its steps, as named values, and the rows that say it.
import { asc, desc, eq } from "drizzle-orm";
import { type Kept, partNamed, partsIn } from "../edit/edit.ts";
import { insertAll } from "../storage/batch.ts";
import { keepRow } from "../storage/keep.ts";
import { pick } from "../storage/pick.ts";
import type { Tx } from "../storage/storage.ts";
import { dayIn, isoIn } from "../when/day.ts";
import type { Ref } from "./node.ts";

/** What is kept of a story beside its steps. `publication` is the slug of the source that it follows. */
export interface StoryFields {
  title: string;
  summary: string;
  quote: string | null;
  quoteBy: string | null;
  publication: string | null;
  featured: boolean;
  view: string;
}

/** What is kept of a step, under its number. `about` lists types and slugs: `Event:slug`. */
export interface StepFields {
  title: string;
  text: string;
  knownOn: string | null;
  view: string;
  about: string[];
  sources: string[];
}

/** What is kept of a story; null where there is none. */
export async function keptStory(tx: Tx, id: string): Promise<Kept | null> {
  const [row] = await pick(tx, "story", [id]);
  if (!row) return null;
  const { title, summary, quote, quoteBy, sourceId: publication, featured, view } = row;
  const own: StoryFields = { title, summary, quote, quoteBy, publication, featured, view };
  const steps = await stepsOf(tx, id);
  const parts = steps.map(([place, step]) => partNamed("steps", String(place), { ...step }));
  return { version: row.version, fields: Object.assign({}, own, ...parts) };
}

async function stepsOf(tx: Tx, id: string): Promise<[number, StepFields][]> {
  const { storyStep: step, storyStepRef: ref, storyStepSource: link } = tx.tables;
  const steps = await tx.db.select().from(step).where(eq(step.storyId, id)).orderBy(step.position);
  const refs = await tx.db
    .select()
    .from(ref)
    .where(eq(ref.storyId, id))
    .orderBy(asc(ref.step), asc(ref.position));
  const links = await tx.db
    .select()
    .from(link)
    .where(eq(link.storyId, id))
    .orderBy(asc(link.step), asc(link.position));
  return steps.map(({ position, title, text, knownOn, view }) => {
    const about = refs.filter((each) => each.step === position);
    const sources = links.filter((each) => each.step === position);
    return [
      position,
      {
        ...{ title, text, knownOn: isoIn(knownOn), view },
        about: about.map(({ type, refId }) => `${type}:${refId}`),
        sources: sources.map(({ sourceId }) => sourceId),
      },
    ];
  });
}

/** Makes the rows of a story and its steps say this. */
export async function keepStory(tx: Tx, id: string, { version, fields }: Kept): Promise<void> {
  const { title, summary, quote, quoteBy, publication, featured, view } =
    fields as unknown as StoryFields;
  const [held] = await pick(tx, "story", [id]);
  const position = held?.position ?? (await nextPosition(tx));
  const own = { id, title, summary, quote, quoteBy, featured, view, position, version };
  await keepRow(tx, "story", { ...own, sourceId: publication });
  const steps = [...partsIn(fields, "steps")]
    .map(([place, step]): [number, StepFields] => [Number(place), step as unknown as StepFields])
    .toSorted(([a], [b]) => a - b);
  if (JSON.stringify(await stepsOf(tx, id)) === JSON.stringify(steps)) return;
  await dropSteps(tx, id);
  await insertSteps(tx, id, steps);
}

async function nextPosition(tx: Tx): Promise<number> {
  const { story } = tx.tables;
  const [last] = await tx.db.select().from(story).orderBy(desc(story.position)).limit(1);
  return (last?.position ?? 0) + 1;
}

async function insertSteps(tx: Tx, storyId: string, steps: [number, StepFields][]) {
  const { storyStep, storyStepRef, storyStepSource } = tx.tables;
  const rows = steps.map(([position, { title, text, knownOn, view }]) => ({
    ...{ storyId, position, title, text, knownOn: dayIn(knownOn), view },
  }));
  const refs = steps.flatMap(([step, { about }]) =>
    about.map((name, position) => ({ storyId, step, position, ...refIn(name) })),
  );
  const links = steps.flatMap(([step, { sources }]) =>
    sources.map((sourceId, position) => ({ storyId, step, position, sourceId })),
  );
  await insertAll(tx, storyStep, rows);
  await insertAll(tx, storyStepRef, refs);
  await insertAll(tx, storyStepSource, links);
}

function refIn(name: string): { type: Ref["type"]; refId: string } {
  const colon = name.indexOf(":");
  return { type: name.slice(0, colon) as Ref["type"], refId: name.slice(colon + 1) };
}

async function dropSteps(tx: Tx, id: string): Promise<void> {
  const { storyStep, storyStepRef, storyStepSource } = tx.tables;
  await tx.db.delete(storyStepRef).where(eq(storyStepRef.storyId, id));
  await tx.db.delete(storyStepSource).where(eq(storyStepSource.storyId, id));
  await tx.db.delete(storyStep).where(eq(storyStep.storyId, id));
}

/** Takes the rows of a story and its steps away. */
export async function dropStory(tx: Tx, id: string): Promise<void> {
  await dropSteps(tx, id);
  await tx.db.delete(tx.tables.story).where(eq(tx.tables.story.id, id));
}
