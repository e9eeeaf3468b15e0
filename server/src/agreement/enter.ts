// An agreement is entered with its first report, or what is kept of it beside its reports is corrected.
import {
  amend,
  type Creation,
  claimOf,
  create,
  type EditInput,
  freeSlug,
  givenName,
  givenNames,
  givenWords,
  knowledge,
  LONGEST_NOTE,
  problemsOfInput,
  slugIn,
  slugOfWords,
  type Wrong,
} from "../edit/edit.ts";
import type { Tx } from "../storage/storage.ts";
import { givenParties, givenSuperseded, givenTopics, type PartyInput } from "./between.ts";
import { type AgreementFields, keepAgreement, namedParties, type PartyFields } from "./kept.ts";
import { AGREEMENT } from "./kind.ts";
import { AGREEMENT_FACTS } from "./thing.ts";
import { type ReportAgreementStatusInput, readWish, type Wish } from "./wish.ts";

/** What can be said of an agreement, as the contract has it. */
interface Said {
  title?: string | null;
  shortTitle?: string | null | undefined;
  aliases?: string[] | null;
  kind?: AgreementFields["kind"] | null;
  binding?: AgreementFields["binding"] | null;
  requiresRatification?: boolean | null;
  parties?: PartyInput[] | null;
  topics?: string[] | null;
  supersedes?: string | null;
  duration?: string | null;
  subject?: string | null;
  remark?: string | null;
}

/** The input of `createAgreement`, as the contract has it. */
export interface CreateAgreementInput
  extends Omit<ReportAgreementStatusInput, "agreementId" | "expectedVersion">,
    Said {
  title: string;
  kind: AgreementFields["kind"];
  binding: AgreementFields["binding"];
  requiresRatification: boolean;
  parties: PartyInput[];
}

/** The input of `updateAgreement`, as the contract has it. */
export interface UpdateAgreementInput extends EditInput, Said {
  agreementId: string;
}

interface Draft {
  said: Wish;
  own: AgreementFields;
  parties: PartyFields[];
}

/** How an agreement that is not here yet is entered. */
export const ENTERING: Creation<CreateAgreementInput, Draft> = {
  action: "createAgreement",
  alias: "agreement",
  kind: AGREEMENT,
  async read(input, { tx, today }) {
    const { problems, wrong } = problemsOfInput();
    const { kind, binding, requiresRatification } = input;
    const blank: AgreementFields = {
      ...{ title: "", shortTitle: "", aliases: [], kind, binding, requiresRatification },
      ...{ duration: null, subject: null, supersedes: null, confidence: "CERTAIN" },
      ...{ topics: [], remark: null },
    };
    const given = { ...input, shortTitle: input.shortTitle ?? undefined };
    const own = await readOwn(tx, given, blank, null, wrong);
    const parties = await givenParties(tx, input.parties, wrong);
    const report = readWish({ ...input, agreementId: "", expectedVersion: 0 }, today);
    problems.push(...report.problems);
    const lacking = parties.filter(({ mustRatify }) => mustRatify).length;
    // Anything may be the first that is known of an agreement, but this is refused of every other one, too.
    if (input.status === "RATIFIED" && !requiresRatification)
      wrong(
        "status",
        "A text that needs no ratification is not ratified. Enter it as signed or in force; if it does need ratification, say so by `requiresRatification`.",
      );
    if (input.status === "RATIFIED" && requiresRatification && lacking > 0)
      wrong(
        "status",
        `Ratified means by every party that must, and of ${lacking} nothing is known yet. Enter it as signed, then report the step of each party that ratified.`,
      );
    if (problems.length > 0 || report.wish === null) return { wish: null, problems };
    return { wish: { said: report.wish, own, parties }, problems };
  },
  insert: (tx, draft) => insertAgreement(tx, draft),
  report: ({ said }, source, { reading: { today } }) => ({
    ...claimOf(said, source),
    ...knowledge(said.knownOn, source, said.when.earliest, today),
    status: said.status,
  }),
};

/** Carries out the mutation `createAgreement`. */
export const createAgreement = create(ENTERING);

/** Writes the rows of an agreement, under a slug of its own unless one that is free is given. */
export async function insertAgreement(
  tx: Tx,
  { own, parties }: Draft,
  slug?: string,
): Promise<string> {
  const base = slugOfWords(own.shortTitle) || "agreement";
  const id = slug ?? (await freeSlug(tx, AGREEMENT_FACTS, base));
  await keepAgreement(tx, id, { version: 1, fields: { ...own, ...namedParties(parties) } });
  return id;
}

/** Carries out the mutation `updateAgreement`. */
export const updateAgreement = amend<UpdateAgreementInput>({
  action: "updateAgreement",
  alias: "agreement",
  thing: AGREEMENT_FACTS,
  about: (_, { agreementId }) => ({ id: slugIn(agreementId, "Agreement"), field: "agreementId" }),
  async read(input, { tx }, { id, fields }) {
    const { problems, wrong } = problemsOfInput();
    const own = await readOwn(tx, input, fields as unknown as AgreementFields, id, wrong);
    if (input.parties === null) wrong("parties", "Say who it is between, or leave it out.");
    const parties = input.parties ? await givenParties(tx, input.parties, wrong) : null;
    const others = Object.entries(fields).filter(
      ([name]) => parties === null || !name.startsWith("parties."),
    );
    const whole = { ...Object.fromEntries(others), ...own, ...namedParties(parties ?? []) };
    return { fields: whole, problems };
  },
});

async function readOwn(
  tx: Tx,
  input: Said,
  held: AgreementFields,
  id: string | null,
  wrong: Wrong,
): Promise<AgreementFields> {
  for (const field of ["kind", "binding", "requiresRatification"] as const)
    if (input[field] === null) wrong(field, "Say it, or leave it out.");
  const title = givenName(input.title, held.title, "title", wrong);
  return {
    title,
    shortTitle: givenName(input.shortTitle, held.shortTitle || title, "shortTitle", wrong),
    aliases: givenNames(input.aliases, held.aliases, "aliases", wrong),
    kind: input.kind ?? held.kind,
    binding: input.binding ?? held.binding,
    requiresRatification: input.requiresRatification ?? held.requiresRatification,
    duration: givenWords(input.duration, held.duration, "duration", wrong),
    subject: givenWords(input.subject, held.subject, "subject", wrong),
    supersedes: await givenSuperseded(tx, input.supersedes, held.supersedes, id, wrong),
    confidence: held.confidence,
    topics: await givenTopics(tx, input.topics, held.topics, wrong),
    remark: givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE),
  };
}
