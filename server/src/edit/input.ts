// What every edit brings along, checked as far as it can be without looking at the data. Pure.
import { isRefusal, Refusal } from "../refusal.ts";
import { type Day, isoOf } from "../when/day.ts";
import { parseWhen, type When } from "../when/when.ts";
import { addressOf, languageOf } from "./address.ts";

/** A publication given in full. `publishedOn` is EDTF. */
export interface SourceInput {
  publisher: string;
  title?: string | null;
  url?: string | null;
  publishedOn?: string | null;
  language?: string | null;
}

/** What every input of a write has, as the contract has it. `knownOn` is a day. */
export interface SaidInput {
  knownOn?: Day | null;
  sourceId?: string | null;
  source?: SourceInput | null;
  note: string;
  idempotencyKey?: string | null;
  dryRun?: boolean | null;
}

/** The input of a write about something that is there: with the version that the edit began from. */
export interface EditInput extends SaidInput {
  expectedVersion: number;
  /** The report whose place it takes, where an action can. */
  replaces?: string | null;
}

/** Notes what is wrong with a field of the input; a dot leads to a field within it. */
export type Wrong = (field: string, message: string) => void;

/** Most characters of a note, and of a remark. */
export const LONGEST_NOTE = 1000;
const LONGEST_NAME = 300;
const LONGEST_KEY = 200;

/** A collector of what is wrong: all of it at once, each with the path of its field. */
export function problemsOfInput(): { problems: Refusal[]; wrong: Wrong } {
  const problems: Refusal[] = [];
  return {
    problems,
    wrong: (field, message) => {
      problems.push(
        new Refusal("INVALID_INPUT", message, { path: ["input", ...field.split(".")] }),
      );
    },
  };
}

/** Reads the note, the key and the source. Answers the note, trimmed. */
export function readCommon(input: SaidInput, wrong: Wrong, { needsSource = true } = {}): string {
  const note = input.note.trim();
  if (note === "") wrong("note", "Say in one sentence what changed: it is shown in the history.");
  if (note.length > LONGEST_NOTE) wrong("note", `Keep the note under ${LONGEST_NOTE} characters.`);
  const key = input.idempotencyKey;
  if (key != null && (key === "" || key.length > LONGEST_KEY))
    wrong("idempotencyKey", `Use 1 to ${LONGEST_KEY} characters, or leave it out.`);
  readSource(input, wrong, needsSource);
  return note;
}

/** Reads from when the world could know. Of what happened, it cannot be earlier than that: give its first day as `since`, and its words. */
export function readKnownOn(
  input: SaidInput,
  today: Day,
  wrong: Wrong,
  since: { day: Day; words: string } | null = null,
): Day | null {
  const knownOn = input.knownOn ?? null;
  if (knownOn === null) return null;
  if (knownOn > today) {
    wrong(
      "knownOn",
      `Nobody can have known it on ${isoOf(knownOn)} yet: give the day the source came out, ${isoOf(today)} at the latest.`,
    );
  } else if (since !== null && knownOn < since.day) {
    wrong(
      "knownOn",
      `It cannot have been known on ${isoOf(knownOn)}, before it happened (${since.words}).`,
    );
  }
  return knownOn;
}

/** Reads a name or some words, trimmed; null when left out or blank. */
export function readWords(
  text: string | null | undefined,
  field: string,
  wrong: Wrong,
  longest: number = LONGEST_NAME,
): string | null {
  const words = text?.trim() || null;
  if (words && words.length > longest) wrong(field, `Keep it under ${longest} characters.`);
  return words;
}

/** Reads a date; null when it is not one, which then is among what is wrong. */
export function readWhen(text: string, field: string, wrong: Wrong): When | null {
  try {
    return parseWhen(text);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    wrong(field, error.message);
    return null;
  }
}

/** Asks for a source, and says why. */
export function needSource(wrong: Wrong, why: string): void {
  wrong(
    "source",
    `Add a source. ${why} Give \`sourceId\` of a source already recorded, or \`source\` with at least its publisher.`,
  );
}

function readSource({ source, sourceId }: SaidInput, wrong: Wrong, isNeeded: boolean): void {
  if (source == null && sourceId == null) {
    if (isNeeded) needSource(wrong, "Every fact needs one.");
  } else if (source != null && sourceId != null) {
    wrong("source", "Give either `source` or `sourceId`, not both.");
  }
  if (source == null) return;
  if (source.publisher.trim() === "") wrong("source.publisher", "Say who published it.");
  for (const field of ["publisher", "title", "url", "language"] as const) {
    if ((source[field]?.length ?? 0) > 2 * LONGEST_NAME)
      wrong(`source.${field}`, `Keep it under ${2 * LONGEST_NAME} characters.`);
  }
  if (source.url != null && addressOf(source.url) === null)
    wrong(
      "source.url",
      `“${source.url.slice(0, 80)}” is not a web address. Begin with https:// or http://.`,
    );
  if (source.language != null && languageOf(source.language) === null)
    wrong(
      "source.language",
      `“${source.language.slice(0, 80)}” is not a language. Write its BCP 47 tag, such as en, fa or zh-Hans.`,
    );
  if (source.publishedOn != null) readWhen(source.publishedOn, "source.publishedOn", wrong);
}
