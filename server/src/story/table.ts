import type { Key, Kit } from "../storage/kit.ts";
import { FACT_CERTAINTIES, FACT_KINDS, REF_TYPES } from "./values.ts";

/** Topics, stories with their steps, and the facts of the publication a story follows. */
export function storyTables(kit: Kit, to: { source: Key; leader: Key }) {
  const topic = kit.table("topic", {
    id: kit.text("id").primaryKey(),
    name: kit.text("name").notNull(),
  });

  const story = kit.table(
    "story",
    {
      id: kit.text("id").primaryKey(),
      title: kit.text("title").notNull(),
      summary: kit.text("summary").notNull(),
      quote: kit.text("quote"),
      quoteBy: kit.text("quote_by"),
      sourceId: kit.text("source_id").references(to.source),
      featured: kit.bool("featured").notNull(),
      view: kit.text("view").notNull(),
      position: kit.int("position").notNull(),
      version: kit.int("version").notNull().default(1),
    },
    (t) => [kit.index("story_by_source").on(t.sourceId)],
  );

  const storyStep = kit.table(
    "story_step",
    {
      storyId: kit
        .text("story_id")
        .notNull()
        .references(() => story.id),
      position: kit.int("position").notNull(),
      title: kit.text("title").notNull(),
      text: kit.text("text").notNull(),
      knownOn: kit.int("known_on"),
      view: kit.text("view").notNull(),
    },
    (t) => [kit.primaryKey({ columns: [t.storyId, t.position] })],
  );

  const storyStepRef = kit.table(
    "story_step_ref",
    {
      storyId: kit.text("story_id").notNull(),
      step: kit.int("step").notNull(),
      position: kit.int("position").notNull(),
      type: kit.word("type", REF_TYPES).notNull(),
      refId: kit.text("ref_id").notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.storyId, t.step, t.position] }),
      kit.foreignKey({
        columns: [t.storyId, t.step],
        foreignColumns: [storyStep.storyId, storyStep.position],
      }),
      kit.oneOf("story_step_ref_type", "type", REF_TYPES),
    ],
  );

  const storyStepSource = kit.table(
    "story_step_source",
    {
      storyId: kit.text("story_id").notNull(),
      step: kit.int("step").notNull(),
      position: kit.int("position").notNull(),
      sourceId: kit.text("source_id").notNull().references(to.source),
    },
    (t) => [
      kit.primaryKey({ columns: [t.storyId, t.step, t.position] }),
      kit.foreignKey({
        columns: [t.storyId, t.step],
        foreignColumns: [storyStep.storyId, storyStep.position],
      }),
      kit.index("story_step_source_by_source").on(t.sourceId),
    ],
  );

  const fact = kit.table(
    "fact",
    {
      id: kit.text("id").primaryKey(),
      position: kit.int("position").notNull(),
      kind: kit.word("kind", FACT_KINDS).notNull(),
      statement: kit.text("statement").notNull(),
      quote: kit.text("quote"),
      speakerId: kit.text("speaker_id").references(to.leader),
      attributedTo: kit.text("attributed_to"),
      certainty: kit.word("certainty", FACT_CERTAINTIES).notNull(),
      uncertainty: kit.text("uncertainty"),
      sentences: kit.json("sentences").$type<number[]>().notNull(),
      sourceId: kit.text("source_id").notNull().references(to.source),
    },
    (t) => [
      kit.index("fact_by_source").on(t.sourceId, t.position),
      kit.oneOf("fact_kind", "kind", FACT_KINDS),
      kit.oneOf("fact_certainty", "certainty", FACT_CERTAINTIES),
    ],
  );
  const factId = () =>
    kit
      .text("fact_id")
      .notNull()
      .references(() => fact.id);

  const factRef = kit.table(
    "fact_ref",
    {
      factId: factId(),
      position: kit.int("position").notNull(),
      type: kit.word("type", REF_TYPES).notNull(),
      refId: kit.text("ref_id").notNull(),
    },
    (t) => [
      kit.primaryKey({ columns: [t.factId, t.position] }),
      kit.index("fact_ref_by_ref").on(t.type, t.refId),
      kit.oneOf("fact_ref_type", "type", REF_TYPES),
    ],
  );

  const factSource = kit.table(
    "fact_source",
    {
      factId: factId(),
      position: kit.int("position").notNull(),
      sourceId: kit.text("source_id").notNull().references(to.source),
    },
    (t) => [
      kit.primaryKey({ columns: [t.factId, t.position] }),
      kit.index("fact_source_by_source").on(t.sourceId),
    ],
  );

  return { topic, story, storyStep, storyStepRef, storyStepSource, fact, factRef, factSource };
}
