// Tokens from a terminal.
import { randomBytes } from "node:crypto";
import { type Command, wordsOf } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { createToken } from "./access.ts";
import { ROLES, type Role } from "./role.ts";
import { allTokens, revokeToken, type TokenRecord } from "./store.ts";
import { RANDOM_BYTES } from "./token.ts";

/** Most days that a token may be given: a hundred years. Whoever wants more wants one that does not end. */
const MOST_DAYS = 36_500;

/** `token create`, `token list` and `token revoke`. */
export const tokenCommands: Record<string, Command> = {
  "token create": {
    help: [
      [
        "token create --role ROLE --name NAME",
        "print a new token, once; ROLE is viewer, editor or admin",
      ],
      ["             [--days N]", "it ends after N days; it does not end when left out"],
    ],
    async run(words, { use, clock }) {
      const text = { type: "string" } as const;
      const { values } = wordsOf(words, { role: text, name: text, days: text });
      const wish = {
        role: roleOf(values.role),
        name: values.name ?? "",
        days: daysOf(values.days),
      };
      const [now, random] = [clock(), randomBytes(RANDOM_BYTES)];
      return use((storage) => storage.write((tx) => createToken(tx, wish, now, random)));
    },
  },

  "token list": {
    help: [["token list", "list tokens, without their secret"]],
    async run(words, { use, clock }) {
      wordsOf(words, {});
      const tokens = await use((storage) => storage.read(allTokens));
      const now = clock().toISOString();
      return (
        tokens.map((token) => lineOf(token, now)).join("\n") ||
        "There are no tokens. Make one with: token create --role editor --name NAME"
      );
    },
  },

  "token revoke": {
    help: [["token revoke ID", "end a token now"]],
    async run(words, { use, clock }) {
      const { given } = wordsOf(words, {}, "The ID, which `token list` shows,");
      const [id = ""] = given;
      const at = clock().toISOString();
      const isThere = await use((storage) => storage.write((tx) => revokeToken(tx, id, at)));
      if (isThere) return `Token ${id} is revoked.`;
      throw new Refusal(
        "NOT_FOUND",
        `There is no token with the id “${id}”. \`token list\` shows the ids.`,
      );
    },
  },
};

function lineOf(token: TokenRecord, now: string): string {
  const { id, role, prefix, createdAt, name } = token;
  return [
    id,
    role.toLowerCase().padEnd(6),
    prefix,
    createdAt.slice(0, 10),
    endOf(token, now),
    name,
  ].join("  ");
}

function endOf({ expiresAt, revokedAt }: TokenRecord, now: string): string {
  if (revokedAt) return `revoked ${revokedAt.slice(0, 10)}`;
  if (!expiresAt) return "does not end";
  return `${expiresAt <= now ? "ended" : "until"} ${expiresAt.slice(0, 10)}`;
}

function roleOf(text: string | undefined): Role {
  const role = ROLES.find((each) => each.toLowerCase() === text?.toLowerCase());
  if (role) return role;
  const instead = text === undefined ? "" : `, not “${text}”`;
  throw new Refusal("INVALID_INPUT", `--role must be viewer, editor or admin${instead}.`);
}

function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const days = /^\d+$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new Refusal(
    "INVALID_INPUT",
    `--days must be a whole number from 1 to ${MOST_DAYS}, not “${text}”.`,
  );
}
