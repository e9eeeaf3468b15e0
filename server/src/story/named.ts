// What of the stories and facts names something.
import { and, eq } from "drizzle-orm";
import type { Tx } from "../storage/storage.ts";
import type { Ref } from "./node.ts";

/** The stories of which a step is about something, and the facts that state something of it. */
export async function refsTo(tx: Tx, { type, id }: Ref): Promise<Ref[]> {
  const { storyStepRef: step, factRef: fact } = tx.tables;
  const stories = await tx.db
    .selectDistinct({ id: step.storyId })
    .from(step)
    .where(and(eq(step.type, type), eq(step.refId, id)));
  const facts = await tx.db
    .selectDistinct({ id: fact.factId })
    .from(fact)
    .where(and(eq(fact.type, type), eq(fact.refId, id)));
  return [
    ...stories.map((row): Ref => ({ type: "Story", id: row.id })),
    ...facts.map((row): Ref => ({ type: "Fact", id: row.id })),
  ];
}
