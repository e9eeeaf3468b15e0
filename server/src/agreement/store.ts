// What was known of agreements when: written whenever a report is added, one interval a row.
import { and, asc, eq, min, sql } from "drizzle-orm";
import { type Interval, OPEN, reportsOfSubjects } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { grouped } from "../storage/align.ts";
import { insertAll } from "../storage/batch.ts";
import { inList } from "../storage/match.ts";
import { pick } from "../storage/pick.ts";
import { prepared } from "../storage/prepared.ts";
import type { Tx } from "../storage/storage.ts";
import type { Day } from "../when/day.ts";
import { sortDay } from "../when/when.ts";
import { type AgreementState, foldAgreement } from "./fold.ts";
import { isEnded } from "./move.ts";
import type { AgreementFacts } from "./walk.ts";

/** Folds the reports on an agreement anew and replaces its states. Answers the states. */
export async function refoldAgreement(tx: Tx, id: string): Promise<Interval<AgreementState>[]> {
  return (await refoldAgreements(tx, [id]))[0] ?? [];
}

/** The first day on which anything was known of an agreement; null when nothing is. */
export async function agreementKnownSince(tx: Tx, id: string): Promise<Day | null> {
  const { agreementState: state } = tx.tables;
  const [row] = await tx.db
    .select({ day: min(state.knownFrom) })
    .from(state)
    .where(eq(state.agreementId, id));
  return row?.day ?? null;
}

/** `refoldAgreement` for many at once: entry i for id i. */
export async function refoldAgreements(
  tx: Tx,
  ids: readonly string[],
): Promise<Interval<AgreementState>[][]> {
  const facts = await factsOf(tx, ids);
  const reports = await reportsOfSubjects(tx, "AGREEMENT", ids);
  const states = reports.map((group, index) => {
    const known = facts[index];
    return known ? foldAgreement(group, known) : [];
  });
  await saveStatesOfAgreements(
    tx,
    ids.map((agreementId, index) => ({ agreementId, states: states[index] ?? [] })),
  );
  return states;
}

/** What the fold must know of each agreement beside its reports; null where there is none. */
export async function factsOf(tx: Tx, ids: readonly string[]): Promise<(AgreementFacts | null)[]> {
  const agreements = await pick(tx, "agreement", ids);
  const parties = await prepared(tx, "agreement.ratifiers", (db, { agreementParty: party }) =>
    db
      .select()
      .from(party)
      .where(and(inList(tx, party.agreementId, sql.placeholder("ids")), eq(party.mustRatify, true)))
      .orderBy(asc(party.agreementId), asc(party.position)),
  )({ ids: [...ids] });
  const ratifiers = grouped(ids, parties, (party) => party.agreementId);
  return agreements.map(
    (agreement, index) =>
      agreement && {
        binding: agreement.binding,
        requiresRatification: agreement.requiresRatification,
        mustRatify: (ratifiers[index] ?? []).map(({ countryId, forumId }) =>
          countryId === null
            ? { type: "forum", id: forumId ?? "" }
            : { type: "country", id: countryId },
        ),
      },
  );
}

/** Replaces the states of one agreement. */
export function saveAgreementStates(
  tx: Tx,
  agreementId: string,
  states: readonly Interval<AgreementState>[],
): Promise<void> {
  return saveStatesOfAgreements(tx, [{ agreementId, states }]);
}

/** `saveAgreementStates` for many agreements. */
export async function saveStatesOfAgreements(
  tx: Tx,
  folded: readonly { agreementId: string; states: readonly Interval<AgreementState>[] }[],
): Promise<void> {
  const { agreementState } = tx.tables;
  await prepared(tx, "agreement.dropStates", (db) =>
    db.delete(agreementState).where(inList(tx, agreementState.agreementId, sql.placeholder("ids"))),
  )({ ids: folded.map(({ agreementId }) => agreementId) });
  await insertAll(
    tx,
    agreementState,
    folded.flatMap(({ agreementId, states }) =>
      states.map((interval) => rowOf(agreementId, interval)),
    ),
  );
}

function rowOf(agreementId: string, { knownFrom, knownTo, state }: Interval<AgreementState>) {
  const { when, ...rest } = state;
  const [first, last] = [state.stages[0]?.when, state.stages.at(-1)?.when];
  return {
    agreementId,
    knownFrom,
    knownTo: knownTo ?? OPEN,
    ...rest,
    ...when,
    sortDay: sortDay(when),
    began: first?.earliest ?? first?.latest ?? knownFrom,
    ended: isEnded(state.status) ? (last?.latest ?? last?.earliest ?? knownFrom) : null,
  };
}

/**
 * Makes the next version of an agreement and answers it.
 * @throws Refusal NOT_FOUND when there is no such agreement.
 */
export async function bumpVersion(tx: Tx, id: string): Promise<number> {
  const { agreement } = tx.tables;
  const [row] = await tx.db
    .update(agreement)
    .set({ version: sql`${agreement.version} + 1` })
    .where(eq(agreement.id, id))
    .returning({ version: agreement.version });
  if (!row) throw new Refusal("NOT_FOUND", `There is no agreement “${id}”.`, { facts: { id } });
  return row.version;
}
