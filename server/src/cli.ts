#!/usr/bin/env node
// `npm run entente -- COMMAND`: what an operator does from a terminal. Results on standard output, everything else on standard error.
import { tokenCommands, userCommands } from "./access/command.ts";
import { bundleCommands } from "./bundle/command.ts";
import { type Command, wordsOf } from "./command.ts";
import { ConfigError, readConfig } from "./config.ts";
import { historyCommands } from "./history/command.ts";
import { sealed } from "./history/history.ts";
import { isRefusal, Refusal } from "./refusal.ts";
import { searchCommands } from "./search/command.ts";
import { indexed } from "./search/search.ts";
import { openStorage } from "./storage/open.ts";
import { patiently } from "./storage/patience.ts";
import { tallied } from "./timeline/timeline.ts";
import { dataCommands } from "./transfer/command.ts";

const COMMANDS: Record<string, Command> = {
  serve: {
    help: [["serve", "start the server, as npm start does once everything is built"]],
    async run(words) {
      wordsOf(words, {});
      // Says itself where it is, and ends the program itself.
      await import("./main.ts");
      return "";
    },
  },
  migrate: {
    help: [["migrate", "bring the database to this program's version"]],
    async run(words, { use }) {
      wordsOf(words, {});
      await use(async () => {});
      return "The database is up to date.";
    },
  },
  ...bundleCommands,
  ...dataCommands,
  ...historyCommands,
  ...searchCommands,
  ...userCommands,
  ...tokenCommands,
};

const HELP = `Usage: npm run entente -- COMMAND

${Object.values(COMMANDS)
  .flatMap(({ help }) => help.map(([how, what]) => `  ${how.padEnd(40)} ${what}`))
  .join("\n")}

The database is DATABASE_URL: the file data/entente.db of the repository when unset, file:PATH, or postgres://…`;

/** Answers what to print. Throws a refusal or a ConfigError, with a sentence for whoever typed it. */
async function answer(words: string[]): Promise<string> {
  const [first = "", second = ""] = words;
  if (["help", "--help", "-h"].includes(first)) return HELP;
  const both = COMMANDS[`${first} ${second}`];
  const command = both ?? COMMANDS[first];
  if (!command) {
    const what = first === "" ? "A command is missing." : `“${words.join(" ")}” is not a command.`;
    throw new Refusal("INVALID_INPUT", `${what}\n\n${HELP}`);
  }
  const { databaseUrl, publicUrl, host, port } = readConfig(process.env);
  return command.run(words.slice(both ? 2 : 1), {
    databaseUrl,
    site: publicUrl ?? `http://${host.includes(":") ? `[${host}]` : host}:${port}`,
    clock: () => new Date(),
    async use(fn) {
      const onTrouble = ({ message }: Error) => tell(message);
      const storage = indexed(tallied(await openStorage(databaseUrl, { onTrouble })));
      try {
        await patiently(async () => {
          await storage.migrate();
          await sealed(storage);
        });
        return await fn(storage);
      } finally {
        await storage.close();
      }
    },
  });
}

const tell = (message: string) => process.stderr.write(`${message}\n`);

try {
  const text = await answer(process.argv.slice(2));
  if (text !== "") process.stdout.write(`${text}\n`);
} catch (error) {
  // Anything else is a bug, and shows where it is.
  if (!isRefusal(error) && !(error instanceof ConfigError)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
