// A country joins a forum, or leaves it: a membership is part of what is kept of its forum.
import { countryOf } from "../country/country.ts";
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
import type { MembershipFields } from "./kept.ts";
import { membershipsById } from "./store.ts";
import { FORUM } from "./thing.ts";

/** What can be said of a membership, as the contract has it. */
interface Said {
  role?: MembershipFields["role"] | null;
  from?: string | null;
  to?: string | null;
  confidence?: Confidence | null;
  remark?: string | null;
}

/** The input of `createMembership`, as the contract has it. */
export interface CreateMembershipInput extends EditInput, Said {
  forumId: string;
  country: string;
  role: MembershipFields["role"];
}

/** The input of `updateMembership`, as the contract has it. */
export interface UpdateMembershipInput extends EditInput, Said {
  membershipId: string;
}

const part: Part = {
  alias: "membership",
  kind: "memberships",
  rows: ({ tx }, ids) => membershipsById(tx, ids, null),
};
const common = { alias: "forum", thing: FORUM, part } as const;

/** Carries out the mutation `createMembership`. */
export const createMembership = amend<CreateMembershipInput>({
  ...common,
  action: "createMembership",
  about: (_, { forumId }) => ({ id: slugIn(forumId, "Forum"), field: "forumId" }),
  async read(input, { tx }, { id, fields, knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const country = await countryOf(tx, input.country);
    if (!country) wrong("country", unknown("country", input.country, "ISO code"));
    const blank: MembershipFields = {
      ...{ country: country?.id ?? "", role: input.role, from: null, to: null },
      ...{ confidence: "CERTAIN", remark: null, knownOn: isoOf(knownOn), sources: [] },
    };
    const membership = readMembership(input, blank, wrong);
    const base = `${id}--${country?.id}--${input.role.toLowerCase().replaceAll("_", "-")}`;
    return partWished(
      fields,
      // A country may join again.
      { kind: "memberships", id: freePart(fields, "memberships", [base]) },
      membership,
      problems,
    );
  },
});

/** Carries out the mutation `updateMembership`. */
export const updateMembership = amend<UpdateMembershipInput>({
  ...common,
  action: "updateMembership",
  async about({ tx }: Reading, { membershipId }) {
    const [row] = await pick(tx, "membership", [slugIn(membershipId, "Membership")]);
    return { id: row?.forumId ?? null, field: "membershipId", noun: "membership" };
  },
  read(input, _, { fields }) {
    const { problems, wrong } = problemsOfInput();
    const id = slugIn(input.membershipId, "Membership") ?? "";
    const held = partsIn(fields, "memberships").get(id) as unknown as MembershipFields;
    return partWished(
      fields,
      { kind: "memberships", id },
      readMembership(input, held, wrong),
      problems,
    );
  },
});

function readMembership(input: Said, held: MembershipFields, wrong: Wrong): MembershipFields {
  const from = givenDate(input.from, held.from, "from", wrong);
  const to = givenDate(input.to, held.to, "to", wrong);
  checkOrder({ from, to }, input.to === undefined ? "from" : "to", wrong);
  if (input.role === null) wrong("role", "Say in what capacity, or leave it out.");
  if (input.confidence === null) wrong("confidence", "Say how sure it is, or leave it out.");
  return {
    ...held,
    role: input.role ?? held.role,
    from,
    to,
    confidence: input.confidence ?? held.confidence,
    remark: givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE),
  };
}
