// The fields of a thing as its form shows them: what they hold, what they say to the API, and what is wrong with them. Pure.
import type { Day } from "../when/day.ts";
import { edtfWords } from "../when/words.ts";
import { readDate } from "../when/written.ts";
import type { Found, Named } from "./newEvent.ts";
import type { Problem } from "./outcome.ts";
import { type DateValue, edtfOf } from "./said.ts";

export type Options = readonly (readonly [value: string, words: string])[];

/** One field of a thing. `read`: what to ask the API for under the field's name, where that is more than the name. */
export interface FieldOf {
  name: string;
  label: string;
  aside?: string;
  kind: Kind;
  read?: string;
  /** Whether it cannot be empty. */
  needs?: true;
  /** Whether nobody may say something else of it without a source. The API has the last word. */
  sourced?: true;
  /** Where it is said only of something new. */
  only?: "new";
  /** Of a choice: an empty value stands for none. */
  options?: Options;
  /** What a reference can lead to. */
  finds?: readonly Found[];
  /** Whether the API wants references by their global ids. */
  byId?: true;
  /** What else is said of each that a list of references names. */
  columns?: readonly Column[];
  /** What each entry of a list consists of, and what one is called. */
  among?: readonly FieldOf[];
  one?: string;
  placeholder?: string;
}

/** What is said of each that a list names, beside its name. */
export interface Column {
  name: string;
  label: string;
  /** Without options it is a yes or no. */
  options?: Options;
  usual: string | boolean;
}

export type Kind =
  | "text"
  | "long"
  /** Several texts, one on a line. */
  | "lines"
  | "choice"
  | "flag"
  | "date"
  | "number"
  /** One reference, and several. */
  | "one"
  | "many"
  /** Several entries with fields of their own. */
  | "list";

/** A reference with what is said of it; `as` is the country that somebody stands for where it is not their own. */
export interface Row extends Named {
  said: Record<string, string | boolean>;
  as?: string;
}

export type Value = string | boolean | DateValue | Named | Row[] | Values[] | null;

/** What fields hold, by their names. */
export interface Values {
  [name: string]: Value;
}

/** How an input names a reference, by what it leads to. */
const KEYS = { LEADER: "leader", COUNTRY: "country", FORUM: "forum", AGREEMENT: "agreement" };

/** What stands in the fields before anybody said something. */
export function blankOf(fields: readonly FieldOf[]): Values {
  return Object.fromEntries(fields.map((field) => [field.name, blank(field)]));
}

function blank({ kind, options }: FieldOf): Value {
  if (kind === "choice") return options?.[0]?.[0] ?? "";
  if (kind === "flag") return false;
  if (kind === "date") return { text: "", precision: null };
  if (kind === "one") return null;
  return kind === "many" || kind === "list" ? [] : "";
}

type Raw = Record<string, unknown>;

/** What stands in the fields of a thing, as the API answered it. */
export function standingOf(fields: readonly FieldOf[], raw: Raw): Values {
  return Object.fromEntries(
    fields.map((field) => [field.name, standing(field, raw[field.name] ?? null)]),
  );
}

function standing(field: FieldOf, raw: unknown): Value {
  const { kind, among = [], columns = [], finds = [] } = field;
  if (kind === "flag") return raw === true;
  if (kind === "date") return dateOf(edtfIn(raw));
  if (kind === "one") return raw === null ? null : namedOf(raw as Raw, finds[0]);
  if (kind === "lines") return (raw as string[]).join("\n");
  if (kind === "many")
    return (raw as Raw[]).map((row) => ({
      ...namedOf(row, finds[0]),
      said: Object.fromEntries(
        columns.map(({ name, usual }) => [name, (row[name] as string | null) ?? usual]),
      ),
    }));
  if (kind === "list") return (raw as Raw[]).map((entry) => standingOf(among, entry));
  return raw === null ? "" : String(raw);
}

function edtfIn(raw: unknown): string | null {
  if (raw === null || typeof raw === "string") return raw as string | null;
  return (raw as { edtf: string | null }).edtf;
}

/** A date as its field shows it: in words, where the words say all of it. */
function dateOf(edtf: string | null): DateValue {
  if (edtf === null) return { text: "", precision: null };
  const words = edtfWords(edtf, "short");
  // Today would only place dates without a year, and none is.
  return { text: readDate(words, 0)?.edtf === edtf ? words : edtf, precision: null };
}

/** Who or what an answer names; where it says that beside other things, under one of these names. */
function namedOf(raw: Raw, usual: Found | undefined): Named & { as?: string } {
  const inner = ["leader", "forum", "agreement", "entity", "country"].find((name) => raw[name]);
  const within = inner === undefined ? raw : (raw[inner] as Raw);
  const type = within.__typename ?? (inner === "entity" ? undefined : inner) ?? usual;
  const of = String(type).toUpperCase() as Found;
  const text = (...names: string[]) =>
    names.map((name) => within[name]).find((one) => typeof one === "string") as string | undefined;
  const key = (of === "COUNTRY" ? text("code") : text("slug")) ?? "";
  const name = text("shortTitle", "name", "title", "publisher") ?? key;
  const id = text("id");
  const own = (within.country as Raw | null | undefined)?.code;
  const as = inner === "leader" ? (raw.country as Raw | null | undefined)?.code : undefined;
  return {
    ...{ of, key, name, aside: null },
    ...(id !== undefined && { id }),
    ...(typeof as === "string" && as !== own && { as }),
  };
}

/** What a field says to the API; an unreadable date and number are themselves, and `problemsOf` tells of them. */
export function inputOf(field: FieldOf, value: Value, today: Day): unknown {
  const { kind, among = [], columns = [] } = field;
  if (kind === "flag") return value;
  if (kind === "date") return edtfIn(readDateValue(value as DateValue, today));
  if (kind === "one") return value === null ? null : (value as Named).key;
  if (kind === "many") return (value as Row[]).map((row) => entryOf(row, columns, field.byId));
  if (kind === "list") return (value as Values[]).map((entry) => inputsOf(among, entry, today));
  const text = (value as string).trim();
  if (kind === "lines") return text.split("\n").flatMap((line) => line.trim() || []);
  if (text === "") return null;
  return kind === "number" && Number.isFinite(Number(text)) ? Number(text) : text;
}

function entryOf(row: Row, columns: readonly Column[], byId = false): unknown {
  if (columns.length === 0) return byId ? row.id : row.key;
  const key = KEYS[row.of as keyof typeof KEYS];
  return { [key]: row.key, ...(row.as && { country: row.as }), ...row.said };
}

/** What several fields say to the API, by their names. */
export function inputsOf(fields: readonly FieldOf[], values: Values, today: Day): Raw {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.name];
      return value === undefined ? [] : [[field.name, inputOf(field, value, today)]];
    }),
  );
}

function readDateValue(value: DateValue, today: Day): string | null {
  if (value.text.trim() === "" || value.precision === "NONE") return null;
  const read = edtfOf(value, today);
  return "edtf" in read ? read.edtf : `?${value.text}`;
}

/** Whether two values of a field say the same to the API. */
export function isSame(field: FieldOf, a: Value, b: Value, today: Day): boolean {
  return JSON.stringify(inputOf(field, a, today)) === JSON.stringify(inputOf(field, b, today));
}

/** What is wrong with what a field holds. */
export function problemsOf(field: FieldOf, value: Value, today: Day): Problem[] {
  const { kind, needs, among = [] } = field;
  const said = (message: string): Problem[] => [{ field: nameAmongProblems(field.name), message }];
  if (kind === "date") {
    const { text, precision } = value as DateValue;
    if (text.trim() === "" || precision === "NONE") return needs ? said("Give a date.") : [];
    const read = edtfOf(value as DateValue, today);
    return "problem" in read ? said(read.problem) : [];
  }
  if (kind === "list")
    return (value as Values[]).flatMap((entry, at) =>
      among.flatMap((each) =>
        problemsOf(each, entry[each.name] ?? blank(each), today).map(({ message }) => ({
          field: field.name,
          message: `${capital(field.one ?? "entry")} ${at + 1}, ${each.label.toLowerCase()}: ${lower(message)}`,
        })),
      ),
    );
  const input = inputOf(field, value, today);
  const isEmpty = input === null || (Array.isArray(input) && input.length === 0);
  if (isEmpty) return needs ? said("This cannot be empty.") : [];
  if (kind === "number" && typeof input !== "number") return said("Give a number, such as 55.75.");
  return [];
}

/** The name that the API's answer and the fields of dates share for a field. */
export function nameAmongProblems(name: string): string {
  return name === "when" ? "date" : name;
}

/** A value in words; empty for nothing. */
export function wordsOf(field: FieldOf, value: Value): string {
  const { kind, options, among = [], one = "" } = field;
  if (kind === "choice") return options?.find(([each]) => each === value)?.[1] ?? String(value);
  if (kind === "flag") return value ? "Yes" : "No";
  if (kind === "date")
    return (value as DateValue).precision === "NONE" ? "" : (value as DateValue).text;
  if (kind === "one") return (value as Named | null)?.name ?? "";
  if (kind === "lines") return (value as string).trim().split("\n").join("; ");
  if (kind === "many") return (value as Row[]).map((row) => rowWords(field, row)).join("; ");
  if (kind === "list")
    return (value as Values[])
      .map(
        (entry, at) =>
          `${one} ${at + 1}: ${among[0] ? wordsOf(among[0], entry[among[0].name] ?? "") : ""}`,
      )
      .join("; ");
  return value as string;
}

function rowWords({ columns = [] }: FieldOf, { name, said }: Row): string {
  const words = columns.flatMap(({ name: column, label, options }) => {
    const held = said[column];
    if (typeof held === "boolean") return held ? label.toLowerCase() : [];
    return options?.find(([each]) => each === held)?.[1].toLowerCase() ?? (held || []);
  });
  return words.length > 0 ? `${name} (${words.join(", ")})` : name;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
