// Users from a terminal.
import { randomBytes, randomUUID } from "node:crypto";
import { type Command, type Desk, wordsOf } from "../command.ts";
import { Refusal } from "../refusal.ts";
import type { Tx } from "../storage/storage.ts";
import { LINK_BYTES, pathOfLink } from "./joining.ts";
import {
  changeRole,
  type Doing,
  type GivenLink,
  giveUserLink,
  invite,
  revokeInvitation,
  shutOut,
} from "./members.ts";
import { emailOf, nameOf } from "./password.ts";
import { allUsers, type UserRecord, userOfEmail } from "./people.ts";
import { roleOf, TERMINAL } from "./typed.ts";

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
        storage.write(async (tx) => {
          const user = await needUser(tx, email);
          if (user.joinedAt) await shutOut(tx, user, how);
          else await revokeInvitation(tx, user.id, how);
        }),
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
