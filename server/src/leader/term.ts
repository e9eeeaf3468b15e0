// Somebody takes an office, or leaves it: a term is part of what is kept of its leader.
import {
  amend,
  checkOrder,
  type EditInput,
  freePart,
  givenDate,
  givenWords,
  LONGEST_NOTE,
  type Part,
  partsIn,
  partWished,
  problemsOfInput,
  slugIn,
  unknown,
  type Wrong,
} from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import type { Confidence } from "../ledger/ledger.ts";
import { pick } from "../storage/pick.ts";
import { isoOf } from "../when/day.ts";
import type { TermFields } from "./kept.ts";
import { termsById } from "./store.ts";
import { LEADER } from "./thing.ts";

/** What can be said of a term, as the contract has it. */
interface Said {
  from?: string | null;
  to?: string | null;
  how?: string | null;
  confidence?: Confidence | null;
  remark?: string | null;
}

/** The input of `createTerm`, as the contract has it. */
export interface CreateTermInput extends EditInput, Said {
  leaderId: string;
  office: string;
}

/** The input of `updateTerm`, as the contract has it. */
export interface UpdateTermInput extends EditInput, Said {
  termId: string;
}

const part: Part = {
  alias: "term",
  kind: "terms",
  rows: ({ tx }, ids) => termsById(tx, ids, null),
};
const common = { alias: "leader", thing: LEADER, part } as const;

/** Carries out the mutation `createTerm`. */
export const createTerm = amend<CreateTermInput>({
  ...common,
  action: "createTerm",
  about: (_, { leaderId }) => ({ id: slugIn(leaderId, "Leader"), field: "leaderId" }),
  async read(input, { tx }, { id, fields, knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const [office] = await pick(tx, "office", [input.office]);
    if (!office) wrong("office", unknown("office", input.office));
    const blank = { office: input.office, from: null, to: null, how: null, remark: null };
    const rest = { confidence: "CERTAIN", knownOn: isoOf(knownOn), sources: [] } as const;
    const term = readTerm(input, { ...blank, ...rest, sources: [] }, wrong);
    // Who held the office before has another term, named by the year in which it began.
    const base = `${id}--${input.office}`;
    const year = term.from?.match(/\d{4}/)?.[0];
    const termId = freePart(fields, "terms", year ? [base, `${base}-${year}`] : [base]);
    return partWished(fields, { kind: "terms", id: termId }, term, problems);
  },
});

/** Carries out the mutation `updateTerm`. */
export const updateTerm = amend<UpdateTermInput>({
  ...common,
  action: "updateTerm",
  async about({ tx }: Reading, { termId }) {
    const [term] = await pick(tx, "term", [slugIn(termId, "Term")]);
    return { id: term?.leaderId ?? null, field: "termId", noun: "term" };
  },
  read(input, _, { fields }) {
    const { problems, wrong } = problemsOfInput();
    const termId = slugIn(input.termId, "Term") ?? "";
    const held = partsIn(fields, "terms").get(termId) as unknown as TermFields;
    return partWished(
      fields,
      { kind: "terms", id: termId },
      readTerm(input, held, wrong),
      problems,
    );
  },
});

function readTerm(input: Said, held: TermFields, wrong: Wrong): TermFields {
  const from = givenDate(input.from, held.from, "from", wrong);
  const to = givenDate(input.to, held.to, "to", wrong);
  checkOrder({ from, to }, input.to === undefined ? "from" : "to", wrong);
  if (input.confidence === null) wrong("confidence", "Say how sure it is, or leave it out.");
  return {
    ...held,
    from,
    to,
    how: givenWords(input.how, held.how, "how", wrong),
    confidence: input.confidence ?? held.confidence,
    remark: givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE),
  };
}
