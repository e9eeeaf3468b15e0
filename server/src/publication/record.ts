// A source is recorded by itself, or what is kept of one is corrected.
import {
  addressOf,
  amend,
  type EditInput,
  establish,
  freeSlug,
  givenDate,
  givenName,
  givenWords,
  LONGEST_NOTE,
  languageOf,
  problemsOfInput,
  type SaidInput,
  slugIn,
  type Wrong,
} from "../edit/edit.ts";
import { sameSource, slugOfPublication } from "../source/source.ts";
import type { Tx } from "../storage/storage.ts";
import type { SourceFields } from "./kept.ts";
import { SOURCE } from "./thing.ts";

/** Most characters of an address, and of a headline. */
const LONGEST_TITLE = 600;

/** What can be said of a source, as the contract has it. */
interface Said {
  publisher?: string | null;
  title?: string | null;
  url?: string | null;
  publishedOn?: string | null;
  language?: string | null;
  kind?: SourceFields["kind"] | null;
  stateMedia?: boolean | null;
  description?: string | null;
}

/** The input of `createSource`, as the contract has it. */
export interface CreateSourceInput extends SaidInput, Said {
  publisher: string;
}

/** The input of `updateSource`, as the contract has it. */
export interface UpdateSourceInput extends EditInput, Said {
  sourceId: string;
}

const BLANK: SourceFields = {
  ...{ publisher: "", title: null, url: null, publishedOn: null, language: null },
  ...{ kind: "OTHER", stateMedia: false, description: null },
};

/** Carries out the mutation `createSource`. */
export const createSource = establish<CreateSourceInput>({
  action: "createSource",
  alias: "source",
  thing: SOURCE,
  isOwnSource: true,
  async read(input, { tx }) {
    const { problems, wrong } = problemsOfInput();
    const own = readSource(input, BLANK, wrong);
    if (problems.length === 0) await checkNew(tx, own, null, wrong);
    const id = await freeSlug(tx, SOURCE, slugOfPublication(own));
    return { id, fields: { ...own }, problems };
  },
});

/** Carries out the mutation `updateSource`. Its `sourceId` names what is corrected, not what that rests on. */
export const updateSource = amend<UpdateSourceInput>({
  action: "updateSource",
  alias: "source",
  thing: SOURCE,
  isOwnSource: true,
  about: (_, { sourceId }) => ({ id: slugIn(sourceId, "Source"), field: "sourceId" }),
  async read(input, { tx }, { id, fields }) {
    const { problems, wrong } = problemsOfInput();
    const held = fields as unknown as SourceFields;
    const own = readSource(input, held, wrong);
    if (problems.length === 0 && own.url !== held.url) await checkNew(tx, own, id, wrong);
    return { fields: { ...own }, problems };
  },
});

function readSource(input: Said, held: SourceFields, wrong: Wrong): SourceFields {
  if (input.kind === null) wrong("kind", "Say what it is, or leave it out.");
  if (input.stateMedia === null) wrong("stateMedia", "Say yes or no, or leave it out.");
  const own: SourceFields = {
    publisher: givenName(input.publisher, held.publisher, "publisher", wrong),
    title: givenWords(input.title, held.title, "title", wrong, LONGEST_TITLE),
    url: givenAddress(input.url, held.url, wrong),
    publishedOn: givenDate(input.publishedOn, held.publishedOn, "publishedOn", wrong),
    language: givenLanguage(input.language, held.language, wrong),
    kind: input.kind ?? held.kind,
    stateMedia: input.stateMedia ?? held.stateMedia,
    description: givenWords(
      input.description,
      held.description,
      "description",
      wrong,
      LONGEST_NOTE,
    ),
  };
  if (own.kind === "GENERAL_KNOWLEDGE" && own.url !== null)
    wrong("kind", "General knowledge is no publication: it has no address. Leave out one of them.");
  return own;
}

function givenAddress(text: string | null | undefined, held: string | null, wrong: Wrong) {
  const words = givenWords(text, held, "url", wrong, LONGEST_TITLE);
  if (text == null || words === null) return words;
  const address = addressOf(words);
  if (address === null)
    wrong("url", `“${words.slice(0, 80)}” is not a web address. Begin with https:// or http://.`);
  return address;
}

function givenLanguage(text: string | null | undefined, held: string | null, wrong: Wrong) {
  const words = givenWords(text, held, "language", wrong);
  if (text == null || words === null) return words;
  const language = languageOf(words);
  if (language === null)
    wrong(
      "language",
      `“${words.slice(0, 80)}” is not a language. Write its BCP 47 tag, such as en, fa or zh-Hans.`,
    );
  return language;
}

/** Says so when another source is the same publication already. */
async function checkNew(tx: Tx, own: SourceFields, id: string | null, wrong: Wrong): Promise<void> {
  const { publisher, title, url, publishedOn, language } = own;
  const same = await sameSource(tx, { publisher, title, url, publishedOn, language });
  if (same === null || same.id === id) return;
  wrong(
    same.url !== null && same.url === url ? "url" : "publisher",
    `This is recorded already, as “${same.id}”. Use that one, or correct it by \`updateSource\`.`,
  );
}
