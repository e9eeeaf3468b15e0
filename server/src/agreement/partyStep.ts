// An editor reports one act on the way of an agreement: a party's own, such as its parliament's vote, or the text's, such as a planned signing.
import {
  claimOf,
  type EditInput,
  edit,
  knowledge,
  notThere,
  type Plan,
  problemsOfInput,
  readCommon,
  readKnownOn,
  readWhen,
  readWords,
  slugIn,
  type Wrong,
} from "../edit/edit.ts";
import type { PartyRef } from "../ledger/ledger.ts";
import { Refusal } from "../refusal.ts";
import { type Day, isoOf } from "../when/day.ts";
import type { When } from "../when/when.ts";
import { AGREEMENT } from "./kind.ts";
import { accepts, legalMoves } from "./move.ts";
import { type AgreementRow, agreementsBySlug, type PartyRow, partiesOfAgreements } from "./rows.ts";
import { type StepDefinition, stepNamed } from "./step.ts";

/** The mutation's input, as the contract has it. `parties` are keys: ISO codes, or slugs of forums. */
export interface ReportPartyStepInput extends EditInput {
  agreementId: string;
  step: string;
  parties?: string[] | null;
  body?: string | null;
  when: string;
  claimant?: string | null;
}

interface At {
  kind: typeof AGREEMENT;
  entity: AgreementRow;
  parties: PartyRow[];
}

interface Wish {
  definition: StepDefinition;
  acting: PartyRef[];
  body: string | null;
  when: When;
  knownOn: Day | null;
  note: string;
  claimant: string | null;
}

/** How an act on an agreement's way is reported. */
export const STEPPING: Plan<ReportPartyStepInput, At, Wish> = {
  action: "reportPartyStep",
  alias: "agreement",
  async find(reading, { agreementId }) {
    const slug = slugIn(agreementId, "Agreement");
    const [entity] = await agreementsBySlug(reading.tx, [slug], null);
    if (!entity)
      return notThere(reading, { ...AGREEMENT, rows: AGREEMENT.bySlug }, slug, "agreementId");
    const [parties = []] = await partiesOfAgreements(reading.tx, [entity.id]);
    return { kind: AGREEMENT, entity, parties };
  },
  read(input, { today }, { parties }) {
    const { problems, wrong } = problemsOfInput();
    const definition = stepNamed(input.step);
    const acting = actingOf(input, definition, parties, wrong);
    const when = readWhen(input.when, "when", wrong);
    const earliest = when?.earliest ?? null;
    if (when && earliest === null)
      wrong("when", "Give the day, month or year of the act, such as 2025-05-21.");
    else if (earliest !== null && earliest > today)
      wrong("when", `${isoOf(earliest)} is still to come. Report an act once it was done.`);
    const since = earliest === null ? null : { day: earliest, words: input.when };
    const knownOn = readKnownOn(input, today, wrong, since);
    const body = readWords(input.body, "body", wrong);
    const claimant = readWords(input.claimant, "claimant", wrong);
    const note = readCommon(input, wrong);
    if (problems.length > 0 || when === null || definition === null)
      return { wish: null, problems };
    return { wish: { definition, acting, body, when, knownOn, note, claimant }, problems };
  },
  refuse: ({ entity }, { definition }) => whyNot(entity, definition),
  closed({ entity }, { step }) {
    const definition = stepNamed(step);
    return definition && whyNot(entity, definition);
  },
  report({ entity }, wish, source, { reading: { today } }) {
    const { enters, step } = wish.definition;
    const moves = enters !== null && accepts(entity.status, enters, entity);
    return {
      ...claimOf(wish, source),
      ...knowledge(wish.knownOn, source, wish.when.earliest, today),
      status: moves ? enters : entity.status,
      moves,
      step,
      parties: wish.acting,
      body: wish.body,
    };
  },
};

/** Carries out the mutation `reportPartyStep`. */
export const reportPartyStep = edit(STEPPING);

/** Who acted, among the parties; a party's own act needs one. */
function actingOf(
  { parties: keys, step }: ReportPartyStepInput,
  definition: StepDefinition | null,
  parties: readonly PartyRow[],
  wrong: Wrong,
): PartyRef[] {
  const named = [...new Set(keys ?? [])];
  const known = parties.map(({ key }) => key);
  if (definition?.byParty && named.length === 0)
    wrong(
      "parties",
      `${step} is a party's own act: say whose. The parties are ${known.join(", ")}.`,
    );
  const others = named.filter((key) => !known.includes(key));
  if (others.length > 0)
    wrong(
      "parties",
      `${others.join(", ")} ${others.length === 1 ? "is" : "are"} not among the parties, which are ${known.join(", ")}.`,
    );
  return parties
    .filter(({ key }) => named.includes(key))
    .map(({ entity }) => ({
      type: entity.__typename === "Country" ? "country" : "forum",
      id: entity.id,
    }));
}

/** A text is ratified between its signature and its entry into force, and what enters a status must be a legal move. */
function whyNot(entity: AgreementRow, { step, enters }: StepDefinition): Refusal | null {
  const facts = { currentStatus: entity.status, legal: legalMoves(entity.status, entity) };
  const refusal = (message: string) =>
    new Refusal("ILLEGAL_TRANSITION", message, { facts, path: ["step"] });
  if (step === "RATIFIED" && ["PROPOSED", "NEGOTIATING", "AGREED"].includes(entity.status))
    return refusal("A party ratifies what was signed. Report its signature first.");
  if (enters !== null && !accepts(entity.status, enters, entity) && !isPast(entity, enters))
    return refusal(`${step} would make it ${enters}, to which it can't go from ${entity.status}.`);
  return null;
}

/** Whether an agreement has gone through a status already: another word about that moves nothing. */
function isPast({ stages }: AgreementRow, status: string): boolean {
  return stages.some((stage) => stage.status === status);
}
