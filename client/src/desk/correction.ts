// A correction as its draft holds it: only what is to be different, and what stood there. Pure.
import type { Day } from "../when/day.ts";
import { plural, shortDay } from "../when/words.ts";
import {
  capital,
  type FieldOf,
  inputsOf,
  isSame,
  problemsOf,
  type Values,
  wordsOf,
} from "./field.ts";
import type { Payload, Problem } from "./outcome.ts";
import { followers } from "./preview.ts";
import { inputOfSaid, knownFrom, problemsOfKnownOn, problemsOfSource, type Said } from "./said.ts";
import type { Choice, Row as Side } from "./stale.ts";
import type { Thing } from "./thing.ts";

/** What is to be different, by the fields' names; what stood there when it was said; and on what it rests. */
export interface Correction extends Omit<Said, "date"> {
  set: Values;
  was: Values;
}

export const BLANK_CORRECTION: Correction = {
  set: {},
  was: {},
  source: { of: "none", text: "" },
  claimant: "",
  knownOn: "",
  note: "",
};

/** Another value of a field. One that says what stands is no correction any more. */
export function withField(
  before: Correction,
  field: FieldOf,
  value: Values[string],
  standing: Values,
): Pick<Correction, "set" | "was"> {
  const { [field.name]: _, ...set } = before.set;
  const { [field.name]: earlier, ...was } = before.was;
  const stands = standing[field.name] ?? null;
  // Something that says the same in other letters, such as a date half typed, stays as it is written.
  if (JSON.stringify(value) === JSON.stringify(stands)) return { set, was };
  return {
    set: { ...set, [field.name]: value },
    was: { ...was, [field.name]: earlier ?? stands },
  };
}

/** The fields that say something else than what stands. */
export function changedAmong(
  fields: readonly FieldOf[],
  { set }: Correction,
  standing: Values,
  today: Day,
): FieldOf[] {
  return fields
    .filter(({ name }) => name in set)
    .filter((field) => {
      const value = set[field.name] ?? null;
      return (
        problemsOf(field, value, today).length > 0 ||
        !isSame(field, value, standing[field.name] ?? null, today)
      );
    });
}

/** What is wrong with a correction, or, where nothing stands yet, with something new. */
export function checkCorrection(
  thing: Thing,
  fields: readonly FieldOf[],
  values: Correction,
  standing: Values,
  today: Day,
  isNew: boolean,
): Problem[] {
  const changed = changedAmong(fields, values, standing, today);
  const asked = isNew ? fields : changed;
  const wrong = asked.flatMap((field) =>
    problemsOf(field, values.set[field.name] ?? standing[field.name] ?? null, today),
  );
  if (!isNew && changed.length === 0)
    return [{ field: "", message: "Nothing is different yet. Change what is wrong, then save." }];
  if (thing.isOwnSource) return wrong;
  const { source } = values;
  const isGiven = source.of !== "none" || source.text.trim() !== "";
  const isNeeded = isNew || changed.some(({ sourced }) => sourced);
  return [
    ...wrong,
    ...(isGiven || isNeeded ? problemsOfSource(source, today) : []),
    ...problemsOfKnownOn(values.knownOn, today),
  ];
}

/** What a correction says to the API, beside what it is of. */
export function correctionInput(
  thing: Thing,
  fields: readonly FieldOf[],
  values: Correction,
  today: Day,
  usual: string,
): Record<string, unknown> {
  const { note, ...rest } = inputOfSaid(values, today, usual);
  const said = thing.isOwnSource ? { note } : { ...rest, note };
  return { ...inputsOf(fields, values.set, today), ...said };
}

/** What the history says where no note is written: `Corrected: name, born.` */
export function usualCorrectionNote(changed: readonly FieldOf[]): string {
  const names = changed.map(({ label }) => label.toLowerCase());
  return names.length === 0 ? "" : `Corrected: ${names.join(", ")}.`;
}

/** What differs, as a change of the log tells it. */
export interface Told {
  field: string;
  before: string | null;
  after: string | null;
}

/**
 * What a save would do, in words: of every field what it becomes and what stood there, then who sees it. What a list becomes is told by the form; all
 * else by the change that the API answers.
 */
export function correctionPreview(
  thing: Thing,
  fields: readonly FieldOf[],
  { set }: Pick<Correction, "set">,
  standing: Values,
  payload: Payload,
  following: number | null,
): string[] {
  const lists = fields.filter(({ name, kind }) => name in set && /^(many|list)$/.test(kind));
  const told = (payload.change?.differences ?? []).filter(
    ({ field }) =>
      !/known on$/.test(field) && !lists.some(({ name }) => field.split(".")[0] === inWords(name)),
  );
  const who = thing.pronoun ?? "it";
  return [
    ...told.map((one) => difference(fields, one)),
    ...lists.map((field) =>
      listSentence(field, set[field.name] ?? null, standing[field.name] ?? null),
    ),
    `Its page, and every page that names ${who}, shows that at once. ${followers(following)}`,
  ];
}

function listSentence(field: FieldOf, is: Values[string], was: Values[string]): string {
  const { label, kind, one = "" } = field;
  if (kind === "many")
    return `${label}: ${wordsOf(field, is) || "nobody"}, in place of ${wordsOf(field, was) || "nobody"}.`;
  const [now, before] = [is, was] as Values[][];
  const at = (now ?? []).flatMap((entry, index) =>
    JSON.stringify(entry) === JSON.stringify(before?.[index]) ? [] : String(index + 1),
  );
  const length = `${plural(now?.length ?? 0, one)}, ${before?.length ?? 0} before.`;
  if (now?.length !== before?.length) return `${label}: ${length}`;
  const which = new Intl.ListFormat("en-GB").format(at);
  return `${capital(one)}${at.length > 1 ? "s" : ""} ${which} ${at.length > 1 ? "say" : "says"} something else.`;
}

function difference(fields: readonly FieldOf[], { field, before, after }: Told): string {
  const last = field.slice(field.lastIndexOf(".") + 1).trim();
  const own = fields.find(({ name }) => inWords(name) === last || name.toLowerCase() === last);
  const label = own?.label ?? (last === "sources" ? "Rests on" : capital(last));
  if (before === null) return `${label}: ${after}. Nothing stood there.`;
  if (after === null) return `${label}: nothing, in place of ${before}.`;
  return `${label} becomes ${after}, in place of ${before}.`;
}

function inWords(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** What making something would do, in words. */
export function newPreviewOf(thing: Thing, name: string, values: Correction, today: Day): string[] {
  const from = knownFrom(values, null, today).day;
  return [
    `This records ${thing.article} ${thing.noun}: ${name}.`,
    ...(thing.isOwnSource ? [] : [`Known from ${shortDay(from)}: on earlier days it is not told.`]),
  ];
}

/** Each field that is to be different, as it stands by now and as it is to be. Marked where somebody else changed the same. */
export function sidesOf(
  fields: readonly FieldOf[],
  values: Correction,
  standing: Values,
  today: Day,
): Side[] {
  return fields
    .filter(({ name }) => name in values.set)
    .map((field) => ({
      name: field.label,
      theirs: wordsOf(field, standing[field.name] ?? null) || "Nothing",
      mine: wordsOf(field, values.set[field.name] ?? null) || "Nothing",
      differs: isTaken(field, values, standing, today),
    }));
}

/** Whether somebody else changed what this correction is of, and to something else. */
function isTaken(field: FieldOf, { set, was }: Correction, standing: Values, today: Day): boolean {
  const now = standing[field.name] ?? null;
  return (
    !isSame(field, now, was[field.name] ?? null, today) &&
    !isSame(field, now, set[field.name] ?? null, today)
  );
}

/** A correction without what somebody else changed meanwhile. */
export function withoutTaken(
  fields: readonly FieldOf[],
  values: Correction,
  standing: Values,
  today: Day,
): Correction {
  const kept = fields.filter(
    (field) => field.name in values.set && !isTaken(field, values, standing, today),
  );
  const of = (from: Values) =>
    Object.fromEntries(kept.map(({ name }) => [name, from[name] ?? null]));
  return { ...values, set: of(values.set), was: of(values.was) };
}

/** The ways on where somebody was faster. What both changed is theirs or mine; what only one changed stays as they made it. */
export function correctionChoices(sides: readonly Side[], version: number): Choice[] {
  const taken = sides.filter(({ differs }) => differs).length;
  const rest = sides.length - taken;
  const discard: Choice = { way: "discard", label: "Discard mine", hint: "", closed: null };
  if (taken === 0)
    return [
      {
        way: "add",
        label: `Keep version ${version}, correct mine on top of it`,
        hint: "They changed something else, and it stays as they made it.",
        closed: null,
      },
      discard,
    ];
  return [
    ...(rest === 0
      ? []
      : [
          {
            way: "add" as const,
            label: `Keep theirs where both changed it, save my other ${plural(rest, "field")}`,
            hint: "What is marked stays as they made it.",
            closed: null,
          },
        ]),
    {
      way: "replace",
      label: "Replace with mine",
      hint: `Version ${version} stays in the history.`,
      closed: null,
    },
    discard,
  ];
}
