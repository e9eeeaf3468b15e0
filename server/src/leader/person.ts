// A leader is made, or what is kept of one is corrected.
import { givenCountry } from "../country/country.ts";
import {
  amend,
  checkOrder,
  type EditInput,
  establish,
  freeSlug,
  givenDate,
  givenName,
  givenNames,
  givenWords,
  LONGEST_NOTE,
  problemsOfInput,
  type SaidInput,
  slugIn,
  slugOfWords,
  type Wrong,
} from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { type Day, isoOf } from "../when/day.ts";
import { parseWhen } from "../when/when.ts";
import type { LeaderFields } from "./kept.ts";
import { LEADER } from "./thing.ts";

/** What can be said of a leader, as the contract has it. */
interface Said {
  name?: string | null;
  alsoKnownAs?: string[] | null;
  country?: string | null;
  born?: string | null;
  died?: string | null;
  remark?: string | null;
}

/** The input of `createLeader`, as the contract has it. */
export interface CreateLeaderInput extends SaidInput, Said {
  name: string;
}

/** The input of `updateLeader`, as the contract has it. */
export interface UpdateLeaderInput extends EditInput, Said {
  leaderId: string;
}

const NOBODY: LeaderFields = {
  name: "",
  alsoKnownAs: [],
  country: null,
  born: null,
  died: null,
  remark: null,
  remarkKnownOn: null,
  knownOn: null,
};

/** Carries out the mutation `createLeader`. */
export const createLeader = establish<CreateLeaderInput>({
  action: "createLeader",
  alias: "leader",
  thing: LEADER,
  async read(input, reading, { knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const own = await readLeader(input, NOBODY, reading, knownOn, wrong);
    const fields = { ...own, knownOn: isoOf(knownOn) };
    const id = await freeSlug(reading.tx, LEADER, slugOfWords(own.name) || "leader");
    return { id, fields, problems };
  },
});

/** Carries out the mutation `updateLeader`. */
export const updateLeader = amend<UpdateLeaderInput>({
  action: "updateLeader",
  alias: "leader",
  thing: LEADER,
  about: (_, { leaderId }) => ({ id: slugIn(leaderId, "Leader"), field: "leaderId" }),
  async read(input, reading, { fields, knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const held = fields as unknown as LeaderFields;
    const own = await readLeader(input, held, reading, knownOn, wrong);
    return { fields: { ...fields, ...own }, problems };
  },
});

async function readLeader(
  input: Said,
  held: LeaderFields,
  { tx, today }: Reading,
  knownOn: Day,
  wrong: Wrong,
): Promise<LeaderFields> {
  const name = givenName(input.name, held.name, "name", wrong);
  const others = givenNames(input.alsoKnownAs, held.alsoKnownAs, "alsoKnownAs", wrong);
  const born = givenDate(input.born, held.born, "born", wrong);
  const died = givenDate(input.died, held.died, "died", wrong);
  for (const [field, date] of [
    ["born", born],
    ["died", died],
  ] as const) {
    const earliest = date === null ? null : parseWhen(date).earliest;
    if (earliest !== null && earliest > today)
      wrong(field, `${date} is still to come. Record it once it has happened.`);
  }
  checkOrder({ from: born, to: died }, input.died === undefined ? "born" : "died", wrong);
  const remark = givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE);
  const isRemarked = remark !== held.remark;
  return {
    name,
    alsoKnownAs: others.filter((each) => each !== name),
    country: await givenCountry(tx, input.country, held.country, "country", wrong),
    born,
    died,
    remark,
    remarkKnownOn: isRemarked ? (remark === null ? null : isoOf(knownOn)) : held.remarkKnownOn,
    knownOn: held.knownOn,
  };
}
