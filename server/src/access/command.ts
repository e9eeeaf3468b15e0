// Tokens and users from a terminal.
import { randomBytes, randomUUID } from "node:crypto";
import { type Command, type Desk, wordsOf } from "../command.ts";
import { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { createToken } from "./access.ts";
import { LINK_BYTES, pathOfLink } from "./joining.ts";
import { noteAccess } from "./log.ts";
import {
  changeRole,
  type Doing,
  type GivenLink,
  giveUserLink,
  invite,
  shutOut,
} from "./members.ts";
import { emailOf, nameOf } from "./password.ts";
import { allUsers, type UserRecord, userOfEmail } from "./people.ts";
import { ROLES, type Role } from "./role.ts";
import { allTokens, revokeToken, type TokenRecord, tokenOf } from "./store.ts";
import { hashOfToken, idOfHash, MOST_DAYS, RANDOM_BYTES } from "./token.ts";

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

/** Who does what is done from a terminal. */
const TERMINAL = "the command line";

const noted = (now: Date) => ({ at: now.toISOString(), by: TERMINAL });

const doing = (now: Date): Doing => ({
  by: TERMINAL,
  now,
  random: randomBytes(LINK_BYTES),
  id: randomUUID(),
});

/** `user add`, `user list`, `user role`, `user remove` and `user link`. */
export const userCommands: Record<string, Command> = {
  "user add": {
    help: [
      ["user add --email ADDRESS --role ROLE", "print a link, once, by which somebody joins;"],
      ["         [--name NAME]", "it works for a day; they choose their own password"],
    ],
    async run(words, desk) {
      const text = { type: "string" } as const;
      const { values } = wordsOf(words, { email: text, name: text, role: text });
      const role = roleOf(values.role);
      const email = emailOf(values.email ?? "");
      const wanted = {
        email,
        role,
        ...(values.name !== undefined && { name: nameOf(values.name) }),
      };
      const how = doing(desk.clock());
      return linkLine(
        desk,
        await desk.use((storage) => storage.write((tx) => invite(tx, wanted, how))),
      );
    },
  },

  "user list": {
    help: [["user list", "list users, and who was invited"]],
    async run(words, { use }) {
      wordsOf(words, {});
      const users = await use((storage) => storage.read(allUsers));
      return (
        users.map(userLine).join("\n") ||
        "There are no users. Invite one with: user add --email ADDRESS --role admin"
      );
    },
  },

  "user role": {
    help: [["user role ADDRESS ROLE", "give a user another role; ends their sessions"]],
    async run(words, { use, clock }) {
      const { given } = wordsOf(words, {}, "The user's ADDRESS", "The ROLE");
      const [email = "", to] = given;
      const role = roleOf(to);
      const how = doing(clock());
      await use((storage) =>
        storage.write(async (tx) => changeRole(tx, await needUser(tx, email), role, how)),
      );
      return `${email} is ${role.toLowerCase()} now.`;
    },
  },

  "user remove": {
    help: [["user remove ADDRESS", "let a user in no more; what they wrote stays"]],
    async run(words, { use, clock }) {
      const { given } = wordsOf(words, {}, "The user's ADDRESS");
      const [email = ""] = given;
      const how = doing(clock());
      await use((storage) =>
        storage.write(async (tx) => shutOut(tx, await needUser(tx, email), how)),
      );
      return `${email} can no longer come in.`;
    },
  },

  "user link": {
    help: [["user link ADDRESS", "print a link, once, by which they choose another password"]],
    async run(words, desk) {
      const { given } = wordsOf(words, {}, "The user's ADDRESS");
      const [email = ""] = given;
      const how = doing(desk.clock());
      return linkLine(
        desk,
        await desk.use((storage) =>
          storage.write(async (tx) => giveUserLink(tx, await needUser(tx, email), how)),
        ),
      );
    },
  },
};

function linkLine({ site }: Desk, { token }: GivenLink): string {
  return `${site}${pathOfLink(token)}`;
}

function userLine({ role, email, name, joinedAt, disabledAt }: UserRecord): string {
  const state = disabledAt
    ? `out since ${disabledAt.slice(0, 10)}`
    : joinedAt
      ? `since ${joinedAt.slice(0, 10)}`
      : "invited";
  return [role.toLowerCase().padEnd(6), email, state, name].filter(Boolean).join("  ");
}

async function needUser(tx: Tx, text: string): Promise<UserRecord> {
  const user = await userOfEmail(tx, emailOf(text));
  if (user) return user;
  throw new Refusal(
    "NOT_FOUND",
    `There is no user with the address “${text}”. \`user list\` shows who there is.`,
  );
}

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
  throw new Refusal("INVALID_INPUT", `The role must be viewer, editor or admin${instead}.`);
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
