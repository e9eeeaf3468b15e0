// What an operator can type. Rooms bring their commands, and cli.ts runs them.
import { type ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "./refusal.ts";
import type { Storage } from "./storage/storage.ts";

/** What a command works on. */
export interface Desk {
  /** Address of the database: `file:PATH` or `postgres://…`. */
  databaseUrl: string;
  /** Where the site is, for links to it. */
  site: string;
  clock: () => Date;
  /** Lends the database, made when it is missing and brought to this program's version. */
  use<T>(fn: (storage: Storage) => Promise<T>): Promise<T>;
}

/** One command. */
export interface Command {
  /** Lines of the help: how it is written, and what that does. */
  help: readonly (readonly [string, string])[];
  /** Does it, with the words that follow its name. Answers what to print; refuses with a sentence. */
  run(words: string[], desk: Desk): Promise<string>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * Reads options, and exactly the other words that `names` names, in that order.
 * @throws Refusal INVALID_INPUT when something is missing, unknown or too much.
 */
export function wordsOf<const O extends Options>(
  words: string[],
  options: O,
  ...names: readonly string[]
) {
  const { values, positionals } = parsed(words, options);
  const missing = names[positionals.length];
  if (missing) throw new Refusal("INVALID_INPUT", `${missing} is missing.`);
  const extra = positionals[names.length];
  if (extra !== undefined) throw new Refusal("INVALID_INPUT", `“${extra}” is one word too many.`);
  return { values, given: positionals };
}

function parsed<const O extends Options>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(". ");
    throw new Refusal("INVALID_INPUT", `${sentence.replace(/\.$/, "")}.`);
  }
}
