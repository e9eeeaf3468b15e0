// An office is made, or what is kept of it is corrected.
import { givenCountry } from "../country/country.ts";
import {
  amend,
  type EditInput,
  establish,
  freeSlug,
  givenName,
  named,
  problemsOfInput,
  type SaidInput,
  slugIn,
  slugOfWords,
  unknown,
  type Wrong,
} from "../edit/edit.ts";
import type { Tx } from "../storage/storage.ts";
import { isoOf } from "../when/day.ts";
import type { OfficeFields } from "./kept.ts";
import { OFFICE } from "./thing.ts";

/** What can be said of an office, as the contract has it. */
interface Said {
  title?: string | null;
  kind?: string | null;
  rank?: OfficeFields["rank"] | null;
  country?: string | null;
  forum?: string | null;
}

/** The input of `createOffice`, as the contract has it. */
export interface CreateOfficeInput extends SaidInput, Said {
  title: string;
  kind: string;
  rank: OfficeFields["rank"];
}

/** The input of `updateOffice`, as the contract has it. */
export interface UpdateOfficeInput extends EditInput, Said {
  officeId: string;
}

/** Carries out the mutation `createOffice`. */
export const createOffice = establish<CreateOfficeInput>({
  action: "createOffice",
  alias: "office",
  thing: OFFICE,
  async read(input, { tx }, { knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const { rank } = input;
    const blank = { title: "", kind: "", rank, country: null, forum: null };
    const own = await readOffice(tx, input, { ...blank, knownOn: isoOf(knownOn) }, wrong);
    if (own.country === null && own.forum === null && problems.length === 0)
      wrong("country", "Say what it serves: a country or a forum.");
    const id = await freeSlug(tx, OFFICE, slugOfWords(own.title) || "office");
    return { id, fields: { ...own }, problems };
  },
});

/** Carries out the mutation `updateOffice`. */
export const updateOffice = amend<UpdateOfficeInput>({
  action: "updateOffice",
  alias: "office",
  thing: OFFICE,
  about: (_, { officeId }) => ({ id: slugIn(officeId, "Office"), field: "officeId" }),
  async read(input, { tx }, { fields }) {
    const { problems, wrong } = problemsOfInput();
    const own = await readOffice(tx, input, fields as unknown as OfficeFields, wrong);
    return { fields: { ...own }, problems };
  },
});

async function readOffice(
  tx: Tx,
  input: Said,
  held: OfficeFields,
  wrong: Wrong,
): Promise<OfficeFields> {
  const country = await givenCountry(tx, input.country, held.country, "country", wrong);
  const slug = input.forum === undefined ? held.forum : input.forum;
  const [found] = await named(tx, "forum", [slug]);
  if (slug !== null && !found) wrong("forum", unknown("forum", slug));
  const forum = found?.id ?? slug;
  if (country !== null && forum !== null)
    wrong("forum", "An office serves a country or a forum, not both: clear the other with null.");
  if (input.rank === null) wrong("rank", "Say how high it is, or leave it out.");
  const kind = givenName(input.kind, held.kind, "kind", wrong);
  if (!/^[a-z]+(-[a-z]+)*$/.test(kind) && kind !== held.kind)
    wrong("kind", "Write it in small letters with hyphens, such as `head-of-state`.");
  return {
    title: givenName(input.title, held.title, "title", wrong),
    kind,
    rank: input.rank ?? held.rank,
    country,
    forum,
    knownOn: held.knownOn,
  };
}
