#!/usr/bin/env node
// `npm run entente -- COMMAND`: what an operator does from a terminal. Results on standard output, everything else on standard error.
import { randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import {
  allTokens,
  createToken,
  RANDOM_BYTES,
  ROLES,
  type Role,
  revokeToken,
} from "./access/access.ts";
import { ConfigError, readConfig } from "./config.ts";
import { isRefusal, Refusal } from "./refusal.ts";
import { openStorage } from "./storage/open.ts";
import type { Storage } from "./storage/storage.ts";
import { loadShipped } from "./transfer/load.ts";

const USAGE = `Usage: npm run entente -- COMMAND

  serve                                    start the server, as npm start does once everything is built
  migrate                                  bring the database to this program's version
  load                                     load the shipped data set into an empty database
  token create --role ROLE --name NAME     print a new token, once; ROLE is viewer, editor or admin
               [--days N]                  it ends after N days; it does not end when left out
  token list                               list tokens, without their secret
  token revoke ID                          end a token now

The database is DATABASE_URL: file:./data/entente.db when unset, or postgres://…`;

type Command = (args: string[], storage: Storage) => Promise<string>;

const COMMANDS: Record<string, Command> = {
  migrate: async () => "The database is up to date.",
  load: async (_args, storage) => {
    const loaded = await loadShipped(storage, { clock: () => new Date() });
    return loaded
      ? "The shipped data set is loaded."
      : "The shipped data set was loaded before; nothing changed.";
  },
  "token create": async (args, storage) => {
    const { values } = parse(args, {
      role: { type: "string" },
      name: { type: "string" },
      days: { type: "string" },
    });
    const wish = { role: roleOf(values.role), name: values.name ?? "", days: daysOf(values.days) };
    return storage.write((tx) => createToken(tx, wish, new Date(), randomBytes(RANDOM_BYTES)));
  },
  "token list": async (_args, storage) => {
    const tokens = await storage.read(allTokens);
    const lines = tokens.map(({ id, role, prefix, createdAt, expiresAt, revokedAt, name }) => {
      const ends = revokedAt
        ? `revoked ${revokedAt.slice(0, 10)}`
        : expiresAt
          ? `until ${expiresAt.slice(0, 10)}`
          : "does not end";
      return [id, role.toLowerCase().padEnd(6), prefix, createdAt.slice(0, 10), ends, name].join(
        "  ",
      );
    });
    return (
      lines.join("\n") ||
      "There are no tokens. Make one with: token create --role editor --name NAME"
    );
  },
  "token revoke": async (args, storage) => {
    const id = args[0] ?? "";
    const ended = await storage.write((tx) => revokeToken(tx, id, new Date().toISOString()));
    if (!ended)
      throw new Refusal(
        "NOT_FOUND",
        `There is no token with the id “${id}”. \`token list\` shows the ids.`,
      );
    return `Token ${id} is revoked.`;
  },
};

async function main(argv: string[]): Promise<number> {
  const [first = "", second = ""] = argv;
  if (first === "" || first === "help" || first === "--help") {
    process.stdout.write(`${USAGE}\n`);
    return first === "" ? 2 : 0;
  }
  if (first === "serve") {
    await import("./main.ts");
    return 0;
  }
  const two = COMMANDS[`${first} ${second}`];
  const command = two ?? COMMANDS[first];
  if (!command) {
    throw new Refusal(
      "INVALID_INPUT",
      `“${[first, second].join(" ").trim()}” is not a command.\n\n${USAGE}`,
    );
  }
  const storage = await openStorage(readConfig(process.env).databaseUrl);
  try {
    await storage.migrate();
    process.stdout.write(`${await command(argv.slice(two ? 2 : 1), storage)}\n`);
  } finally {
    await storage.close();
  }
  return 0;
}

function parse<const O extends Record<string, { type: "string" }>>(args: string[], options: O) {
  try {
    return parseArgs({ args, options, strict: true });
  } catch (error) {
    throw new Refusal("INVALID_INPUT", `${(error as Error).message}\n\n${USAGE}`);
  }
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((each) => each.toLowerCase() === text?.toLowerCase());
  if (role) return role;
  throw new Refusal(
    "INVALID_INPUT",
    `--role must be viewer, editor or admin${text ? `, not “${text}”` : ""}.`,
  );
}

function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const days = Number(text);
  if (Number.isInteger(days) && days > 0) return days;
  throw new Refusal("INVALID_INPUT", `--days must be a whole number above 0, not “${text}”.`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!isRefusal(error) && !(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
