// A story is told, or told otherwise.
import {
  amend,
  type EditInput,
  establish,
  type Fields,
  freeSlug,
  givenName,
  givenWords,
  LONGEST_NOTE,
  named,
  partNamed,
  problemsOfInput,
  readWords,
  type SaidInput,
  slugIn,
  slugOfWords,
  unknown,
  type Wrong,
} from "../edit/edit.ts";
import type { Reading } from "../graphql/context.ts";
import { partsOfGlobalId } from "../graphql/id.ts";
import { CHANGED, mergedInto } from "../history/history.ts";
import { isRefusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { type Day, isoOf } from "../when/day.ts";
import type { StoryFields } from "./kept.ts";
import { nodesOf, type Ref } from "./node.ts";
import { STORY } from "./thing.ts";
import { REF_TYPES } from "./values.ts";

/** Most characters of a summary and of a step's text, and of the path of a view. */
const LONGEST_TEXT = 4000;
const LONGEST_VIEW = 2000;
/** Most steps of a story. */
const MOST_STEPS = 50;

/** A step, as the contract has it. `about` holds global ids, `sources` slugs. */
interface StepInput {
  title: string;
  text: string;
  knownOn?: Day | null;
  view: string;
  about?: string[] | null;
  sources: string[];
}

/** What can be said of a story, as the contract has it. */
interface Said {
  title?: string | null;
  summary?: string | null;
  quote?: string | null;
  quoteBy?: string | null;
  publication?: string | null;
  featured?: boolean | null;
  view?: string | null;
  steps?: StepInput[] | null;
}

/** The input of `createStory`, as the contract has it. */
export interface CreateStoryInput extends SaidInput, Said {
  title: string;
  steps: StepInput[];
}

/** The input of `updateStory`, as the contract has it. */
export interface UpdateStoryInput extends EditInput, Said {
  storyId: string;
}

const BLANK: StoryFields = {
  ...{ title: "", summary: "", quote: null, quoteBy: null, publication: null },
  ...{ featured: false, view: "" },
};

/** Carries out the mutation `createStory`. */
export const createStory = establish<CreateStoryInput>({
  action: "createStory",
  alias: "story",
  thing: STORY,
  isOwnSource: true,
  async read(input, reading) {
    const { problems, wrong } = problemsOfInput();
    const own = await readOwn(reading.tx, input, BLANK, wrong);
    const steps = await readSteps(reading, input.steps, wrong);
    const id = await freeSlug(reading.tx, STORY, slugOfWords(own.title) || "story");
    return { id, fields: { ...own, ...steps }, problems };
  },
});

/** Carries out the mutation `updateStory`. */
export const updateStory = amend<UpdateStoryInput>({
  action: "updateStory",
  alias: "story",
  thing: STORY,
  isOwnSource: true,
  about: (_, { storyId }) => ({ id: slugIn(storyId, "Story"), field: "storyId" }),
  async read(input, reading, { fields }) {
    const { problems, wrong } = problemsOfInput();
    const own = await readOwn(reading.tx, input, fields as unknown as StoryFields, wrong);
    if (input.steps === null) wrong("steps", "Give them all, or leave them out.");
    const steps = input.steps ? await readSteps(reading, input.steps, wrong) : null;
    const kept = Object.entries(fields).filter(([name]) => !steps || !name.startsWith("steps."));
    return { fields: { ...Object.fromEntries(kept), ...own, ...steps }, problems };
  },
});

async function readOwn(tx: Tx, input: Said, held: StoryFields, wrong: Wrong): Promise<StoryFields> {
  const [source] = await named(tx, "source", [input.publication]);
  if (input.publication != null && !source)
    wrong("publication", unknown("source", input.publication));
  if (input.featured === null) wrong("featured", "Say yes or no, or leave it out.");
  const summary = givenWords(input.summary, held.summary, "summary", wrong, LONGEST_TEXT);
  if (!summary) wrong("summary", "Say in a few sentences what it tells.");
  return {
    title: givenName(input.title, held.title, "title", wrong),
    summary: summary ?? "",
    quote: givenWords(input.quote, held.quote, "quote", wrong, LONGEST_NOTE),
    quoteBy: givenWords(input.quoteBy, held.quoteBy, "quoteBy", wrong),
    publication:
      input.publication === undefined ? held.publication : (source?.id ?? input.publication),
    featured: input.featured ?? held.featured,
    view: input.view === undefined && held.view ? held.view : givenView(input.view, "view", wrong),
  };
}

async function readSteps(reading: Reading, inputs: StepInput[], wrong: Wrong): Promise<Fields> {
  if (inputs.length === 0) wrong("steps", "A story has at least one step.");
  if (inputs.length > MOST_STEPS) wrong("steps", `Give ${MOST_STEPS} steps at most.`);
  const parts: Fields[] = [];
  for (const [place, input] of inputs.slice(0, MOST_STEPS).entries()) {
    const at = (field: string) => `steps.${place}.${field}`;
    const text = readWords(input.text, at("text"), wrong, LONGEST_TEXT);
    if (text === null) wrong(at("text"), "Say what it tells.");
    const knownOn = input.knownOn ?? null;
    if (knownOn !== null && knownOn > reading.today)
      wrong(at("knownOn"), `${isoOf(knownOn)} is still to come: nobody can know it yet.`);
    if (input.sources.length === 0) wrong(at("sources"), "Every step needs a source.");
    const found = await named(reading.tx, "source", input.sources);
    const sources = input.sources.map((source, nth) => found[nth]?.id ?? source);
    for (const [nth, source] of input.sources.entries())
      if (!found[nth]) wrong(at(`sources.${nth}`), unknown("source", source));
    const step = {
      title: givenName(input.title, "", at("title"), wrong),
      text: text ?? "",
      knownOn: knownOn === null ? null : isoOf(knownOn),
      view: givenView(input.view, at("view"), wrong),
      about: await readRefs(reading, input.about ?? [], at("about"), wrong),
      sources: [...new Set(sources)],
    };
    parts.push(partNamed("steps", String(place + 1), step));
  }
  return Object.assign({}, ...parts);
}

async function readRefs(reading: Reading, ids: string[], field: string, wrong: Wrong) {
  const names: string[] = [];
  for (const [nth, id] of ids.entries()) {
    const ref = await refAt(reading, id);
    if (!ref) wrong(`${field}.${nth}`, "There is nothing with this id that a step can be about.");
    else names.push(`${ref.type}:${ref.id}`);
  }
  return [...new Set(names)];
}

/** What an id names that a step can be about: itself, or what it became part of. */
async function refAt(reading: Reading, id: string): Promise<Ref | null> {
  const ref = refOf(id);
  if (ref === null || (await isThere(reading, ref))) return ref;
  const type = Object.values(CHANGED).find((each) => each === ref.type);
  const into = type && (await mergedInto(reading.tx, type, ref.id));
  if (!into) return null;
  const whole = { ...ref, id: into };
  return (await isThere(reading, whole)) ? whole : null;
}

async function isThere(reading: Reading, ref: Ref): Promise<boolean> {
  const [found = []] = await nodesOf(reading, [[ref]]);
  return found.length > 0;
}

function refOf(id: string): Ref | null {
  try {
    const { type, slug } = partsOfGlobalId(id);
    const known = REF_TYPES.find((each) => each === type);
    return known ? { type: known, id: slug } : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** A view is a path of this site, so that a story leads nowhere else. */
function givenView(text: string | null | undefined, field: string, wrong: Wrong): string {
  const view = readWords(text, field, wrong, LONGEST_VIEW) ?? "";
  if (!/^\/explore(\?|$)/.test(view))
    wrong(field, "Give the path of a view of the timeline, such as /explore?lanes=RU,IR.");
  return view;
}
