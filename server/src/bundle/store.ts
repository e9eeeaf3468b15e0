// What a line may be about, found by what it says of itself.
import { eq } from "drizzle-orm";
import { freeSlug, slugOfWords } from "../edit/edit.ts";
import { slugOfEvent } from "../event/event.ts";
import { reportsOfSubjects } from "../ledger/ledger.ts";
import { isRefusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { notFixed, parseWhen, type When } from "../when/when.ts";
import type { AgreementThing, EventThing } from "./shape.ts";

/** The slug of an event without one: of that with this title, kind and date, else a free one. */
export async function slugForEvent(tx: Tx, { title = "", kind, reports }: EventThing) {
  const when = whenIn(reports[0]?.when);
  const { event } = tx.tables;
  const rows = await tx.db
    .select({ id: event.id, kind: event.kind, mergedInto: event.mergedInto })
    .from(event)
    .where(eq(event.title, title.trim()))
    .orderBy(event.id);
  const alike = rows.filter((row) => kind === undefined || row.kind === kind);
  // What became part of another keeps its title, and its reports are that one's.
  const wholes = alike.map(({ id, mergedInto }) => mergedInto ?? id);
  const told = await reportsOfSubjects(tx, "EVENT", [...new Set(wholes)]);
  const dated = new Set(
    told
      .flat()
      .flatMap(({ act, when: said, subjectId }) =>
        act === "CLAIM" && said.edtf === when.edtf ? [subjectId] : [],
      ),
  );
  const same = alike.find((_, index) => dated.has(wholes[index] ?? ""))?.id;
  return same ?? (await freeSlug(tx, { table: "event", type: "Event" }, slugOfEvent(title, when)));
}

/** The slug of an agreement without one: of that with this title and kind, else a free one. */
export async function slugForAgreement(tx: Tx, { title = "", kind }: AgreementThing) {
  const { agreement } = tx.tables;
  const rows = await tx.db
    .select({ id: agreement.id, kind: agreement.kind })
    .from(agreement)
    .where(eq(agreement.title, title.trim()))
    .orderBy(agreement.id);
  const same = rows.find((row) => kind === undefined || row.kind === kind);
  const base = slugOfWords(title) || "agreement";
  return same?.id ?? (await freeSlug(tx, { table: "agreement", type: "Agreement" }, base));
}

function whenIn(text: string | undefined): When {
  if (text === undefined) return notFixed();
  try {
    return parseWhen(text);
  } catch (error) {
    // It is told with the rest of what is wrong with the line.
    if (isRefusal(error)) return notFixed();
    throw error;
  }
}
