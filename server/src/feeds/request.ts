/** A request for a plain view, read by the table of parameters. */
import { isRefusal, Refusal } from "../refusal.ts";
import { dayOf } from "../when/day.ts";
import {
  ACTION,
  allowed,
  CODE,
  CURSOR,
  MOST_LETTERS,
  MOST_VALUES,
  NAME,
  type Parameter,
  parametersOf,
} from "./parameters.ts";
import type { File } from "./values.ts";

/** What is asked for, in the API's own terms. */
export interface Asked {
  /** As `EventFilter` and its like take it. */
  filter: Record<string, unknown>;
  /** ISO day; null for today's knowledge. */
  asOf: string | null;
  first: number;
  after: string | null;
}

/**
 * Reads the parameters of a request.
 * @throws Refusal INVALID_INPUT that names the parameter and says what it may be.
 */
export function readRequest(file: File, given: URLSearchParams): Asked {
  const known = parametersOf(file.view);
  for (const name of given.keys()) {
    if (!known.some((parameter) => parameter.name === name)) throw unknown(file, name, known);
  }
  const values = new Map<string, unknown>();
  const filter: Record<string, unknown> = {};
  for (const parameter of known) {
    const texts = given.getAll(parameter.name);
    if (texts.length === 0) continue;
    const value = valuesOf(parameter, texts, file);
    values.set(parameter.name, value);
    if (parameter.filter !== null && parameter.filter !== "between")
      filter[parameter.filter] = value;
  }
  const [from, to] = ["from", "to"].map((name) => (values.get(name) as string) ?? null);
  if (from || to) filter.between = { from, to };
  if (from && to && dayOf(to) < dayOf(from)) {
    throw new Refusal("INVALID_INPUT", `\`to\` (${to}) must not be before \`from\` (${from}).`, {
      path: ["to"],
    });
  }
  return {
    filter,
    asOf: (values.get("asOf") as string) ?? null,
    first: (values.get("first") as number) ?? file.usual,
    after: (values.get("after") as string) ?? null,
  };
}

/** The parameters in one order and one way of writing, so that equal questions have equal addresses. */
export function ordered(file: File, given: URLSearchParams): URLSearchParams {
  const said = new URLSearchParams();
  for (const parameter of parametersOf(file.view)) {
    const texts = given.getAll(parameter.name);
    if (texts.length === 0) continue;
    said.set(parameter.name, takesMany(parameter) ? listed(texts).join(",") : (texts[0] ?? ""));
  }
  return said;
}

/** Whether several values may be listed. */
export function takesMany({ is }: Parameter): boolean {
  return is === "words" || is === "names" || is === "codes" || is === "actions";
}

function listed(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.split(",")).map((text) => text.trim()))];
}

function valuesOf(parameter: Parameter, texts: readonly string[], file: File): unknown {
  if (takesMany(parameter)) {
    const values = listed(texts);
    if (values.length > MOST_VALUES) {
      const message = `\`${parameter.name}\` lists ${values.length} values; at most ${MOST_VALUES} are allowed. Ask in several requests.`;
      throw new Refusal("INVALID_INPUT", message, { path: [parameter.name] });
    }
    return [...new Set(values.map((value) => oneOf(parameter, value, file)))];
  }
  const [text = "", ...more] = texts;
  if (more.length > 0) {
    const message = `\`${parameter.name}\` stands there ${texts.length} times. Give it once.`;
    throw new Refusal("INVALID_INPUT", message, { path: [parameter.name] });
  }
  return oneOf(parameter, text, file);
}

/** One value of a parameter, as the API takes it. */
function oneOf(parameter: Parameter, text: string, file: File): unknown {
  const { is, on } = parameter;
  const value = text.trim();
  const fits = (pattern: RegExp) => pattern.test(value);
  const upper = value.toUpperCase();
  switch (is) {
    case "day":
      if (isDay(value)) return value;
      break;
    case "words":
      if (on[file.view]?.includes(upper)) return upper;
      break;
    case "names":
      if (fits(NAME) && value.length <= MOST_LETTERS) return value;
      break;
    case "codes":
      if (fits(CODE)) return upper;
      break;
    case "flag":
      if (value === "true" || value === "false") return value === "true";
      break;
    case "text":
      if (value !== "" && value.length <= MOST_LETTERS) return value;
      break;
    case "person":
      // One of whoever will do, for the API; names may hold whatever parts others.
      if (value !== "" && value.length <= MOST_LETTERS) return [value];
      break;
    case "actions":
      if (fits(ACTION)) return value;
      break;
    case "count":
      if (fits(/^[1-9]\d{0,5}$/) && Number(value) <= file.most) return Number(value);
      break;
    case "cursor":
      if (fits(CURSOR) && value.length <= MOST_LETTERS) return value;
      break;
  }
  throw new Refusal(
    "INVALID_INPUT",
    `\`${parameter.name}\` must be ${allowed(parameter, file.view, file.most)}, not “${value.slice(0, 80)}”. Leave it out to ask for everything.`,
    { path: [parameter.name] },
  );
}

function isDay(text: string): boolean {
  try {
    return text === text.trim() && Number.isInteger(dayOf(text));
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}

function unknown(file: File, name: string, known: readonly Parameter[]): Refusal {
  const names = known.map((parameter) => parameter.name).join(", ");
  return new Refusal(
    "INVALID_INPUT",
    `${file.path} takes no parameter “${name.slice(0, 80)}”. It takes ${names}.`,
    { path: [name.slice(0, 80)] },
  );
}
