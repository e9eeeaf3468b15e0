// Tokens from a terminal.
import { randomBytes } from "node:crypto";
import { type Command, wordsOf } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { createToken } from "./access.ts";
import { refuseUsersName } from "./joining.ts";
import { noteAccess } from "./log.ts";
import { allTokens, revokeToken, type TokenRecord, tokenOf } from "./store.ts";
import { MOST_DAYS, RANDOM_BYTES } from "./token.ts";
import { roleOf, TERMINAL } from "./typed.ts";

export { userCommands } from "./roster.ts";

const noted = (now: Date) => ({ at: now.toISOString(), by: TERMINAL });

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
      return use((storage) =>
        storage.write(async (tx) => {
          await refuseUsersName(tx, wish.name.trim());
          const token = await createToken(tx, wish, now, random);
          const [subject, detail] = [wish.name.trim(), wish.role.toLowerCase()];
          await noteAccess(tx, { ...noted(now), action: "CREATE_TOKEN", subject, detail });
          return token;
        }),
      );
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
      const now = clock();
      const isThere = await use((storage) =>
        storage.write(async (tx) => {
          const token = await tokenOf(tx, id);
          if (!token) return false;
          if (token.revokedAt === null) {
            const [subject, detail] = [token.name, null];
            await noteAccess(tx, { ...noted(now), action: "REVOKE_TOKEN", subject, detail });
          }
          return revokeToken(tx, id, now.toISOString());
        }),
      );
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

function daysOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const days = /^\d+$/.test(text) ? Number(text) : 0;
  if (days >= 1 && days <= MOST_DAYS) return days;
  throw new Refusal(
    "INVALID_INPUT",
    `--days must be a whole number from 1 to ${MOST_DAYS}, not “${text}”.`,
  );
}
