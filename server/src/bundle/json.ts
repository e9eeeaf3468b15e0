// A bundle of JSON, report by report.
import { Refusal } from "../refusal.ts";
import { checked } from "./checked.ts";
import type { Entry, Problem, Unread } from "./entry.ts";
import { agreementShape, eventShape } from "./shape.ts";

/** Beside the two lists: the schema, and what a file of refused reports says is wrong with them. */
const PASSED_OVER = ["$schema", "problems"];

type Path = readonly (string | number)[];

/** Most characters of a bundle: unlike CSV it is read whole. */
export const LONGEST_BUNDLE = 32 * 1024 * 1024;

/**
 * The reports of a bundle, those on agreements first.
 * @throws Refusal INVALID_INPUT for what is no bundle, or too long for one.
 */
export async function* rowsOfJson(text: AsyncIterable<string>): AsyncGenerator<Entry | Unread> {
  let whole = "";
  for await (const part of text) {
    if (whole.length + part.length > LONGEST_BUNDLE) throw wrong(TOO_LONG);
    whole += part;
  }
  const { agreements = [], events = [] } = bundleIn(whole);
  for (const [place, value] of agreements.entries()) {
    const at = `agreements[${place}]`;
    const found = checked(agreementShape, value, fieldOf);
    if (found.problems) yield* unread(at, found.problems);
    else
      for (const [nth, said] of found.value.reports.entries())
        yield {
          ...spot(`${at}.reports[${nth}]`),
          subject: "AGREEMENT",
          thing: found.value,
          said,
          columnOf: fieldOf,
        };
  }
  for (const [place, value] of events.entries()) {
    const at = `events[${place}]`;
    const found = checked(eventShape, value, fieldOf);
    if (found.problems) yield* unread(at, found.problems);
    else
      for (const [nth, said] of found.value.reports.entries())
        yield {
          ...spot(`${at}.reports[${nth}]`),
          subject: "EVENT",
          thing: found.value,
          said,
          columnOf: fieldOf,
        };
  }
}

const spot = (path: string) => ({ line: null, path });

function* unread(path: string, problems: Problem[]): Generator<Unread> {
  yield { ...spot(path), problems };
}

/** A path as it is written in JSON: `participants[0].who`. */
function fieldOf(path: Path): string | null {
  const text = path.map((step) => (/^\d+$/.test(String(step)) ? `[${step}]` : `.${step}`)).join("");
  return text.replace(/^\./, "") || null;
}

function bundleIn(text: string): { agreements?: unknown[]; events?: unknown[] } {
  const value = parsed(text);
  const isBundle =
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([name, each]) =>
        PASSED_OVER.includes(name) ||
        (["agreements", "events"].includes(name) && Array.isArray(each)),
    );
  if (isBundle) return value;
  throw wrong(
    'A bundle is an object with the lists `agreements` and `events`, or one of them: { "events": [ … ] }. See /docs/templates/bundle.json.',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrong(`The text is not JSON: ${(error as Error).message}.`);
  }
}

const TOO_LONG = `A bundle is read whole, so it may have ${LONGEST_BUNDLE} characters at most. Part it into several, or write it as CSV, which is read row by row.`;
const wrong = (message: string) =>
  new Refusal("INVALID_INPUT", message, { path: ["input", "text"] });
