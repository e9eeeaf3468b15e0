// A forum is founded, or what is kept of it is corrected.
import {
  amend,
  type EditInput,
  establish,
  freeSlug,
  givenDate,
  givenName,
  givenWords,
  LONGEST_NOTE,
  problemsOfInput,
  type SaidInput,
  slugIn,
  slugOfWords,
  type Wrong,
} from "../edit/edit.ts";
import { isoOf } from "../when/day.ts";
import type { ForumFields } from "./kept.ts";
import { FORUM } from "./thing.ts";

/** What can be said of a forum, as the contract has it. */
interface Said {
  name?: string | null;
  shortName?: string | null | undefined;
  kind?: ForumFields["kind"] | null;
  founded?: string | null;
  remark?: string | null;
}

/** The input of `createForum`, as the contract has it. */
export interface CreateForumInput extends SaidInput, Said {
  name: string;
  kind: ForumFields["kind"];
}

/** The input of `updateForum`, as the contract has it. */
export interface UpdateForumInput extends EditInput, Said {
  forumId: string;
}

/** Carries out the mutation `createForum`. */
export const createForum = establish<CreateForumInput>({
  action: "createForum",
  alias: "forum",
  thing: FORUM,
  async read(input, { tx }, { knownOn }) {
    const { problems, wrong } = problemsOfInput();
    const { kind } = input;
    const blank = { name: "", shortName: "", kind, founded: null, remark: null };
    const said = { ...input, shortName: input.shortName ?? undefined };
    const own = readForum(said, { ...blank, knownOn: isoOf(knownOn) }, wrong);
    const id = await freeSlug(tx, FORUM, slugOfWords(own.shortName) || "forum");
    return { id, fields: { ...own }, problems };
  },
});

/** Carries out the mutation `updateForum`. */
export const updateForum = amend<UpdateForumInput>({
  action: "updateForum",
  alias: "forum",
  thing: FORUM,
  about: (_, { forumId }) => ({ id: slugIn(forumId, "Forum"), field: "forumId" }),
  read(input, _, { fields }) {
    const { problems, wrong } = problemsOfInput();
    const own = readForum(input, fields as unknown as ForumFields, wrong);
    return { fields: { ...fields, ...own }, problems };
  },
});

function readForum(input: Said, held: ForumFields, wrong: Wrong): ForumFields {
  if (input.kind === null) wrong("kind", "Say what it is, or leave it out.");
  const name = givenName(input.name, held.name, "name", wrong);
  return {
    name,
    shortName: givenName(input.shortName, held.shortName || name, "shortName", wrong),
    kind: input.kind ?? held.kind,
    founded: givenDate(input.founded, held.founded, "founded", wrong),
    remark: givenWords(input.remark, held.remark, "remark", wrong, LONGEST_NOTE),
    knownOn: held.knownOn,
  };
}
