// An agreement that is not here yet is recorded: its rows, and the first report on it.
import { max } from "drizzle-orm";
import { claimOf, type Creation, freeSlug, knowledge, slugOfWords } from "../edit/edit.ts";
import { insertAll } from "../storage/batch.ts";
import type { Tx } from "../storage/storage.ts";
import { type AgreementDraft, type NewAgreementInput, readAgreement } from "./draft.ts";
import { AGREEMENT } from "./kind.ts";

/** How an agreement that is not here yet is recorded. */
export const FOUNDING: Creation<NewAgreementInput, AgreementDraft> = {
  action: "recordAgreement",
  alias: "agreement",
  kind: AGREEMENT,
  read: readAgreement,
  insert: (tx, wish) => insertAgreement(tx, wish),
  report: (wish, source, { reading: { today } }) => ({
    ...claimOf(wish, source),
    ...knowledge(wish.knownOn, source, wish.when.earliest, today),
    status: wish.status,
  }),
};

/** Writes the rows of an agreement, under a slug of its own unless one that is free is given. */
export async function insertAgreement(
  tx: Tx,
  wish: AgreementDraft,
  slug?: string,
): Promise<string> {
  const { agreement, agreementParty, agreementTopic } = tx.tables;
  const base = slugOfWords(wish.title) || "agreement";
  const id = slug ?? (await freeSlug(tx, { table: "agreement", type: "Agreement" }, base));
  const [last] = await tx.db
    .select({ position: max(agreement.position).mapWith(Number) })
    .from(agreement);
  const { title, shortTitle, aliases, kind, binding, requiresRatification, subject } = wish;
  await insertAll(tx, agreement, [
    {
      id,
      ...{ title, shortTitle, aliases, kind, binding, requiresRatification, subject },
      duration: null,
      supersedesId: null,
      confidence: "CERTAIN",
      note: null,
      position: (last?.position ?? -1) + 1,
      version: 1,
    },
  ]);
  await insertAll(
    tx,
    agreementParty,
    wish.parties.map((party, position) => ({ agreementId: id, position, ...party })),
  );
  await insertAll(
    tx,
    agreementTopic,
    wish.topics.map((topicId) => ({ agreementId: id, topicId })),
  );
  return id;
}
